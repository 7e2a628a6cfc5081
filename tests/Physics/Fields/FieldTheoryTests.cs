using DispersionSim.Analysis;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>Fields whose answer is known without any program.</summary>
public sealed class FieldTheoryTests
{
    /// <summary>Shapes with every kind of factor: powers of four, two, odd primes and a prime as a whole.</summary>
    [Theory]
    [InlineData(8, 12, 10)]
    [InlineData(7, 9, 22)]
    [InlineData(1, 17, 13)]
    [InlineData(2, 3, 270)]
    [InlineData(4, 1, 16)]
    public void Two_point_probability_by_transform_is_that_of_counting_pairs(int n0, int n1, int n2)
    {
        VoxelField field = Random([n0, n1, n2], 3, 0.4);
        int bins = 5;
        double[] same = TwoPoint.Radial(field, 1, 1, bins, 2), across = TwoPoint.Radial(field, 1, 0, bins, 1);
        (double[] countedSame, double[] countedAcross) = (Counted(field, 1, 1, bins), Counted(field, 1, 0, bins));
        Assert.All(Enumerable.Range(0, bins), b => Assert.Equal(countedSame[b], same[b], 1e-12));
        Assert.All(Enumerable.Range(0, bins), b => Assert.Equal(countedAcross[b], across[b], 1e-12));
    }

    [Theory]
    [InlineData(9, 11, 8, 0.93)]
    [InlineData(3, 21, 19, 0.4)]
    [InlineData(1, 37, 41, 0.8)]
    public void Distances_are_those_of_trying_every_voxel(int pages, int rows, int columns, double share)
    {
        VoxelField field = Random([pages, rows, columns], 5, share);
        int[] squared = DistanceTransform.Squared(field, 1, 2);
        for (int at = 0; at < field.Count; at++)
        {
            int nearest = Enumerable.Range(0, field.Count).Where(o => field.Labels[o] != 1).Min(o => Square(field, at, o));
            Assert.Equal(nearest, squared[at]);
        }
    }

    [Fact]
    public void Local_thickness_is_the_radius_of_the_largest_of_all_spheres_that_cover()
    {
        VoxelField field = Random([10, 9, 11], 7, 0.95);
        int[] squared = DistanceTransform.Squared(field, 1, 1);
        float[] radii = LocalThickness.Radii(field, squared, 2);
        for (int at = 0; at < field.Count; at++)
        {
            int largest = Enumerable.Range(0, field.Count).Where(c => Square(field, at, c) < squared[c]).Select(c => squared[c]).DefaultIfEmpty(0).Max();
            Assert.Equal(Math.Sqrt(largest), radii[at], 1e-5);
        }
    }

    /// <summary>Layers across the flow add resistances, layers along it conductances.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Layers_conduct_in_series_and_in_parallel(int axis)
    {
        var labels = new byte[12 * 6 * 5];
        for (int at = 0; at < labels.Length; at++)
        {
            labels[at] = (byte)(at / 30 % 3 == 0 ? 1 : 2);
        }

        var field = new VoxelField(labels, [12, 6, 5], 1);
        var found = FieldDiffusion.Solve(field, l => l == 1 ? 1 : 0.25, axis);
        Assert.Equal(axis == 0 ? 1 / ((1.0 / 3) + (2.0 / 3 / 0.25)) : (1.0 / 3) + (2.0 / 3 * 0.25), found.Effective, 1e-6);
    }

    [Fact]
    public void Phase_without_a_path_conducts_nothing_and_is_not_iterated_on()
    {
        VoxelField field = Random([12, 12, 12], 11, 0.1);
        Assert.Equal(new(0, 0, 0, 0), FieldDiffusion.Solve(field, l => l, 2));
        Assert.Equal(double.NaN, new FieldDiffusion(0, 0, 0, 0).TortuosityFactor(0.1));
    }

    /// <summary>Voxels of one kind and another in blocks: intensity 1 within a block; at random p(1−p)/n, the variance of a mean of n.</summary>
    [Fact]
    public void Intensity_of_segregation_is_one_for_pure_tiles_and_one_over_their_voxels_at_random()
    {
        var labels = new byte[32 * 32 * 32];
        for (int at = 0; at < labels.Length; at++)
        {
            labels[at] = (byte)(((at / 1024 / 8) + (at / 32 % 32 / 8) + (at % 32 / 8)) % 2);
        }

        var pure = TileScatter.At(new(new(labels, [32, 32, 32], 1), 1), 8);
        Assert.Equal(64.0 / 63, pure.Intensity, 1e-12);
        var mixed = TileScatter.At(new(Random([64, 64, 64], 13, 0.3), 1), 4);
        Assert.Equal(1.0 / 64, mixed.Intensity, 4 * Math.Sqrt(2.0 / mixed.Tiles) / 64);
    }

    /// <summary>Where voxels are independent, chords are geometric: mean 1/(1 − p).</summary>
    [Fact]
    public void Chords_of_independent_voxels_are_geometric()
    {
        const double p = 0.6;
        var chords = ChordLengths.Of(Random([40, 40, 400], 17, p), 1, 2);
        double deviation = Math.Sqrt(p) / (1 - p) / Math.Sqrt(chords.All.Sum());
        Assert.Equal(1 / (1 - p), chords.Mean, (4 * deviation) + (1 / (1 - p) / 100));
    }

    /// <summary>Over many fields, the block bootstrap's interval holds the share nearly as often as it says: short of 95 %, for there are 64 blocks.</summary>
    [Fact]
    public void Interval_of_the_share_covers_the_truth()
    {
        int held = Enumerable.Range(0, 200).Count(k => new PhaseBlocks(Random([16, 16, 16], 100 + k, 0.3), 1).Fraction is { } i && i.Low <= 0.3 && i.High >= 0.3);
        Assert.InRange(held, 180, 199);
    }

    private static VoxelField Random(int[] shape, int seed, double share)
    {
        var random = new Core.RandomStream((ulong)seed, Core.StreamName.MonteCarlo);
        return new([.. Enumerable.Range(0, shape[0] * shape[1] * shape[2]).Select(_ => random.NextDouble() < share ? (byte)1 : (byte)0)], shape, 1);
    }

    private static int Square(VoxelField field, int a, int b)
    {
        int sum = 0;
        for (int axis = 0; axis < 3; axis++)
        {
            int d = (a / field.Stride(axis) % field.Shape[axis]) - (b / field.Stride(axis) % field.Shape[axis]);
            sum += d * d;
        }

        return sum;
    }

    private static double[] Counted(VoxelField field, byte label, byte other, int bins)
    {
        var sums = new double[bins];
        var pairs = new double[bins];
        for (int a = 0; a < field.Count; a++)
        {
            for (int b = 0; b < field.Count; b++)
            {
                double square = 0;
                for (int axis = 0; axis < 3; axis++)
                {
                    int d = Math.Abs((a / field.Stride(axis) % field.Shape[axis]) - (b / field.Stride(axis) % field.Shape[axis]));
                    square += Math.Pow(Math.Min(d, field.Shape[axis] - d), 2);
                }

                int bin = (int)Math.Round(Math.Sqrt(square));
                if (bin < bins)
                {
                    pairs[bin]++;
                    sums[bin] += field.Labels[a] == label && field.Labels[b] == other ? 1 : 0;
                }
            }
        }

        return [.. sums.Zip(pairs, (s, p) => s / p)];
    }
}
