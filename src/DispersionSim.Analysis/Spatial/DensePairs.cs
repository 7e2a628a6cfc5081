using System.Runtime.Intrinsics;
using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Weighted pairs of every point with every other, eight side by side: for distances of the order of the box, where a cell grid leaves nothing out.</summary>
/// <remarks>Weights and shells as in <see cref="PairCorrelation"/>.</remarks>
internal sealed class DensePairs
{
    private const int Lanes = 8;

    private readonly Domain domain;
    private readonly int count;

    // Padded with points infinitely far away, so that every run of eight is whole.
    private readonly double[] x, y, z;

    public DensePairs(Domain domain, Vector3d[] positions)
    {
        this.domain = domain;
        count = positions.Length;
        double[] away = Enumerable.Repeat(double.PositiveInfinity, Lanes).ToArray();
        x = [.. positions.Select(p => p.X), .. away];
        y = [.. positions.Select(p => p.Y), .. away];
        z = [.. positions.Select(p => p.Z), .. away];
    }

    /// <summary>Adds the pairs of a part of the points, each with those after it.</summary>
    /// <param name="from">First point.</param>
    /// <param name="to">The one after the last.</param>
    /// <param name="step">Thickness of a shell, m.</param>
    /// <param name="weight">Sum of each shell.</param>
    public void Add(int from, int to, double step, double[] weight)
    {
        // What lies beyond the last shell falls into one more, which is left out.
        double[] sum = new double[weight.Length + 1];
        Span<double> shells = stackalloc double[Lanes], weights = stackalloc double[Lanes];
        Vector512<double> perStep = Vector512.Create(1 / step), beyond = Vector512.Create((double)weight.Length), two = Vector512.Create(2.0);
        for (int a = from; a < to; a++)
        {
            for (int b = a + 1; b < count; b += Lanes)
            {
                Vector512<double> dx = Along(x, a, b, domain.Size.X, domain.PeriodicX), dy = Along(y, a, b, domain.Size.Y, domain.PeriodicY), dz = Along(z, a, b, domain.Size.Z, domain.PeriodicZ);
                Vector512<double> distance = Vector512.Sqrt((dx * dx) + (dy * dy) + (dz * dz));
                Vector512<double> coverage = Share(dx, domain.Size.X, domain.PeriodicX) * Share(dy, domain.Size.Y, domain.PeriodicY) * Share(dz, domain.Size.Z, domain.PeriodicZ);
                Vector512.Min(Vector512.Max(Vector512.Ceiling(distance * perStep) - Vector512<double>.One, Vector512<double>.Zero), beyond).CopyTo(shells);
                (two / coverage).CopyTo(weights);
                for (int lane = 0; lane < Lanes; lane++)
                {
                    sum[(int)shells[lane]] += weights[lane];
                }
            }
        }

        for (int k = 0; k < weight.Length; k++)
        {
            weight[k] += sum[k];
        }
    }

    private static Vector512<double> Along(double[] coordinates, int a, int b, double length, bool periodic)
    {
        Vector512<double> d = Vector512.Abs(Vector512.LoadUnsafe(ref coordinates[b]) - Vector512.Create(coordinates[a]));
        return periodic ? Vector512.Min(d, Vector512.Abs(Vector512.Create(length) - d)) : d;
    }

    private static Vector512<double> Share(Vector512<double> d, double length, bool periodic) =>
        periodic ? Vector512<double>.One : Vector512<double>.One - (d * (1 / length));
}
