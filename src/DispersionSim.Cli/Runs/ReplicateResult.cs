using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>One replicate's stages from powder to sintered layer, and its process null.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Stages">Name and outcome of each stage.</param>
/// <param name="Nulls">The last states of its process nulls.</param>
internal sealed record ReplicateResult(int Number, ulong Seed, IReadOnlyList<(string Name, Checkpoint Outcome)> Stages, IReadOnlyList<ElectrodeState> Nulls)
{
    public ElectrodeState Film => Stages[^1].Outcome.State;

    public ElectrodeState Slurry => Stages.First(s => s.Outcome.State.Phase == StructurePhase.Slurry).Outcome.State;

    public IEnumerable<Measurement> Measurements => Stages.SelectMany(s => s.Outcome.Measurements);

    public IEnumerable<Curve> Curves => Stages.SelectMany(s => s.Outcome.Curves);
}
