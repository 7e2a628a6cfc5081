using System.CommandLine;
using System.Globalization;
using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.Imaging;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary><c>analyze power</c>: which agglomerates the battery for images and points would have seen, against their density contrast.</summary>
internal static class AnalyzePowerCommand
{
    public static Command Make(CommandHost host)
    {
        Option<string> contrasts = new("--contrasts") { Description = "density of the agglomerates over that of the whole, several", DefaultValueFactory = _ => "1,1.25,1.5,2,2.5" };
        Option<double> fraction = new("--fraction") { Description = "share of the volume that particles fill, 0.02 to 0.3", DefaultValueFactory = _ => 0.2 };
        Option<double> share = new("--share") { Description = "share of the particles in agglomerates, 0 to 0.5", DefaultValueFactory = _ => 0.1 };
        Option<int> size = new("--size") { Description = "particles an agglomerate, 2 to 100", DefaultValueFactory = _ => 20 };
        Option<int> particles = new("--particles") { Description = "particles of a point set, or of all sections together, 100 to 100000", DefaultValueFactory = _ => 1000 };
        Option<string> sections = new("--sections") { Description = "sections a verdict; 0 for points in a volume; several, such as 0,1,5, for a curve each", DefaultValueFactory = _ => "0" };
        Option<int> repeats = new("--repeats") { Description = "made-up sets a contrast, 2 to 10000", DefaultValueFactory = _ => 40 };
        Option<int> simulations = new("--simulations") { Description = "simulations of the null a set, 119 to 9999", DefaultValueFactory = _ => 199 };
        Option<ulong> seed = new("--seed") { Description = "seed", DefaultValueFactory = _ => 1 };
        Option<string?> folder = new("--out") { Description = "folder for a plot and numbers" };
        Option<int> threads = CommonOptions.Threads();
        Option<bool> quiet = CommonOptions.Quiet(), json = CommonOptions.Json();
        var command = new Command("power", "Which agglomerates the tests for images and points would have seen, without knowing which particles belong together.")
        {
            contrasts, fraction, share, size, particles, sections, repeats, simulations, seed, folder, threads, quiet, json,
        };
        command.SetAction(parsed => host.Guard(() =>
        {
            DetectionStudy study = new()
            {
                Fraction = AnalyzeCommand.Within("--fraction", parsed.GetValue(fraction), 0.02, 0.3),
                Share = AnalyzeCommand.Within("--share", parsed.GetValue(share), 0, 0.5),
                Size = AnalyzeCommand.Within("--size", parsed.GetValue(size), 2, 100),
                Particles = AnalyzeCommand.Within("--particles", parsed.GetValue(particles), 100, 100_000),
                Repeats = AnalyzeCommand.Within("--repeats", parsed.GetValue(repeats), 2, 10_000),
                Simulations = AnalyzeCommand.Within("--simulations", parsed.GetValue(simulations), 119, 9999),
                Seed = parsed.GetValue(seed),
            };
            double[] asked = Contrasts(parsed.GetValue(contrasts)!, study.Fraction);
            DetectionStudy[] studies = [.. Sections(parsed.GetValue(sections)!).Select(n => study with { Sections = n })];
            int team = Math.Max(1, parsed.GetValue(threads));
            Measurement[][] found = host.WatchWithoutTrace(parsed.GetValue(quiet), (progress, stop) => studies.Select((s, n) => asked.Select((c, k) =>
                s.Detected(c, team, done => progress.Step(((n * asked.Length) + k + done) / (asked.Length * studies.Length), "made-up sets"), stop)).ToArray()).ToArray());
            Measurement[] all = [.. found.SelectMany((f, n) => f.Select(m => studies.Length > 1 ? m with { Name = $"{m.Name}, {studies[n].Kind}" } : m))];
            Curve[] curves = [.. found.Select((f, n) => Curve(studies.Length > 1 ? $"detected, {studies[n].Kind}" : "detected", asked, f))];
            AnalyzeCommand.Print(host, all, [], curves, parsed.GetValue(json));
            if (parsed.GetValue(folder) is { } named)
            {
                host.Say($"files: {Write(named, studies, all, curves)}");
            }

            return ExitCode.Done;
        }));
        return command;
    }

    private static double[] Contrasts(string text, double fraction)
    {
        // Denser than 0.5 random spheres are not drawn.
        double most = 0.5 / fraction;
        return [.. text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(w => double.TryParse(w, NumberStyles.Float, CultureInfo.InvariantCulture, out double c) && c >= 0.5 && c <= most
            ? c
            : throw new InputException(FormattableString.Invariant($"--contrasts {w}: must be from 0.5 to {most:G3}, at which agglomerates fill half of their volume")))];
    }

    private static int[] Sections(string text)
    {
        int[] asked = [.. text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(w => int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : -1)];
        return asked.Length > 0 && asked.All(n => n is >= 0 and <= 100) ? asked : throw new InputException($"--sections {text}: must be numbers from 0 to 100, e.g. 0,5");
    }

    private static Curve Curve(string name, double[] asked, Measurement[] found) => new(name, "density of agglomerates over the whole", "-", "share detected", "-", asked, [.. found.Select(m => m.Value)])
    {
        Low = [.. found.Select(m => m.Interval!.Value.Low)],
        High = [.. found.Select(m => m.Interval!.Value.High)],
        BandName = "95 % interval",
    };

    private static string Write(string path, DetectionStudy[] studies, Measurement[] found, Curve[] curves)
    {
        DetectionStudy study = studies[0];
        using RunFolder folder = RunFolder.Create(path);
        string caption = FormattableString.Invariant($"Share of {study.Repeats} made-up sets ({string.Join(", ", studies.Select(s => s.Kind))}) in which {100 * study.Share:G3} % of {study.Particles} particles in agglomerates of {study.Size} are detected; all particles fill {study.Fraction:G3} of the volume.");
        folder.WritePictures(RunFileNames.Plots, [PlotRenderer.Svg(curves, new("power", caption) { FromZero = true, Markers = true, Level = 0.95 })]);
        new MetricsDocument(found, curves).Write(folder.Metrics);
        return folder.Root;
    }
}
