using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Cut-offs and lengths of a roughness measurement; the defaults are those for 0.1 µm &lt; Ra ≤ 2 µm. Source: iso-21920-2, iso-4288.</summary>
public sealed record RoughnessSettings
{
    // λc, the λs that goes with it, and the greatest Ra of random profiles for which it serves.
    private static readonly (double LongCutoff, double ShortCutoff, double GreatestRa)[] Classes =
        [(0.08e-3, 2.5e-6, 0.02e-6), (0.25e-3, 2.5e-6, 0.1e-6), (0.8e-3, 2.5e-6, 2e-6), (2.5e-3, 8e-6, 10e-6), (8e-3, 25e-6, 80e-6)];

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

    /// <summary>Filters and lengths in words.</summary>
    public string Words => $"λc {LongCutoff * 1e3:0.###} mm, {(ShortCutoff > 0 ? $"λs {ShortCutoff * 1e6:0.##} µm" : "λs off")}, evaluation length {EvaluationLength * 1e3:0.###} mm";

    /// <summary>The settings of a λc, with the λs that the standard pairs with it (that of the next longer one in between).</summary>
    public static RoughnessSettings For(double longCutoff) => new() { LongCutoff = longCutoff, ShortCutoff = Classes.FirstOrDefault(c => c.LongCutoff >= longCutoff * (1 - 1e-9), Classes[^1]).ShortCutoff };

    /// <summary>λc and λs are a pair of the standard.</summary>
    public bool IsStandard => Array.Exists(Classes, c => Math.Abs(c.LongCutoff - LongCutoff) < 1e-9 * c.LongCutoff && Math.Abs(c.ShortCutoff - ShortCutoff) < 1e-9 * c.ShortCutoff);

    /// <summary>λc that the standard asks for with an Ra, m.</summary>
    public static double CutoffFor(double ra) => Classes.FirstOrDefault(c => ra <= c.GreatestRa, Classes[^1]).LongCutoff;
}
