using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>What is kept of a finished stage, so that a resumed run goes on with the same bits and still reports the stage.</summary>
/// <param name="State">The state that the stage made.</param>
/// <param name="Measurements">What it measured on the way.</param>
/// <param name="Curves">Its curves for the report.</param>
public sealed record Checkpoint(ElectrodeState State, IReadOnlyList<Measurement> Measurements, IReadOnlyList<Curve> Curves)
{
    /// <summary>Further columns that the next stage needs to go on with the same bits (list order, springs, solver start), or null.</summary>
    public ColumnBag? Memory { get; init; }
}
