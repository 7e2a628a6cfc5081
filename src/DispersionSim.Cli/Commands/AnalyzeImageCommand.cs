using System.CommandLine;
using System.Globalization;
using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary><c>analyze image FILE…</c>: particles in micrographs, their sizes, and whether they lie evenly.</summary>
internal static class AnalyzeImageCommand
{
    public static Command Make(CommandHost host)
    {
        Argument<string[]> files = new("files") { Description = "micrographs (.tif, .png, .jpg), several independent sections of one material", Arity = ArgumentArity.OneOrMore };
        Option<string?> pixel = new("--pixel-size") { Description = "edge of a pixel where the file does not say it, e.g. \"10 nm\"" };
        Option<string?> crop = new("--crop") { Description = "part to be measured, LEFT,TOP,RIGHT,BOTTOM in pixels" };
        Option<bool> colours = new("--colours") { Description = "take colours for grey" };
        Option<string?> flat = new("--flat-field") { Description = "take off uneven light: width of a Gaussian several particles wide, e.g. \"5 um\"" };
        Option<bool> curtaining = new("--curtaining") { Description = "take off vertical stripes" };
        Option<int?> median = new("--median") { Description = "half width of the median filter in pixels, 0 to 10; by the noise where absent" };
        Option<string> threshold = new("--threshold") { Description = "otsu, otsu3, otsu4, or a share of the range from the darkest to the brightest, e.g. 0.4", DefaultValueFactory = _ => "otsu" };
        var said = new MicrographCut();
        Option<int[]> labels = new("--labels") { Description = "the picture is one of labels; these are particles", AllowMultipleArgumentsPerToken = true };
        Option<double> split = new("--split") { Description = "depth of a neck, as a share of the radius, at which touching particles are parted; 0 parts none", DefaultValueFactory = _ => 0.15 };
        Option<double> least = new("--least-diameter") { Description = "particles below this many pixels are noise", DefaultValueFactory = _ => 4 };
        Option<int> simulations = new("--simulations") { Description = "simulations of the null, 19 to 9999", DefaultValueFactory = _ => 199 };
        Option<ulong> seed = new("--seed") { Description = "seed of simulations and bootstrap", DefaultValueFactory = _ => 1 };
        Option<string?> nullRun = new("--null-run") { Description = "folder of a finished run: sections of its process-null layers, pictured and cut as the micrograph was, take the place of random spheres as the null" };
        Option<string?> folder = new("--out") { Description = "folder for a page with overlays, plots and numbers" };
        Option<int> threads = CommonOptions.Threads();
        Option<bool> quiet = CommonOptions.Quiet(), json = CommonOptions.Json();
        var command = new Command("image", "Finds particles in micrographs and tests whether they lie evenly.")
        {
            files, pixel, crop, colours, flat, curtaining, median, threshold, labels, split, least, simulations, seed, nullRun, folder, threads, quiet, json,
        };
        foreach (Option option in said.Options)
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed => host.Guard(() =>
        {
            double? asked = AnalyzeCommand.Length(parsed.GetValue(pixel), "--pixel-size");
            (string File, GreyImage Image)[] images = [.. parsed.GetValue(files)!.Select(f => (f, MicrographFile.Read(f, Crop(parsed.GetValue(crop)), parsed.GetValue(colours) || parsed.GetValue(labels) is { Length: > 0 }, host.Say)))];
            (double? level, int classes) = Threshold(parsed.GetValue(threshold)!);
            MicrographOptions options = said.Said(parsed, new()
            {
                PixelSize = MicrographFile.PixelSize(images, asked),
                FlatField = AnalyzeCommand.Length(parsed.GetValue(flat), "--flat-field"),
                Curtaining = parsed.GetValue(curtaining),
                Median = parsed.GetValue(median) is { } reach ? AnalyzeCommand.Within("--median", reach, 0, 10) : null,
                Threshold = level,
                Classes = classes,
                Labels = parsed.GetValue(labels) is { Length: > 0 } given ? [.. given.Select(l => (byte)AnalyzeCommand.Within("--labels", l, 0, 255))] : null,
                Split = AnalyzeCommand.Within("--split", parsed.GetValue(split), 0, 1),
                LeastDiameter = AnalyzeCommand.Within("--least-diameter", parsed.GetValue(least), 1, 1000),
                Seed = parsed.GetValue(seed),
                Threads = Math.Max(1, parsed.GetValue(threads)),
            });
            int count = AnalyzeCommand.Within("--simulations", parsed.GetValue(simulations), 19, 9999);
            (Micrograph[] found, MicrographStudy study, Picture[] overlays) = host.WatchWithoutTrace(parsed.GetValue(quiet), (progress, stop) =>
            {
                Micrograph[] cut = [.. images.Select(i => said.Of(parsed, i.File, i.Image, options))];
                LayerSections? layers = parsed.GetValue(nullRun) is { } run ? NullRun.Read(run, stop) : null;

                // A large picture takes a while to be packed, and need not wait for the simulations.
                Func<Picture[]> draw = () => parsed.GetValue(folder) is null ? [] : [.. cut.Select((c, k) => MicrographOutputs.Overlay((images[k].File, images[k].Image, c), k + 1))];
                Task<Picture[]>? drawn = options.Threads > 1 ? Task.Run(draw, stop) : null;
                var measured = MicrographStudy.Of(cut, options, count, layers, share => progress.Step(share, "simulations of the null"), stop);
                return (cut, measured, drawn?.GetAwaiter().GetResult() ?? draw());
            });
            foreach (string note in study.Notes)
            {
                host.Say(note);
            }

            MetricsDocument document = Document(images, options, found, study);
            Print(host, study, document, parsed.GetValue(json));
            if (parsed.GetValue(folder) is { } named)
            {
                host.Say($"page: {MicrographOutputs.Write([.. images.Select((i, k) => (i.File, found[k], overlays[k]))], study, options, document, named)}");
            }

            return ExitCode.Done;
        }));
        return command;
    }

    /// <summary>Edges of a part of a picture.</summary>
    internal static int[]? Crop(string? text)
    {
        int[]? edges = text is null ? null : [.. text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(w => int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : -1)];
        return edges is null || edges.Length == 4 ? edges : throw new InputException($"--crop {text}: must be four counts of pixels, LEFT,TOP,RIGHT,BOTTOM");
    }

    private static (double? Level, int Classes) Threshold(string text) => text switch
    {
        "otsu" => (null, 2),
        "otsu3" => (null, 3),
        "otsu4" => (null, 4),
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double share) && share is > 0 and < 1 => (share, 2),
        _ => throw new InputException($"--threshold {text}: must be otsu, otsu3, otsu4, or a share of the range between 0 and 1"),
    };

    private static MetricsDocument Document((string File, GreyImage Image)[] images, MicrographOptions options, Micrograph[] found, MicrographStudy study) => new(study.Measured, study.Functions)
    {
        Uniformity = EvennessTests.Of(study.Verdict.Word == "not uniform", study.Verdict.Word, study.Verdict.Tests, study.Verdict.Sections.Count > 0 ? study.Verdict.Sections[0].Null : "none"),
        Extras =
        [
            ("pictures", string.Join(", ", images.Select(i => Path.GetFileName(i.File)))), ("pixels", found.Sum(f => f.Field.Count)), ("pixel_size_m", options.PixelSize), ("reason", study.Verdict.Reason),
            ("null", study.Verdict.Sections.Count > 0 ? study.Verdict.Sections[0].Null : "none"),
        ],
    };

    private static void Print(CommandHost host, MicrographStudy study, MetricsDocument document, bool json)
    {
        if (json)
        {
            host.Print(document.ToJson());
            return;
        }

        AnalyzeCommand.Print(host, study.Measured, [], [], false);
        foreach (PointTest t in study.Verdict.Tests)
        {
            host.Print(FormattableString.Invariant($"{t.Name,-28} p {t.P:F4}   adjusted {t.AdjustedP:F4}{(t.AdjustedP <= 0.05 && t.Departure == Departure.Regular ? "   (more regular than chance: no defect)" : "")}"));
        }

        host.Print($"{study.Verdict.Word}: {study.Verdict.Reason}");
    }
}
