using System.Collections.Concurrent;
using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Random hard spheres, in a picture discs or sections of spheres, that fill as much of a field as its particles do and are as large: what chance alone would have made of them.</summary>
/// <remarks>
/// Sizes: share of the particles' voxels by local thickness, each voxel with the largest of its neighbourhood, for the cubes at the surface of a sphere are covered by no large one; half a diameter is the distance D to
/// the nearest voxel outside and the mean distance of a point to the nearest voxel centre, 0.480 in space and 0.383 in the plane, by which the best centre among voxels falls short. The window is periodic: the field is a part of more.
/// </remarks>
public sealed class SphereFields
{
    /// <summary>Filled share above which a dried layer is no fluid of spheres, and the null is shown but decides nothing.</summary>
    private const double Decisive = 0.4;

    private const double Densest = 0.5;
    private const int Fewest = 10;
    private const int Most = 20_000;
    private const int MostWhereDense = 5_000;

    private readonly int[] shape;
    private readonly int[] axes;
    private readonly IPointNull spheres;
    private readonly ConcurrentDictionary<(ulong Seed, int Number), PointSample> drawn = [];

    private SphereFields(VoxelField field, int[] axes, PointSample sample)
    {
        (shape, this.axes, Fraction) = ([.. field.Shape], axes, sample.Fraction);
        MeanDiameter = 2 * sample.Radii.Sum(r => Math.Pow(r, axes.Length + 1)) / sample.Radii.Sum(r => Math.Pow(r, axes.Length));
        spheres = sample.Dimensions == 2 && SectionRadii.ArePlausible(sample.Radii) ? new SectionNull(sample) : new HardSphereNull(sample);
    }

    /// <summary>Share of the field that is filled.</summary>
    public double Fraction { get; }

    /// <summary>Mean diameter of the spheres by volume, or of the discs that are to be met by area, voxels.</summary>
    public double MeanDiameter { get; }

    public bool Decides => Fraction <= Decisive;

    public string Name => spheres.Name;

    /// <summary>Fields like one of particles.</summary>
    /// <param name="particles">Label 1 is particles.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="why">Where there is no such null, the reason.</param>
    public static SphereFields? Like(VoxelField particles, int threads, out string why)
    {
        int[] wide = [.. particles.Axes];
        double fraction = PhaseProfile.Fraction(particles, 1), side = wide.Length < 2 ? 0 : wide.Min(a => particles.Shape[a]);
        double[] radii = wide.Length < 2 || fraction is 0 or > Densest ? [] : Radii(particles, threads);
        why = wide.Length < 2 ? "a single line has none"
            : fraction > Densest ? FormattableString.Invariant($"a filled share of {fraction:F2} is too dense for random spheres")
            : radii.Length < Fewest || radii[0] > side / 4 ? "its particles are too large for the field"
            : radii.Length > (fraction > Decisive - 0.1 ? MostWhereDense : Most) ? $"it would take {radii.Length} spheres; cut a part out of the field"
            : "";
        if (why.Length > 0)
        {
            return null;
        }

        // x is the fastest axis.
        double Length(int fromLast) => particles.Shape[wide[^fromLast]];
        Domain window = new(new(Length(1), Length(2), wide.Length == 3 ? Length(3) : 1), true, true, wide.Length == 3);
        return new(particles, wide, new(window, wide.Length, new Vector3d[radii.Length], radii));
    }

    /// <summary>A field placed by chance: 1 in spheres, 0 outside. Spheres once drawn are kept.</summary>
    /// <param name="seed">Seed of all fields.</param>
    /// <param name="number">Which of them.</param>
    /// <exception cref="InputException">The spheres do not fit at random.</exception>
    public VoxelField Draw(ulong seed, int number)
    {
        PointSample found = drawn.GetOrAdd((seed, number), key => spheres.Draw(new(key.Seed, StreamName.MonteCarlo, key.Number)));
        byte[] labels = new byte[shape[0] * shape[1] * shape[2]];
        foreach ((Vector3d place, double radius) in found.Positions.Zip(found.Radii))
        {
            Fill(labels, place, radius);
        }

        return new(labels, shape, 1);
    }

    /// <summary>Radii, the largest first, that fill what the particles fill.</summary>
    private static double[] Radii(VoxelField particles, int threads)
    {
        float[] covering = Widened(particles, LocalThickness.Radii(particles, DistanceTransform.Squared(particles, 1, threads), threads));
        double toCentre = particles.Axes.Count() == 3 ? 0.480 : 0.383, left = 0;
        var radii = new List<double>();
        foreach (IGrouping<double, float> size in covering.Where(r => r > 0).GroupBy(r => Math.Round(4 * r) / 4).OrderByDescending(g => g.Key))
        {
            double radius = size.Key + toCentre, volume = particles.Axes.Count() == 3 ? 4 * Math.PI / 3 * radius * radius * radius : Math.PI * radius * radius;
            for (left += size.Count(); left >= volume / 2 && radii.Count <= Most; left -= volume)
            {
                radii.Add(radius);
            }
        }

        return [.. radii];
    }

    /// <summary>Each voxel's radius the largest of those next to it.</summary>
    private static float[] Widened(VoxelField field, float[] radii)
    {
        float[] wide = [.. radii];
        foreach (int axis in field.Axes)
        {
            (float[] from, int n, int stride) = ([.. wide], field.Shape[axis], field.Stride(axis));
            for (int at = 0; at < from.Length; at++)
            {
                int k = at / stride % n;
                wide[at] = Math.Max(from[at], Math.Max(k > 0 ? from[at - stride] : 0, k + 1 < n ? from[at + stride] : 0));
            }
        }

        for (int at = 0; at < wide.Length; at++)
        {
            wide[at] = radii[at] > 0 ? wide[at] : 0;
        }

        return wide;
    }

    private void Fill(byte[] labels, Vector3d place, double radius)
    {
        double[] centre = [0, 0, 0];
        double[] coordinates = [place.X, place.Y, place.Z];
        for (int c = 0; c < axes.Length; c++)
        {
            centre[axes[^(c + 1)]] = coordinates[c];
        }

        (int From, int To) Span(int axis, double reach) => shape[axis] == 1 ? (0, 0) : ((int)Math.Ceiling(centre[axis] - reach - 0.5), (int)Math.Floor(centre[axis] + reach - 0.5));
        double Away(int axis, int k) => shape[axis] == 1 ? 0 : (k + 0.5 - centre[axis]) * (k + 0.5 - centre[axis]);
        (int i0, int i1) = Span(0, radius);
        for (int i = i0; i <= i1; i++)
        {
            double onPage = (radius * radius) - Away(0, i);
            (int j0, int j1) = Span(1, Math.Sqrt(Math.Max(0, onPage)));
            for (int j = j0; j <= j1; j++)
            {
                double inRow = onPage - Away(1, j);
                if (inRow <= 0)
                {
                    continue;
                }

                int row = ((Wrapped(i, 0) * shape[1]) + Wrapped(j, 1)) * shape[2];
                (int k0, int k1) = Span(2, Math.Sqrt(inRow));
                for (int k = k0; k <= k1; k++)
                {
                    labels[row + Wrapped(k, 2)] = 1;
                }
            }
        }
    }

    private int Wrapped(int k, int axis) => k < 0 ? k + shape[axis] : k >= shape[axis] ? k - shape[axis] : k;
}
