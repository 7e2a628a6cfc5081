using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>What the replicates of a dispersion have in common: curves with their bands, figures with their intervals, and where they count as dispersed.</summary>
/// <param name="Curves">Mean over the replicates, band from least to greatest.</param>
/// <param name="Figures">Mean over the replicates with its 95 % interval.</param>
/// <param name="Dispersed">For each replicate the first recorded state from which on it stays dispersed, or null.</param>
internal sealed record DispersionSummary(IReadOnlyList<Curve> Curves, IReadOnlyList<Measurement> Figures, IReadOnlyList<DispersedAt?> Dispersed)
{
    /// <summary>Largest share of bonds, and of mass in fragments of more than five primaries, that a dispersed powder has left.</summary>
    public const double Allowed = 0.05;

    /// <summary>Abscissa of the distributions at the end.</summary>
    public const string Size = "size in primaries";

    private const string Band = "least to greatest";

    public static DispersionSummary Of(RunPlan plan, IReadOnlyList<ReplicateResult> replicates)
    {
        string[] curves = [.. replicates[0].Curves.Where(c => c.XName is "shear strain" or Size).Select(c => c.Name)];
        string[] figures = [.. replicates[0].Stages[^1].Outcome.Measurements.Select(m => m.Name)];
        return new(
            [.. curves.Select(name => Pool([.. replicates.Select(r => r.Curves.First(c => c.Name == name))]))],
            [.. figures.Select(name => Pool([.. replicates.Select(r => r.Measurements.First(m => m.Name == name))]))],
            [.. replicates.Select(r => DispersedAt.Of([.. r.Curves]))]);
    }

    public Curve Curve(string name) => Curves.First(c => c.Name == name);

    public double Figure(string name) => Figures.First(m => m.Name == name).Value;

    /// <summary>Nothing that is measured of a dispersion can be less than none.</summary>
    private static Measurement Pool(Measurement[] all)
    {
        double[] values = [.. all.Select(m => m.Value)];
        return all[0] with { Value = values.Average(), Interval = StudentInterval.OfMean(values)?.Within(all[0].Bounds ?? Interval.Amount), Replicates = values.Length };
    }

    /// <summary>Point by point; sizes that a replicate does not have count as none. Replicates share their strains to within a step, so the first one's are used.</summary>
    private static Curve Pool(Curve[] all)
    {
        bool sizes = all[0].XName == Size;
        int n = sizes ? all.Max(c => c.X.Length) : all.Min(c => c.X.Length);
        double[][] at = [.. Enumerable.Range(0, n).Select(k => all.Select(c => k < c.Y.Length ? c.Y[k] : 0).ToArray())];
        Curve mean = all.First(c => c.X.Length >= n) with { Y = [.. at.Select(v => v.Average())] };
        mean = mean with { X = mean.X[..n] };
        return all.Length < 2 ? mean : mean with { Low = [.. at.Select(v => v.Min())], High = [.. at.Select(v => v.Max())], BandName = Band };
    }
}

/// <summary>When a powder was dispersed, and what it had cost by then.</summary>
/// <param name="Strain">Strain.</param>
/// <param name="Time">Time of shearing, s.</param>
/// <param name="Energy">Energy per volume, J/m³.</param>
internal sealed record DispersedAt(double Strain, double Time, double Energy)
{
    public static DispersedAt? Of(IReadOnlyList<Curve> curves)
    {
        double[] Y(string name) => curves.First(c => c.Name == name).Y;
        (double[] bonds, double[] coarse) = (Y("surviving feedstock bonds"), Y("coarse fragments"));
        int last = Array.FindLastIndex([.. bonds.Zip(coarse, (b, m) => b > DispersionSummary.Allowed || m > DispersionSummary.Allowed)], above => above);
        return last + 1 < bonds.Length
            ? new(curves.First(c => c.Name == "coarse fragments").X[last + 1], Y("time of shearing")[last + 1], Y("energy per volume")[last + 1])
            : null;
    }
}
