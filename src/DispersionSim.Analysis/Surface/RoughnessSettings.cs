using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Cut-offs and lengths of a roughness measurement; the defaults are those for 0.1 µm &lt; Ra ≤ 2 µm. Source: iso-21920-2.</summary>
public sealed record RoughnessSettings
{
    /// <summary>λc, m: longer waves are waviness. Also the sampling length.</summary>
    [Unit("m")]
    public double LongCutoff { get; init; } = 0.8e-3;

    /// <summary>λs, m: shorter waves are suppressed; 0 for none.</summary>
    [Unit("m")]
    public double ShortCutoff { get; init; } = 2.5e-6;

    /// <summary>Sampling lengths in the evaluation length.</summary>
    public int Sections { get; init; } = 5;

    /// <summary>Evaluation length, m (4 mm).</summary>
    public double EvaluationLength => Sections * LongCutoff;

    /// <summary>The least length of profile, m: the evaluation length and half a cut-off of run-in and run-out.</summary>
    public double TraverseLength => EvaluationLength + LongCutoff;
}
