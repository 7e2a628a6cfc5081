using System.CommandLine;
using System.Text.Json;
using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Imaging;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary><c>bench</c>: how fast the kernels are on this machine, and how far from what its memory allows.</summary>
internal static class BenchCommand
{
    private const int Smallest = 100;
    private const int Largest = 10_000_000;

    public static Command Make(CommandHost host)
    {
        Option<string> device = CommonOptions.Device(), sizes = new("--sizes") { Description = "numbers of particles, with commas", DefaultValueFactory = _ => "10000,100000" };
        Option<string> to = new("--out") { Description = "folder for bench.json, bench.md and roofline.png", DefaultValueFactory = _ => "outputs/bench" };
        Option<string[]> compare = new("--compare") { Description = "two bench.json to set side by side", Arity = new ArgumentArity(2, 2), AllowMultipleArgumentsPerToken = true };
        Option<int> threads = CommonOptions.Threads();
        Option<bool> json = CommonOptions.Json(), quiet = CommonOptions.Quiet();
        var command = new Command("bench", "Measures the speed of the kernels.") { device, sizes, to, compare, threads, json, quiet };
        command.SetAction(parsed => host.Guard(() => parsed.GetValue(compare) is { Length: 2 } files
            ? Compare(host, files, parsed.GetValue(json))
            : Measure(host, parsed.GetValue(device)!, Sizes(parsed.GetValue(sizes)!), parsed.GetValue(to)!, parsed.GetValue(threads), parsed.GetValue(quiet), parsed.GetValue(json))));
        return command;
    }

    private static int Measure(CommandHost host, string device, IReadOnlyList<int> sizes, string folder, int threads, bool quiet, bool json)
    {
        if (threads is < 1 or > 1024)
        {
            throw new InputException($"--threads {threads}: must be 1 to 1024");
        }

        Action<string> say = quiet ? _ => { } : host.Say;
        Note(device, say);
        BenchmarkDocument document = new BenchSuite(threads, say).Run(sizes);
        string table = BenchTable.Of(document);
        Picture picture = Roofline(document, threads);
        BenchFolder.Write(folder, document, table, picture.Name, picture.Bytes);
        if (json)
        {
            host.Print(document.ToJson());
        }
        else
        {
            host.Print(table);
            host.Print($"files: {folder}");
        }

        return ExitCode.Done;
    }

    private static void Note(string device, Action<string> say)
    {
        _ = DeviceChoice.Note(device);
        if (device.Split(':')[0] is "cuda" or "opencl")
        {
            say($"--device {device}: kernels are measured on the host in this version");
        }
        else if (device == "auto" && DeviceList.Detect().Count > 1)
        {
            say("an accelerator was found; kernels are measured on the host in this version");
        }
    }

    /// <summary>The largest systems on all threads.</summary>
    private static Picture Roofline(BenchmarkDocument document, int threads)
    {
        double bandwidth = double.Parse(document.Device.First(d => d.Name == "copy_bandwidth").Value);
        string team = $", {threads} thread{(threads == 1 ? "" : "s")}";
        IEnumerable<KernelTiming> shown = document.Kernels.Where(k => k.Name.EndsWith(team, StringComparison.Ordinal)).GroupBy(k => k.Name, StringComparer.Ordinal).Select(g => g.MaxBy(k => k.Particles)!);
        return RooflinePlot.Png([.. shown.Select(k => new RooflinePoint(k.Name.Split(',')[0], k.Flops / k.Bytes, k.Flops / k.Seconds))], bandwidth, $"Kernels of the largest system{team}, below the line of memory bandwidth.");
    }

    private static int Compare(CommandHost host, string[] files, bool json)
    {
        IReadOnlyList<(KernelTiming Before, KernelTiming After, double Ratio)> ratios = BenchTable.Ratios(Read(files[0]), Read(files[1]));
        host.Print(json
            ? JsonSerializer.Serialize(new { ratios = ratios.Select(r => new { name = r.Before.Name, particles = r.Before.Particles, first = r.Before.Seconds, second = r.After.Seconds, times_faster = r.Ratio }) })
            : BenchTable.Of(ratios));
        return ExitCode.Done;
    }

    private static BenchmarkDocument Read(string path)
    {
        BenchmarkDocument document = BenchmarkDocument.Read(path);
        return document.Kernels.Count > 0 && document.Kernels.All(k => k.Seconds > 0) ? document : throw new InputException($"{path}: holds no kernel with a positive time");
    }

    private static int[] Sizes(string text)
    {
        string[] words = text.Split(',', StringSplitOptions.TrimEntries);
        return [.. words.Select(w => int.TryParse(w, out int n) && n is >= Smallest and <= Largest ? n : throw new InputException($"--sizes {text}: '{w}' must be a whole number from {Smallest} to {Largest}"))];
    }
}
