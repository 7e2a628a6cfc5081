using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary><c>transport DIR|FILE</c>: effective diffusivity and tortuosity factor of phases of a volume.</summary>
internal static class TransportCommand
{
    public static Command Make(CommandHost host)
    {
        Argument<string> what = new("what") { Description = $"folder of a run, or a volume of labels ({VolumeReader.Kinds})" };
        Option<string> phase = new("--phase") { Description = "labels that conduct together, e.g. 0 or 0,2", DefaultValueFactory = _ => "0" };
        Option<string> axis = new("--axis") { Description = "0 (pages), 1, 2 or all", DefaultValueFactory = _ => "all" };
        Option<string> convention = new("--convention") { Description = "face: values fixed on the outer faces (TauFactor); node: at the centres of the end slices (PoreSpy)", DefaultValueFactory = _ => "face" };
        Option<double> tolerance = new("--tolerance") { Description = "residual at which the iteration ends", DefaultValueFactory = _ => 1e-9 };
        Option<string?> shape = new("--shape") { Description = "pages,rows,columns of raw values" };
        Option<string?> type = new("--type") { Description = $"{VolumeRawReader.Types}, of raw values" };
        Option<bool> quiet = CommonOptions.Quiet(), json = CommonOptions.Json();
        var command = new Command("transport", "Solves diffusion through phases of a volume.") { what, phase, axis, convention, tolerance, shape, type, quiet, json };
        command.SetAction(parsed => host.Guard(() =>
        {
            VoxelField field = Field(parsed.GetValue(what)!, parsed.GetValue(shape), parsed.GetValue(type));
            byte[] labels = Labels(field, parsed.GetValue(phase)!);
            int[] axes = Axes(parsed.GetValue(axis)!);
            DiffusionEnds ends = parsed.GetValue(convention) switch
            {
                "face" => DiffusionEnds.Faces,
                "node" => DiffusionEnds.Centres,
                var other => throw new InputException($"--convention {other}: must be face or node"),
            };
            double residual = parsed.GetValue(tolerance) is > 0 and < 1 and var given ? given : throw new InputException(FormattableString.Invariant($"--tolerance {parsed.GetValue(tolerance)}: must lie between 0 and 1"));
            Result[] results = host.WatchWithoutTrace(parsed.GetValue(quiet), (progress, stop) => axes.Select((a, k) =>
            {
                stop.ThrowIfCancellationRequested();
                progress.Step((double)k / axes.Length, $"axis {a}");
                return Solve(field, labels, a, ends, residual);
            }).ToArray());
            Print(host, results, parsed.GetValue(json));
            return ExitCode.Done;
        }));
        return command;
    }

    private static Result Solve(VoxelField field, byte[] labels, int axis, DiffusionEnds ends, double tolerance)
    {
        var clock = Stopwatch.StartNew();
        var found = FieldDiffusion.Solve(field, l => labels.Contains(l) ? 1 : 0, axis, ends, tolerance);
        double share = labels.Sum(l => PhaseProfile.Fraction(field, l));
        return new(axis, labels, share, found, found.TortuosityFactor(ends == DiffusionEnds.Faces ? share : found.Conducting), clock.Elapsed.TotalSeconds);
    }

    private static VoxelField Field(string what, string? shape, string? type)
    {
        string file = Directory.Exists(what) ? Path.Combine(what, RunFileNames.Volume) : what;
        LabelVolume volume = VolumeReader.Read(file, shape, type);
        return new(volume.Labels, [volume.CountZ, volume.CountY, volume.CountX], volume.VoxelSize ?? 1);
    }

    private static byte[] Labels(VoxelField field, string text) =>
    [
        .. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(word =>
            byte.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out byte label) && field.Present.Contains(label)
                ? label
                : throw new InputException($"--phase {text}: must be of the labels that occur, {string.Join(", ", field.Present)}")),
    ];

    private static int[] Axes(string text) => text switch
    {
        "all" => [0, 1, 2],
        "0" or "1" or "2" => [text[0] - '0'],
        _ => throw new InputException($"--axis {text}: must be 0, 1, 2 or all"),
    };

    private static void Print(CommandHost host, Result[] results, bool json)
    {
        if (json)
        {
            host.Print(JsonSerializer.SerializeToUtf8Bytes(new
            {
                results = results.Select(r => new
                {
                    axis = r.Axis,
                    phase = r.Phase.Select(p => (int)p),
                    volume_fraction = r.Fraction,
                    percolating_fraction = r.Found.Conducting,
                    tortuosity_factor = double.IsFinite(r.Tortuosity) ? r.Tortuosity : (double?)null,
                    effective = r.Found.Effective,
                    flux_imbalance = r.Found.Imbalance,
                    iterations = r.Found.Iterations,
                    seconds = r.Seconds,
                }),
            }));
            return;
        }

        foreach (Result r in results)
        {
            host.Print(FormattableString.Invariant($"axis {r.Axis}  phase {string.Join(",", r.Phase)}  fraction {r.Fraction:F5}  percolating {r.Found.Conducting:F5}  {(r.Found.Effective > 0 ? FormattableString.Invariant($"tortuosity factor {r.Tortuosity:F4}  effective {r.Found.Effective:F5}  flux balance {r.Found.Imbalance:E0}") : "no path leads through: no tortuosity")}"));
        }
    }

    private sealed record Result(int Axis, byte[] Phase, double Fraction, FieldDiffusion Found, double Tortuosity, double Seconds);
}
