using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.Imaging;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>The folder of a surface: a page, its pictures, its numbers.</summary>
internal static class SurfaceOutputs
{
    private const int HistogramBins = 80;

    /// <summary>Writes the folder.</summary>
    /// <returns>Path of the page.</returns>
    /// <exception cref="InputException">The folder is in use.</exception>
    public static string Write(SurfaceStudy study, string path) => MeasuredPage.Write(
        path,
        RunFileNames.SurfacePage,
        new("surface", Path.GetFileName(study.File), Headline(study), Facts(study), study.Warnings, [.. Pictures(study)], study.Measured),
        new(study.Measured, study.Functions) { Extras = study.Extras });

    /// <summary>Its maps and plots.</summary>
    public static IEnumerable<Picture> Pictures(SurfaceStudy study)
    {
        HeightMap levelled = MeanPlane.Level(study.Map), shown = study.Settings.Filtered(levelled) ?? levelled;
        string state = ReferenceEquals(shown, levelled) ? "levelled by its least-squares plane, no filter" : "levelled and filtered as asked for";
        if (study.Map.CountY > 1)
        {
            yield return HeightMapRenderer.Png(shown, "height-map", $"Height map, {state}. Colours span nearly all heights, spikes apart, which take the end colours; invalid points are pink.");
        }

        HeightProfile row = MiddleRow(levelled);
        yield return PlotRenderer.Svg([Curves.Of(row)], new("profile", study.Map.CountY > 1 ? "The middle row of the levelled surface, no filter." : "The levelled profile, no filter.") { Width = 960, Height = 360 });
        if (study.Spectrum.X.Length > 1)
        {
            SelfAffineFit? fit = SurfaceMetrology.Fit(study.Map, study.Spectrum);
            Curve[] spectra = fit is null ? [study.Spectrum] : [study.Spectrum, fit.Model];
            yield return PlotRenderer.Svg(spectra, new("spectrum", "Power spectrum of the levelled surface" + (fit is null ? "." : $" with the line fitted, H {fit.Hurst:0.00}{(fit.RollOffWavelength is null ? ", no plateau" : "")}{(fit.Hurst is < 0 or > 1 ? "; not self-affine" : "")}.")) { LogX = true, LogY = true });
        }

        yield return PlotRenderer.Svg(Curves.Histogram(shown, HistogramBins), new("heights", $"Distribution of the heights, {state}, beside a Gaussian one of the same Sq.") { FromZero = true });
    }

    private static HeightProfile MiddleRow(HeightMap map)
    {
        int y = map.CountY / 2;
        return new(map.StepX, map.Heights[(y * map.CountX)..((y + 1) * map.CountX)]);
    }

    /// <summary>Areal figures of a surface, those of the profile for a single one.</summary>
    private static IReadOnlyList<Measurement> Headline(SurfaceStudy study)
    {
        string[] names = study.Map.CountY == 1 ? ["Ra", "Rq", "Rt"] : ["Sa levelled", "Sq levelled", "Sz levelled"];
        return [.. names.Select(n => study.Measured.First(m => m.Name == n))];
    }

    private static IReadOnlyList<(string, string)> Facts(SurfaceStudy study) =>
    [
        ("points", $"{study.Map.CountX} × {study.Map.CountY}"), ("invalid points", study.Map.InvalidPoints.ToString()),
        ("size", Lengths(study.Map.SizeX, study.Map.SizeY)),
        ("spacing", Lengths(study.Map.StepX, study.Map.StepY)),
    ];

    private static string Lengths(double x, double y) => $"{Quantity.Rounded(x, "m")} × {Quantity.Rounded(y, "m")}".Replace("um", "µm", StringComparison.Ordinal);

    private static class Curves
    {
        public static Curve Of(HeightProfile row) => new("profile", "x", "m", "height", "m", [.. Enumerable.Range(0, row.Count).Select(i => i * row.Step)], row.Heights);

        public static Curve[] Histogram(HeightMap map, int bins)
        {
            double[] heights = [.. map.Heights.Where(double.IsFinite)];
            ArealRoughness r = ArealRoughness.Of(map);
            double mean = heights.Average(), reach = Math.Max(4 * r.Sq, double.Epsilon), width = 2 * reach / bins;
            double[] x = [.. Enumerable.Range(0, bins).Select(i => mean - reach + ((i + 0.5) * width))], share = new double[bins];
            foreach (double h in heights)
            {
                int bin = (int)Math.Floor((h - mean + reach) / width);
                if (bin >= 0 && bin < bins)
                {
                    share[bin] += 1.0 / heights.Length;
                }
            }

            double[] gaussian = [.. x.Select(h => width / r.Sq / Math.Sqrt(2 * Math.PI) * Math.Exp(-(h - mean) * (h - mean) / (2 * r.Sq * r.Sq)))];
            return [new("heights", "height", "m", "share of the points", "-", x, share), new("Gaussian", "height", "m", "share of the points", "-", x, gaussian)];
        }
    }
}
