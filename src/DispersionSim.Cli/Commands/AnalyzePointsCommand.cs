using System.CommandLine;
using System.Globalization;
using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary><c>analyze points FILE</c>: whether points, spheres or discs lie evenly.</summary>
internal static class AnalyzePointsCommand
{
    private const double Micrometre = 1e-6;
    private const int LeastPoints = 10;

    public static Command Make(CommandHost host)
    {
        Argument<string> file = new("file") { Description = "table with columns x,y[,z][,r][,label], in micrometres" };
        Option<string?> box = new("--box") { Description = "lengths of the window [0, L] in micrometres, e.g. \"10 10 6\"; estimated from the points where absent" };
        Option<string> periodic = new("--periodic") { Description = "axes that wrap, e.g. xy", DefaultValueFactory = _ => "" };
        Option<string> model = new("--null") { Description = string.Join(", ", PointNulls.Names), DefaultValueFactory = _ => "auto" };
        Option<int> simulations = new("--simulations") { Description = "simulations of the null, 19 to 9999", DefaultValueFactory = _ => 999 };
        Option<ulong> seed = new("--seed") { Description = "seed of the simulations", DefaultValueFactory = _ => 1 };
        Option<string?> folder = new("--out") { Description = "folder for a page with plots and numbers" };
        Option<int> threads = CommonOptions.Threads();
        Option<bool> quiet = CommonOptions.Quiet(), json = CommonOptions.Json();
        var command = new Command("points", "Tests whether points lie evenly.") { file, box, periodic, model, simulations, seed, folder, threads, quiet, json };
        command.SetAction(parsed => host.Guard(() =>
        {
            string path = parsed.GetValue(file)!;
            int count = parsed.GetValue(simulations);
            if (count is < 19 or > 9999)
            {
                throw new InputException($"--simulations {count}: must be from 19 to 9999; p has steps of 1/(simulations + 1)");
            }

            PointTable table = PointTableReader.Read(path);
            PointSample sample = Sample(host, path, table, parsed.GetValue(box), parsed.GetValue(periodic)!);
            if (parsed.GetValue(model) is "auto" or "hard-spheres")
            {
                sample = sample.Hard(PointNulls.MostShrunk, out double shrunk);
                if (shrunk is > 0 and <= PointNulls.MostShrunk)
                {
                    host.Say(FormattableString.Invariant($"{path}: particles overlap by up to {100 * shrunk:G3} % of their distance; their radii are taken smaller by as much, so that they can be hard"));
                }
            }

            IPointNull chance = PointNulls.Of(parsed.GetValue(model)!, sample);
            if (parsed.GetValue(model) == "auto" && chance is PoissonNull && sample.Overlaps)
            {
                host.Say($"{path}: particles overlap (are the values of r diameters?); they are taken as points without size");
            }

            PointStudy study = host.WatchWithoutTrace(parsed.GetValue(quiet), (progress, stop) =>
                PointStudy.Of(sample, table.Labels, chance, count, parsed.GetValue(seed), Math.Max(1, parsed.GetValue(threads)), progress.Step, stop));
            Print(host, sample, study, parsed.GetValue(json));
            if (parsed.GetValue(folder) is { } named)
            {
                host.Say($"page: {PointOutputs.Write(path, sample, study, Document(sample, study), named)}");
            }

            return ExitCode.Done;
        }));
        return command;
    }

    private static PointSample Sample(CommandHost host, string path, PointTable table, string? box, string periodic)
    {
        if (table.Positions.Length < LeastPoints)
        {
            throw new InputException($"{path}: {table.Positions.Length} point{(table.Positions.Length == 1 ? "" : "s")}; a test needs at least {LeastPoints}");
        }

        if (periodic.FirstOrDefault(c => !"xyz"[..table.Dimensions].Contains(c)) is var axis and not '\0')
        {
            throw new InputException($"--periodic {periodic}: \"{axis}\" is none of the axes {"xyz"[..table.Dimensions]}");
        }

        double[] lengths = box is null ? Estimated(host, path, table, periodic) : Lengths(box, table.Dimensions);
        RefuseOutside(path, table, lengths);
        (bool x, bool y, bool z) = (periodic.Contains('x'), periodic.Contains('y'), periodic.Contains('z'));
        PointSample sample = table.Dimensions == 2
            ? PointSample.Plane(lengths[0], lengths[1], x, y, table.Positions, table.Radii)
            : new(new(new(lengths[0], lengths[1], lengths[2]), x, y, z), 3, table.Positions, table.Radii);
        RefuseImages(path, sample);
        return sample;
    }

    private static void RefuseOutside(string path, PointTable table, double[] lengths)
    {
        int k = Array.FindIndex(table.Positions, p => p.X < 0 || p.X > lengths[0] || p.Y < 0 || p.Y > lengths[1] || (table.Dimensions == 3 && (p.Z < 0 || p.Z > lengths[2])));
        if (k >= 0)
        {
            Vector3d p = table.Positions[k];
            string advice = Math.Min(Math.Min(p.X, p.Y), p.Z) < 0 ? "the window begins at 0: shift the coordinates" : "give --box";
            throw new InputException(FormattableString.Invariant($"{path}: point {k + 1} at ({p.X / Micrometre:G6}, {p.Y / Micrometre:G6}, {p.Z / Micrometre:G6}) um lies outside the window [0, L] of {string.Join(" x ", lengths.Select(l => (l / Micrometre).ToString("G6", CultureInfo.InvariantCulture)))} um; {advice}"));
        }
    }

    /// <summary>Along an axis that wraps, 0 and L are one place.</summary>
    private static void RefuseImages(string path, PointSample sample)
    {
        var seen = new Dictionary<Vector3d, int>();
        foreach ((int k, Vector3d p) in sample.Positions.Index())
        {
            if (!seen.TryAdd(sample.Window.Wrap(p), k))
            {
                throw new InputException($"{path}: point {k + 1} is an image of point {seen[sample.Window.Wrap(p)] + 1} across the axes that wrap; remove one of the two");
            }
        }
    }

    private static double[] Lengths(string box, int dimensions)
    {
        string[] words = box.Split([' ', ',', ';', 'x'], StringSplitOptions.RemoveEmptyEntries);
        double[] lengths = [.. words.Select(w => double.TryParse(w, NumberStyles.Float, CultureInfo.InvariantCulture, out double um) && um > 0 && double.IsFinite(um) ? um * Micrometre : double.NaN)];
        return lengths.Length == dimensions && !lengths.Any(double.IsNaN)
            ? lengths
            : throw new InputException($"--box \"{box}\": must be {dimensions} positive lengths in micrometres, e.g. \"{(dimensions == 3 ? "10 10 6" : "20 20")}\"");
    }

    /// <summary>From 0 to beyond the farthest point, by the gap that n points leave at an end on average.</summary>
    private static double[] Estimated(CommandHost host, string path, PointTable table, string periodic)
    {
        if (periodic.Length > 0)
        {
            throw new InputException($"--periodic {periodic}: a window that wraps must be given, --box");
        }

        double beyond = (table.Positions.Length + 1.0) / table.Positions.Length;
        double[] lengths = [.. new Func<Vector3d, double>[] { p => p.X, p => p.Y, p => p.Z }.Take(table.Dimensions).Select(of => beyond * table.Positions.Max(of))];
        if (lengths.Any(l => !(l > 0)))
        {
            throw new InputException($"{path}: no window [0, L] can be estimated from these points; give --box");
        }

        host.Say(FormattableString.Invariant($"{path}: no --box; window estimated as {string.Join(" x ", lengths.Select(l => (l / Micrometre).ToString("G4", CultureInfo.InvariantCulture)))} um from the points"));
        return lengths;
    }

    /// <summary>The study in the shape of metrics.json.</summary>
    private static MetricsDocument Document(PointSample sample, PointStudy study) => new(study.Measured, study.Functions)
    {
        Uniformity = EvennessTests.Of(study.Verdict.Rejected, study.Word, study.Verdict.Tests, study.Verdict.Null),
        Extras = [("points", sample.Count), ("dimensions", sample.Dimensions), ("null", study.Verdict.Null), ("filled_share", sample.Radii.Length == 0 ? null! : sample.Fraction), ("segregation_p", double.IsNaN(study.MixingP) ? null! : study.MixingP)],
    };

    private static void Print(CommandHost host, PointSample sample, PointStudy study, bool json)
    {
        if (json)
        {
            host.Print(Document(sample, study).ToJson());
            return;
        }

        host.Print($"{sample.Count} points in {(sample.Dimensions == 3 ? "space" : "the plane")}, against {study.Verdict.Null}");
        foreach (Measurement m in study.Measured)
        {
            if (double.IsNaN(m.Value))
            {
                host.Print($"{m.Name,-36}         - (a single cell)");
                continue;
            }

            string interval = m.Interval is { } i ? FormattableString.Invariant($"[{i.Low:F4}, {i.High:F4}]") : "";
            host.Print(FormattableString.Invariant($"{m.Name,-36} {m.Value,9:F4} {interval,-19} {(m.NullBand is { } band ? FormattableString.Invariant($"null {m.NullMean:F4} [{band.Low:F4}, {band.High:F4}]") : "no null")}"));
        }

        foreach (PointTest t in study.Verdict.Tests)
        {
            host.Print(FormattableString.Invariant($"{t.Name,-36} p {t.P:F4}   adjusted {t.AdjustedP:F4}{(t.AdjustedP <= 0.05 && t.Departure == Departure.Regular ? "   (more regular than chance: no defect)" : "")}"));
        }

        if (!double.IsNaN(study.MixingP))
        {
            host.Print(FormattableString.Invariant($"{"kinds against labels at random",-36} p {study.MixingP:F4}{(study.MixingP > 0.05 ? "" : study.Measured.First(m => m.Name == "segregation of kinds").Value > 0 ? "   (kinds lie apart)" : "   (unlike kinds seek each other)")}"));
        }

        foreach (Curve c in study.Functions.Where(c => c.Low is not null))
        {
            host.Print($"{c.Name,-36} {PointOutputs.Standing(c)}");
        }

        host.Print(study.Reason);
    }
}
