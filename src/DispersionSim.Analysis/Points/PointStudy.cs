using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Everything that is measured on one point set.</summary>
/// <param name="Verdict">The battery.</param>
/// <param name="Measured">Its numbers with intervals, and those of the mixing of kinds where there are two or more.</param>
/// <param name="MixingP">p of the mixing of kinds; NaN where there is one kind.</param>
/// <param name="Functions">Functions of distance with the envelopes of their nulls.</param>
public sealed record PointStudy(PointVerdict Verdict, IReadOnlyList<Measurement> Measured, double MixingP, IReadOnlyList<Curve> Functions)
{
    /// <summary>Part of the work that the battery is, for the progress that is told.</summary>
    private const double BatteryShare = 0.7;

    /// <summary>"not uniform" or "inconclusive": one sample can show that a set is uneven; that it is even takes replicates inside declared margins.</summary>
    public string Word => Verdict.Rejected ? "not uniform" : "inconclusive";

    /// <summary>The word with its ground.</summary>
    public string Reason => Verdict.Rejected ? "not uniform: the battery rejects chance at 5 %"
        : Verdict.Undecided is { } why ? $"inconclusive: {why}"
        : $"{Verdict.Nothing}; one sample never shows that a set is uniform (inconclusive)";

    /// <summary>Studies a set.</summary>
    /// <param name="sample">At least ten points.</param>
    /// <param name="labels">Kind of each, or nothing.</param>
    /// <param name="model">Its null.</param>
    /// <param name="simulations">Simulations of the null, at least 19.</param>
    /// <param name="seed">Seed of the simulations.</param>
    /// <param name="threads">Threads; the result does not depend on them.</param>
    /// <param name="report">Told the share that is done and what is being done, from any thread.</param>
    /// <param name="stop">Stops between simulations.</param>
    public static PointStudy Of(PointSample sample, string[] labels, IPointNull model, int simulations, ulong seed, int threads, Action<double, string>? report = null, CancellationToken stop = default)
    {
        PointVerdict verdict = PointBattery.Run(sample, model, simulations, seed, threads, share => report?.Invoke(BatteryShare * share, model.Name), stop);
        IReadOnlyList<Curve> functions = PointDescription.Of(sample, labels, verdict.Tests.Count > 0 ? model : null, seed, threads, share => report?.Invoke(BatteryShare + ((1 - BatteryShare) * share), "functions of distance"), stop);
        string[] names = [.. labels.Distinct()];
        (IReadOnlyList<Measurement> mixing, double p) = names.Length < 2 ? ([], double.NaN) : KindMixing.Test(sample, [.. labels.Select(label => Array.IndexOf(names, label))], simulations, seed);
        return new(verdict, [.. PointIntervals.Add(sample, verdict.Numbers), .. mixing], p, [.. verdict.Functions, .. functions]);
    }
}
