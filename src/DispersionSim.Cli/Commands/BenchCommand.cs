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
        Option<string> device = CommonOptions.Device();
        Option<string?> sizes = new("--sizes") { Description = "numbers of particles, with commas; 10000,100000 where absent (ilgpu-cpu: 1000)" };
        Option<string> to = new("--out") { Description = "folder for bench.json, bench.md and roofline.png", DefaultValueFactory = _ => "outputs/bench" };
        Option<string[]> compare = new("--compare") { Description = "two bench.json to set side by side", Arity = new ArgumentArity(2, 2), AllowMultipleArgumentsPerToken = true };
        Option<int> threads = CommonOptions.Threads();
        Option<bool> json = CommonOptions.Json(), quiet = CommonOptions.Quiet();
        var command = new Command("bench", "Measures the speed of the kernels.") { device, sizes, to, compare, threads, json, quiet };
        command.SetAction(parsed => host.Guard(() => parsed.GetValue(compare) is { Length: 2 } files
            ? Compare(host, files, parsed.GetValue(json))
            : Measure(host, parsed.GetValue(device)!, parsed.GetValue(sizes), parsed.GetValue(to)!, parsed.GetValue(threads), parsed.GetValue(quiet), parsed.GetValue(json))));
        return command;
    }

    private static int Measure(CommandHost host, string wanted, string? sizes, string folder, int threads, bool quiet, bool json)
    {
        if (threads is < 1 or > 1024)
        {
            throw new InputException($"--threads {threads}: must be 1 to 1024");
        }

        Action<string> say = quiet ? _ => { } : host.Say;
        int[]? given = sizes is null ? null : Sizes(sizes);
        using ComputeDevice? device = Open(wanted, say);
        int[] counts = given ?? (device?.Description.Kind == DeviceKind.Emulated ? [1_000] : [10_000, 100_000]);
        BenchmarkDocument document = new BenchSuite(threads, device, new BenchRegisters(), say).Run(counts);
        string table = BenchTable.Of(document);
        Picture picture = Roofline(document, device?.Description.Selector ?? BenchHost.Words(threads));
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

    /// <summary>The device; null for the host. Without a wish a CUDA device is taken where there is one.</summary>
    private static ComputeDevice? Open(string wanted, Action<string> say)
    {
        DeviceDescription chosen = wanted == "auto"
            ? DeviceList.Detect().FirstOrDefault(d => d.Kind == DeviceKind.Cuda) ?? DeviceList.Find(DeviceList.Host)
            : DeviceList.Find(wanted);
        if (wanted == "auto" && chosen.Kind == DeviceKind.Cpu)
        {
            say("no CUDA device found: the host is measured");
        }

        return chosen.Kind == DeviceKind.Cpu ? null : ComputeDevice.Open(chosen.Selector);
    }

    /// <summary>The largest systems on the device, or on all threads of the host.</summary>
    private static Picture Roofline(BenchmarkDocument document, string target)
    {
        double bandwidth = double.Parse(document.Device.First(d => d.Name == "copy_bandwidth").Value);
        IEnumerable<KernelTiming> shown = document.Kernels.Where(k => k.Name.EndsWith($", {target}", StringComparison.Ordinal)).GroupBy(k => k.Name, StringComparer.Ordinal).Select(g => g.MaxBy(k => k.Particles)!);
        return RooflinePlot.Png([.. shown.Select(k => new RooflinePoint(k.Name.Split(',')[0], k.Flops / k.Bytes, k.Flops / k.Seconds))], bandwidth, $"Kernels of the largest system, {target}, below the line of memory bandwidth.");
    }

    private static int Compare(CommandHost host, string[] files, bool json)
    {
        IReadOnlyList<(KernelTiming Before, KernelTiming After, double Ratio)> ratios = BenchTable.Ratios(Read(files[0]), Read(files[1]));
        host.Print(json
            ? JsonSerializer.Serialize(new { ratios = ratios.Select(r => new { name = r.Before.Name, second_name = r.After.Name, particles = r.Before.Particles, first = r.Before.Seconds, second = r.After.Seconds, times_faster = r.Ratio }) })
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
