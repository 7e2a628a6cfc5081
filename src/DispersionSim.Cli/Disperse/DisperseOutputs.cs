using DispersionSim.Core;
using DispersionSim.Imaging;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>The files of a dispersion: figures as JSON, curves as CSV and plots, and a page of words.</summary>
internal static class DisperseOutputs
{
    /// <summary>Largest size whose distribution is drawn over a linear axis.</summary>
    private const int MostLinear = 20;

    public static void Write(RunPlan plan, RunFolder folder, DispersionSummary summary)
    {
        AtomicFile.Write(folder.At(RunFileNames.Dispersion), ToJson(summary));
        WriteCurves(folder.At(RunFileNames.SizeStrain), [.. summary.Curves.Where(c => c.XName == "shear strain")]);
        WriteCurves(folder.At(RunFileNames.Fragments), Alike([.. summary.Curves.Where(c => c.XName == DispersionSummary.Size)]));
        folder.WritePictures(RunFileNames.Plots, Plots(summary));
        AtomicFile.Write(folder.At(RunFileNames.Summary), DisperseWords.Page(plan, summary));
    }

    public static byte[] ToJson(DispersionSummary summary) => new MetricsDocument(summary.Figures, summary.Curves).ToJson();

    private static void WriteCurves(string path, IReadOnlyList<Curve> curves)
    {
        string[] columns = [.. curves.SelectMany(c => new[] { c.Name, c.Name + " low", c.Name + " high" }.Take(c.Low is null ? 1 : 3)).Prepend(curves[0].XName).Select(n => n.Replace(' ', '_'))];
        GrainTableWriter.WriteNumbers(path, columns, Enumerable.Range(0, curves[0].X.Length)
            .Select(k => (double[])[curves[0].X[k], .. curves.SelectMany(c => c.Low is null ? [c.Y[k]] : new[] { c.Y[k], c.Low[k], c.High![k] })]));
    }

    private static IEnumerable<Picture> Plots(DispersionSummary summary)
    {
        Curve[] Named(string y, params string[] names) => [.. names.Select((n, k) => summary.Curve(n) is var c && k > 0 ? c with { YName = y, BandName = "" } : c with { YName = y })];
        yield return Plot("fragment-size", "Mean (by mass) and largest fragment of a parent agglomerate against strain.", s => s with { LogY = true }, Named("primaries of a fragment", "largest fragment", "mean fragment size"));
        yield return Plot("shares", "Bonds of the powder that still hold, mass of primaries that touch no other, and mass in fragments of more than five primaries, against strain.", s => s with { FromZero = true, Level = DispersionSummary.Allowed }, Named("share", "single primaries", "surviving feedstock bonds", "coarse fragments"));
        Curve[] sizes = [.. Named("share not larger", "fragments by number", "fragments by mass", "clusters by number", "clusters by mass").Select(Sum)];
        yield return Plot("final-sizes", "Pieces at the end of shearing: share not larger than a size. Fragments are what is left of one agglomerate, clusters whatever touches.", s => s with { LogX = sizes.Max(c => c.X.Length) > MostLinear, FromZero = true, Markers = true }, [.. Alike(sizes)]);
        yield return Plot("breakage", "Breakages of fragments so far, up to the strain at which they end: ruptures take more than a tenth of the primaries off the largest piece, erosions less.", s => s with { FromZero = true, Markers = true }, [.. WhileRising(Named("breakages so far", "ruptures", "erosions"))]);
        Curve[] off = [.. Named("share of the breakages", "taken off by a rupture", "taken off by an erosion").Select(Sum)];
        yield return Plot("taken-off", "Primaries that a breakage took off the largest piece: share of the ruptures and of the erosions that took no more.", s => s with { LogX = true, FromZero = true, Markers = true }, [.. Alike(off)]);
        yield return Plot("energy", "Work of the flow in a volume of slurry against strain.", s => s with { FromZero = true }, summary.Curve("energy per volume") with { Low = null, High = null, BandName = "" });
    }

    private static Picture Plot(string name, string caption, Func<PlotStyle, PlotStyle> style, params Curve[] curves) => PlotRenderer.Png(curves, style(new(name, caption)));

    /// <summary>Without the long end at which nothing rises any more, but for a fifth of it to show that.</summary>
    private static IEnumerable<Curve> WhileRising(IReadOnlyList<Curve> curves)
    {
        int last = curves.Max(c => Array.FindLastIndex(c.Y, y => y < c.Y[^1]));
        Range shown = ..Math.Min(curves[0].X.Length, (6 * (last + 2) / 5) + 1);
        return curves.Select(c => c with { X = c.X[shown], Y = c.Y[shown], Low = c.Low?[shown], High = c.High?[shown] });
    }

    /// <summary>From shares at each size to shares up to it.</summary>
    private static Curve Sum(Curve shares)
    {
        double sum = 0;
        return shares with { Y = [.. shares.Y.Select(y => sum += y)], Low = null, High = null, BandName = "" };
    }

    /// <summary>All of the length of the longest: sizes that a distribution does not reach add nothing to it.</summary>
    private static IReadOnlyList<Curve> Alike(IReadOnlyList<Curve> curves)
    {
        double[] x = curves.MaxBy(c => c.X.Length)!.X;
        return [.. curves.Select(c => c with { X = x, Y = Filled(c.Y, c.YName == "share" ? 0 : c.Y[^1])!, Low = Filled(c.Low, 0), High = Filled(c.High, 0) })];

        double[]? Filled(double[]? y, double with) => y is null ? null : [.. y, .. Enumerable.Repeat(with, x.Length - y.Length)];
    }
}
