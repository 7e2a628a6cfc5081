using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>Pairs of pixels and voxels of labels, their null, and the intervals of extremes and of diffusivities.</summary>
public sealed class FieldPairTests
{
    /// <summary>Lines of pictures are transformed whole, of even, odd and prime lengths and of more than fill the lanes: against trying every step.</summary>
    [Theory]
    [InlineData(16, 24)]
    [InlineData(17, 31)]
    [InlineData(37, 45)]
    public void Pairs_in_a_picture_are_those_that_trying_every_step_counts(int rows, int columns)
    {
        VoxelField field = Noise([1, rows, columns], 3, 0.4);
        int bins = (Math.Min(rows, columns) / 2) + 1;
        double[] sums = new double[bins], steps = new double[bins];
        for (int a = -((rows - 1) / 2); a <= rows / 2; a++)
        {
            for (int b = -((columns - 1) / 2); b <= columns / 2; b++)
            {
                int bin = (int)Math.Round(Math.Sqrt((a * a) + (b * b)));
                if (bin < bins)
                {
                    steps[bin]++;
                    sums[bin] += Enumerable.Range(0, field.Count).Count(at => field.Labels[at] == 1 && field.Labels[((((at / columns) + a + rows) % rows) * columns) + (((at % columns) + b + columns) % columns)] == 2);
                }
            }
        }

        double[] found = TwoPoint.Radial(field, 1, 2, bins, 2);
        Assert.All(Enumerable.Range(0, bins), k => Assert.Equal(sums[k] / steps[k] / field.Count, found[k], 1e-12));
    }

    /// <summary>A label beside each grain of another is seen to be there; one laid at random is not.</summary>
    [Fact]
    public void Coated_grains_leave_the_band_of_shifts_and_strangers_do_not()
    {
        Assert.True(Outside(coated: true, 1, 1), "the coat is not seen");
        Assert.InRange(Enumerable.Range(0, 20).Count(k => Outside(coated: false, (ulong)(10 + k), 20)), 0, 4);
    }

    /// <summary>Of fields of grains the largest sphere of the next lies in the interval of one about as often as it says.</summary>
    [Fact]
    public void Interval_of_the_largest_sphere_holds_that_of_the_next_field()
    {
        Measurement[] found = [.. Enumerable.Range(0, 41).Select(k => FieldStudy.Of(Grains(48, (ulong)k), new() { Phases = [1], Threads = 2 }, stop: TestContext.Current.CancellationToken).Measured.Single(m => m.Name == "largest sphere of 1"))];
        Assert.InRange(Enumerable.Range(0, 40).Count(k => found[k].Interval!.Value.Low <= found[k + 1].Value && found[k + 1].Value <= found[k].Interval!.Value.High), 32, 40);
    }

    /// <summary>Of random media the mean effective diffusivity lies in the interval of one about as often as it says; and the null of one of its kind has its mean.</summary>
    [Fact]
    public void Interval_of_an_effective_diffusivity_holds_the_mean_of_many_fields()
    {
        Measurement[] found = [.. Enumerable.Range(0, 40).Select(k => FieldStudy.Of(Grains(24, (ulong)k), new() { Phases = [0], Tortuosity = true, Threads = 2 }, stop: TestContext.Current.CancellationToken).Measured.Single(m => m.Name == "effective diffusivity along axis 0 of 0"))];
        double mean = found.Average(m => m.Value);
        Assert.InRange(found.Count(m => m.Interval!.Value.Low <= mean && mean <= m.Interval!.Value.High), 34, 40);
        FieldStudy study = FieldStudy.Of(Grains(32, 1), new() { Phases = [0], Tortuosity = true, Simulations = 39, Threads = 2 }, stop: TestContext.Current.CancellationToken);
        Assert.All(study.Measured.Where(m => m.Name.StartsWith("tortuosity", StringComparison.Ordinal)), m => Assert.True(m.NullBand is not null && m.Interval is not null, m.Name));
        Assert.NotNull(study.Functions.Single(c => c.Name == "local thickness of 0").Low);
    }

    private static bool Outside(bool coated, ulong seed, int step)
    {
        var random = new RandomStream(seed, StreamName.MonteCarlo);
        const int n = 96;
        byte[] labels = new byte[n * n];
        for (int k = 0; k < 60; k++)
        {
            int at = random.NextInt(n * n);
            labels[at] = 1;
            labels[coated ? (at / n * n) + ((at + 1) % n) : random.NextInt(n * n)] = 2;
        }

        FieldStudy study = FieldStudy.Of(new(labels, [1, n, n], 1), new() { Phases = [1, 2], Simulations = 39, Threads = 2 }, stop: TestContext.Current.CancellationToken);
        Curve found = study.Functions.Single(c => c.Name.StartsWith("S12", StringComparison.Ordinal));
        return found.Y[step] < found.Low![step] || found.Y[step] > found.High![step];
    }

    /// <summary>Spheres of two to four voxels that may overlap, a fifth of the field.</summary>
    private static VoxelField Grains(int n, ulong seed)
    {
        var random = new RandomStream(seed, StreamName.MonteCarlo);
        byte[] labels = new byte[n * n * n];
        for (double left = 0.22 * labels.Length; left > 0;)
        {
            double r = 2 + (2 * random.NextDouble());
            (double x, double y, double z) = (n * random.NextDouble(), n * random.NextDouble(), n * random.NextDouble());
            left -= 4 * Math.PI / 3 * r * r * r;
            for (int at = 0; at < labels.Length; at++)
            {
                (double dx, double dy, double dz) = ((at / (n * n)) + 0.5 - x, (at / n % n) + 0.5 - y, (at % n) + 0.5 - z);
                labels[at] = (dx * dx) + (dy * dy) + (dz * dz) < r * r ? (byte)1 : labels[at];
            }
        }

        return new(labels, [n, n, n], 1);
    }

    private static VoxelField Noise(int[] shape, ulong seed, double share)
    {
        var random = new RandomStream(seed, StreamName.MonteCarlo);
        return new([.. Enumerable.Range(0, shape[0] * shape[1] * shape[2]).Select(_ => random.NextDouble() < share ? (byte)1 : random.NextDouble() < share ? (byte)2 : (byte)0)], shape, 1);
    }
}
