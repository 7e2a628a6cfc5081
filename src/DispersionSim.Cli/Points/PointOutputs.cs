using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.Imaging;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>The folder of a measured point set: a page with its plots and numbers.</summary>
internal static class PointOutputs
{
    private static readonly (string Name, string File, string Caption)[] Plots =
    [
        ("L function", "l-function", "L(r) − r; above the envelope of the null, where there is one, points are crowded, below it they keep apart."),
        ("Ripley's K", "k-function", "Ripley's K: volume or area in which chance would place as many neighbours."),
        ("pair correlation", "pair-correlation", "Pair correlation g(r): neighbours at a distance against points at random, which would give 1."),
        ("nearest-neighbour function", "nearest-neighbours", "Share of points with a neighbour within r, without edge correction: the null has the same edges."),
        ("corrected nearest-neighbour function", "nearest-neighbours-corrected", "The same after Kaplan and Meier, corrected for the edges."),
        ("empty-space function", "empty-space", "Share of places with a point within r."),
        ("J function", "j-function", "(1 − G)/(1 − F): below 1 where points crowd, above 1 where they keep apart."),
        ("mark correlation of radii", "mark-correlation", "Product of the radii of two points at a distance over the squared mean: 1 where size and place are independent; band by dealing the radii out anew."),
        ("K between", "k-between-kinds", "K between two kinds of points; band by dealing the kinds out anew."),
    ];

    /// <summary>Writes the folder.</summary>
    /// <param name="file">Name of the measured file.</param>
    /// <param name="sample">The set.</param>
    /// <param name="study">What was measured.</param>
    /// <param name="document">The numbers, for metrics.json.</param>
    /// <param name="path">The folder.</param>
    /// <returns>Path of the page.</returns>
    /// <exception cref="InputException">The folder is in use.</exception>
    public static string Write(string file, PointSample sample, PointStudy study, MetricsDocument document, string path)
    {
        (string, string)[] facts =
        [
            ("points", sample.Count.ToString()), ("window", Window(sample)), ("null", study.Verdict.Null),
            ("filled share", sample.Radii.Length == 0 ? "points without size" : FormattableString.Invariant($"{sample.Fraction:F3}")),
        ];
        Picture[] pictures = [.. Plots.SelectMany(p => study.Functions.Where(c => c.Name == p.Name || (p.Name == "K between" && c.Name.StartsWith(p.Name, StringComparison.Ordinal))).Select((c, k) => PlotRenderer.Svg([c], new(k == 0 ? p.File : $"{p.File}-{k + 1}", p.Caption))))];
        string[] notes = [study.Reason, "Intervals come from blocks of this one set and say nothing of how sets differ; bands come from the null."];
        return MeasuredPage.Write(path, RunFileNames.PointsPage, new("points", $"{Path.GetFileName(file)} — {study.Word}", [.. study.Measured.Take(3)], facts, notes, pictures, study.Measured), document);
    }

    /// <summary>Where a function leaves the band of its null, in words.</summary>
    public static string Standing(Curve curve)
    {
        int[] above = [.. Enumerable.Range(0, curve.X.Length).Where(k => curve.Y[k] > curve.High![k])], below = [.. Enumerable.Range(0, curve.X.Length).Where(k => curve.Y[k] < curve.Low![k])];
        string[] parts = [.. new[] { Part(above, "above"), Part(below, "below") }.OfType<string>()];
        return parts.Length == 0 ? "within the envelope of its null" : string.Join(", ", parts);

        string? Part(int[] at, string word) => at.Length == 0 ? null : $"{word} the envelope from {Quantity.Rounded(curve.X[at[0]], "m")} to {Quantity.Rounded(curve.X[at[^1]], "m")} ({at.Length} of {curve.X.Length} distances)";
    }

    private static string Window(PointSample sample)
    {
        (double Length, bool Wraps)[] axes = [.. new[] { (sample.Window.Size.X, sample.Window.PeriodicX), (sample.Window.Size.Y, sample.Window.PeriodicY), (sample.Window.Size.Z, sample.Window.PeriodicZ) }.Take(sample.Dimensions)];
        return string.Join(" × ", axes.Select(a => Quantity.Rounded(a.Length, "m").Replace("um", "µm", StringComparison.Ordinal) + (a.Wraps ? " periodic" : "")));
    }
}
