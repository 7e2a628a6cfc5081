using System.Diagnostics;
using System.Globalization;
using DispersionSim.Analysis;
using DispersionSim.Core;

namespace DispersionSim.Benchmarks;

/// <summary>Cost of one function of distance of random points in space: wall and CPU time, and the most memory the process ever had.</summary>
internal static class PointsRun
{
    private const double Step = 0.05;
    private const int Near = 50;

    /// <summary>Measures points of density 1 in an open cube, translation correction.</summary>
    /// <param name="args">Estimator (k: K to 2.5; k-all: K to half the cube's diagonal; g: smooth pair correlation to 2.5), number of points, threads.</param>
    /// <returns>One line: estimator, points, times, peak memory, result.</returns>
    public static string Of(string[] args)
    {
        int count = int.Parse(args[1], CultureInfo.InvariantCulture), threads = int.Parse(args[2], CultureInfo.InvariantCulture);
        double edge = Math.Cbrt(count);
        var random = new RandomStream(1, StreamName.MonteCarlo);
        Vector3d[] points = [.. Enumerable.Range(0, count).Select(_ => new Vector3d(edge * random.NextDouble(), edge * random.NextDouble(), edge * random.NextDouble()))];
        PointSample sample = new(new(new(edge, edge, edge), false, false, false), 3, points, []);
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        (string name, double[] found, double r) = Measure(args[0], sample, threads);
        TimeSpan wall = Stopwatch.GetElapsedTime(start), cpu = Environment.CpuUsage.TotalTime - before;
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return FormattableString.Invariant($"{args[0],-6} {count,7} points {wall.TotalSeconds,6:0.00} s wall {cpu.TotalSeconds,6:0.00} s CPU {process.PeakWorkingSet64 / 1e6,6:0} MB  {name}({r:0.##}) {found[^1]:F4}");
    }

    private static (string Name, double[] Values, double Last) Measure(string estimator, PointSample sample, int threads)
    {
        double half = sample.Window.Size.Length / 2;
        return estimator switch
        {
            "k" => ("K", PairCorrelation.Ripley(sample.Window, sample.Positions, Step, Near, threads), Step * Near),
            "k-all" => ("K", PairCorrelation.Ripley(sample.Window, sample.Positions, half / 128, 128, threads), half),
            "g" => ("g", SmoothPairCorrelation.Of(sample, Step, Near), Step * Near),
            _ => throw new ArgumentException($"{estimator}: k, k-all or g", nameof(estimator)),
        };
    }
}
