using System.CommandLine;
using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.Imaging;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary><c>analyze distribution FILE</c>: diameters of a measured size distribution, by number, area and volume.</summary>
internal static class AnalyzeDistributionCommand
{
    /// <summary>Step of a curve, over its range, below which it is drawn as flat.</summary>
    private const double Flat = 1e-3;

    public static Command Make(CommandHost host)
    {
        Argument<string> file = new("file") { Description = "measured size distribution" };
        Option<string?> unit = new("--unit") { Description = "unit of a plain list" };
        Option<double> scale = new("--scale") { Description = "factor on every size", DefaultValueFactory = _ => 1 };
        Option<int> row = new("--row") { Description = "record of the file, from 0" };
        Option<ulong> seed = new("--seed") { Description = "seed of the bootstrap", DefaultValueFactory = _ => 1 };
        Option<string?> folder = new("--out") { Description = "folder for a page with histogram, cumulative curves and numbers" };
        Option<bool> json = CommonOptions.Json();
        var command = new Command("distribution", "Diameters of a measured size distribution.") { file, unit, scale, row, seed, folder, json };
        command.SetAction(parsed => host.Guard(() =>
        {
            string path = parsed.GetValue(file)!;
            SizeDistribution sizes = DistributionReader.Read(path, new() { Unit = parsed.GetValue(unit), Scale = parsed.GetValue(scale), Row = parsed.GetValue(row) });
            foreach (string warning in sizes.Warnings)
            {
                host.Say($"{path}: {warning}");
            }

            var study = SizeStudy.Of(sizes, parsed.GetValue(seed));
            AnalyzeCommand.Print(host, study.Measured, [], study.Functions, parsed.GetValue(json));
            if (parsed.GetValue(folder) is { } named)
            {
                host.Say($"page: {Write(path, sizes, study, named)}");
            }

            return ExitCode.Done;
        }));
        return command;
    }

    private static string Write(string file, SizeDistribution sizes, SizeStudy study, string folder)
    {
        Picture[] plots = [Plot(study, "histogram", "Share per natural logarithm of the diameter, by number, area and volume."), Cumulative(study)];
        (string, string)[] facts = [("sample", sizes.Name), sizes.IsList ? ("particles", sizes.Diameters.Length.ToString()) : ("classes", sizes.VolumeFraction.Length.ToString())];
        string[] notes = [.. sizes.Warnings, sizes.IsList ? "Intervals come from drawing the particles of this sample with replacement." : "The file gives classes and not how many particles were measured: no interval can be had from it."];
        Measurement[] headline = [.. study.Measured.Where(m => m.Name is "D[1,0]" or "D[3,2]" or "D50,v")];
        return MeasuredPage.Write(folder, RunFileNames.DistributionPage, new("distribution", Path.GetFileName(file), headline, facts, notes, plots, study.Measured), new(study.Measured, study.Functions));
    }

    /// <summary>The cumulative curves.</summary>
    public static Picture Cumulative(SizeStudy study) => Plot(study, "cumulative", "Share below a diameter, by number, area and volume.");

    private static Picture Plot(SizeStudy study, string kind, string caption)
    {
        Curve[] curves = [.. study.Functions.Where(f => f.Name.StartsWith(kind, StringComparison.Ordinal))];
        return PlotRenderer.Svg(Cropped(curves), new(kind, caption) { LogX = true, FromZero = true });
    }

    /// <summary>Instruments list classes over six decades: the curves where any of them is not flat, and the next value on either side.</summary>
    private static Curve[] Cropped(Curve[] curves)
    {
        (double low, double high) = (double.PositiveInfinity, 0);
        foreach (Curve c in curves)
        {
            double rise = Flat * (c.Y.Max() - c.Y.Min());
            for (int k = 1; k < c.X.Length; k++)
            {
                if (Math.Abs(c.Y[k] - c.Y[k - 1]) > rise)
                {
                    (low, high) = (Math.Min(low, c.X[k - 1]), Math.Max(high, c.X[k]));
                }
            }
        }

        return high > low && low > 0 && curves.All(c => c.Low is null) ? [.. curves.Select(c => Within(c, low, high))] : curves;
    }

    private static Curve Within(Curve c, double low, double high)
    {
        int[] kept = [.. Enumerable.Range(0, c.X.Length).Where(k => c.X[k] >= low && c.X[k] <= high)];
        double[] Of(double[] values) => [.. kept.Select(k => values[k])];
        return c with { X = Of(c.X), Y = Of(c.Y), IntervalLow = c.IntervalLow is { } l ? Of(l) : null, IntervalHigh = c.IntervalHigh is { } h ? Of(h) : null };
    }
}
