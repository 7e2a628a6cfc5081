using System.Diagnostics;
using System.Globalization;
using DispersionSim.Analysis;

namespace DispersionSim.Benchmarks;

/// <summary>Cost of one estimator of a field of labels: wall and CPU time, and the most memory the process ever had.</summary>
internal static class FieldsRun
{
    /// <summary>Measures label 1 of a cube of voxels.</summary>
    /// <param name="args">Estimator (two-point, thickness, diffusion), file of bits, threads.</param>
    /// <returns>One line: estimator, edge, times, peak memory, result.</returns>
    public static string Of(string[] args)
    {
        VoxelField field = Cube(args[1]);
        int threads = int.Parse(args[2], CultureInfo.InvariantCulture);
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        string result = Measure(args[0], field, threads);
        TimeSpan wall = Stopwatch.GetElapsedTime(start), cpu = Environment.CpuUsage.TotalTime - before;
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return FormattableString.Invariant($"{args[0],-10} {field.Shape[0],4}³ {wall.TotalSeconds,6:0.00} s wall {cpu.TotalSeconds,6:0.00} s CPU {process.PeakWorkingSet64 / 1e6,6:0} MB  {result}");
    }

    /// <summary>A cube packed eight voxels a byte, most significant first, C order.</summary>
    private static VoxelField Cube(string path)
    {
        byte[] bits = File.ReadAllBytes(path);
        int edge = (int)Math.Round(Math.Cbrt(8.0 * bits.Length));
        byte[] labels = new byte[edge * edge * edge];
        for (int i = 0; i < labels.Length; i++)
        {
            labels[i] = (byte)((bits[i >> 3] >> (7 - (i & 7))) & 1);
        }

        return new(labels, [edge, edge, edge], 1);
    }

    private static string Measure(string estimator, VoxelField field, int threads)
    {
        switch (estimator)
        {
            case "two-point":
                double[] s2 = TwoPoint.Radial(field, 1, 1, field.Shape[0] / 2, threads);
                return FormattableString.Invariant($"S2(0) {s2[0]:F6}, S2(10) {s2[10]:F6}");
            case "thickness":
                float[] radii = LocalThickness.Radii(field, DistanceTransform.Squared(field, 1, threads), threads);
                return FormattableString.Invariant($"mean radius {radii.Where(r => r > 0).Average(r => (double)r):F4}");
            case "diffusion":
                var found = FieldDiffusion.Solve(field, label => label, 0);
                return FormattableString.Invariant($"tortuosity factor {found.TortuosityFactor(PhaseProfile.Fraction(field, 1)):F4}, {found.Iterations} iterations, imbalance {found.Imbalance:0.0e+0}");
            default:
                throw new ArgumentException($"{estimator}: two-point, thickness or diffusion", nameof(estimator));
        }
    }
}
