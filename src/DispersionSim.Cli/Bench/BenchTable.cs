using System.Text;
using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>Timings as tables that read well both on a terminal and as Markdown.</summary>
internal static class BenchTable
{
    public static string Of(BenchmarkDocument document)
    {
        var text = new StringBuilder("# Speed of the kernels\n\n");
        foreach ((string name, string value) in document.Device)
        {
            text.Append($"- {name}: {value}\n");
        }

        text.Append($"\n| {"kernel",-28} | {"particles",9} | {"ns/particle",11} | {"Gflop/s",8} | {"GB/s",7} | of copy | {"1 thread ÷ this",15} | {"transfer",8} | registers | occupancy |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (KernelTiming k in document.Kernels)
        {
            text.Append($"| {k.Name,-28} | {k.Particles,9} | {1e9 / k.ParticleStepsPerSecond,11:F2} | {k.Flops / k.Seconds / 1e9,8:F2} | {k.Bytes / k.Seconds / 1e9,7:F2} | {k.BandwidthFraction,7:F3} ");
            text.Append($"| {Known(Single(document, k) / k.Seconds),15} | {Known(k.TransferShare),8} | {k.Registers?.ToString() ?? "–",9} | {Known(k.Occupancy),9} |\n");
        }

        return text.ToString();
    }

    /// <summary>Seconds of the first file over those of the second, row by row of one name and size; of two devices kernel by kernel, the host's with all its threads.</summary>
    /// <exception cref="InputException">The files have no kernel in common.</exception>
    public static IReadOnlyList<(KernelTiming Before, KernelTiming After, double Ratio)> Ratios(BenchmarkDocument first, BenchmarkDocument second)
    {
        IReadOnlyList<(KernelTiming, KernelTiming, double)> shared = Paired(first.Kernels, second.Kernels, k => k.Name);
        if (shared.Count == 0)
        {
            shared = Paired(Last(first), Last(second), Kernel);
        }

        return shared.Count > 0 ? shared : throw new InputException("--compare: the two files have no kernel of one size in common");
    }

    public static string Of(IReadOnlyList<(KernelTiming Before, KernelTiming After, double Ratio)> ratios)
    {
        var text = new StringBuilder($"| {"kernel",-38} | {"particles",9} | {"first, s",10} | {"second, s",10} | times faster |\n|---|--:|--:|--:|--:|\n");
        foreach ((KernelTiming a, KernelTiming b, double ratio) in ratios)
        {
            text.Append($"| {Both(a, b),-38} | {a.Particles,9} | {a.Seconds,10:G4} | {b.Seconds,10:G4} | {ratio,12:F2} |\n");
        }

        return text.ToString();
    }

    private static IReadOnlyList<(KernelTiming, KernelTiming, double)> Paired(IEnumerable<KernelTiming> first, IEnumerable<KernelTiming> second, Func<KernelTiming, string> name) =>
        [.. first.Join(second, k => (name(k), k.Particles), k => (name(k), k.Particles), (a, b) => (a, b, a.Seconds / b.Seconds))];

    /// <summary>The last row of each kernel and size: the one with all threads.</summary>
    private static IEnumerable<KernelTiming> Last(BenchmarkDocument document) => document.Kernels.GroupBy(k => (Kernel(k), k.Particles)).Select(g => g.Last());

    private static string Kernel(KernelTiming k) => k.Name.Split(',')[0];

    private static string Both(KernelTiming a, KernelTiming b) => a.Name == b.Name ? a.Name : $"{a.Name} / {b.Name.Split(", ")[^1]}";

    private static string Known(double? value) => value is { } known ? $"{known:F2}" : "–";

    private static double? Single(BenchmarkDocument document, KernelTiming k)
    {
        string name = $"{Kernel(k)}, 1 thread";
        return document.Kernels.FirstOrDefault(s => s.Particles == k.Particles && s.Name == name)?.Seconds;
    }
}
