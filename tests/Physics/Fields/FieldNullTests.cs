using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.IO;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>Fields of spheres against random spheres of their size, and the numbers that describe gaps and pairs.</summary>
public sealed class FieldNullTests
{
    /// <summary>Spheres of six voxels added one by one: their size is found again, and they are what the null says.</summary>
    [Fact]
    public void Random_spheres_are_like_their_own_null()
    {
        LabelVolume volume = VolumeRawReader.ReadNumpy(AnalysisFolder.File("voxels", "sv_rsa_spheres.npy"));
        var field = new VoxelField(volume.Labels, [volume.CountZ, volume.CountY, volume.CountX], 1);
        SphereFields spheres = SphereFields.Like(field, 2, out _)!;
        Assert.True(spheres.Decides);
        Assert.Equal(0.300354, spheres.Fraction, 0.01);
        Assert.InRange(spheres.MeanDiameter, 0.93 * 12, 1.03 * 12);
        Assert.Equal(spheres.Fraction, PhaseProfile.Fraction(spheres.Draw(1, 0), 1), 0.005);

        FieldStudy study = FieldStudy.Of(field, new() { Phases = [1], Simulations = 99, Threads = 2 }, stop: TestContext.Current.CancellationToken);
        Assert.False(study.Rejected);
        Assert.True(study.Tests.Single(t => t.Name == "variation of the share of 1").P > 0.05);
        Measurement chord = study.Measured.Single(m => m.Name == "mean chord along axis 0 of 1");
        Assert.Equal(chord.Value, chord.NullMean!.Value, 0.03 * chord.Value);
        Assert.All(study.Measured, m => Assert.True(m.NullBand is not null, m.Name));
        Assert.All(study.Functions.Where(c => c.XName == "window"), c => Assert.True(c.Low is not null && c.IntervalLow is not null, c.Name));
    }

    /// <summary>The same spheres in clumps of 27: tiles as large as a sphere and larger vary more than by chance.</summary>
    [Fact]
    public void Spheres_in_clumps_are_found_uneven()
    {
        const int n = 64, r = 3;
        RandomStream random = new(5, StreamName.MonteCarlo);
        byte[] labels = new byte[n * n * n];
        for (int clump = 0; clump < 8; clump++)
        {
            int[] corner = [.. Enumerable.Range(0, 3).Select(a => (((clump >> a) & 1) * 32) + random.NextInt(10))];
            for (int at = 0; at < 21 * 21 * 21; at++)
            {
                (int i, int j, int k) = (at / 441, at / 21 % 21, at % 21);
                int Square(int x) => ((x % 7) - 3) * ((x % 7) - 3);
                labels[((((corner[0] + i) * n) + corner[1] + j) * n) + corner[2] + k] |= (byte)(Square(i) + Square(j) + Square(k) <= r * r ? 1 : 0);
            }
        }

        FieldStudy study = FieldStudy.Of(new(labels, [n, n, n], 1), new() { Phases = [1], Simulations = 99, Threads = 2 }, stop: TestContext.Current.CancellationToken);
        PointTest test = study.Tests.Single(t => t.Name == "variation of the share of 1");
        Assert.True(test.IsDefect, $"p {test.P}, effect {test.Effect}");
    }

    [Fact]
    public void Dense_phase_is_compared_by_what_is_outside_it_and_a_single_line_with_nothing()
    {
        byte[] labels = [.. Enumerable.Range(0, 40 * 40 * 40).Select(at => (byte)(((at / 1600 % 10) is > 2 and < 7) && ((at / 40 % 10) is > 2 and < 7) && ((at % 10) is > 2 and < 7) ? 0 : 1))];
        FieldStudy study = FieldStudy.Of(new(labels, [40, 40, 40], 1), new() { Simulations = 19 }, stop: TestContext.Current.CancellationToken);
        Curve ofMatrix = study.Functions.Single(c => c.Name == "CoV of 1"), ofHoles = study.Functions.Single(c => c.Name == "CoV of 0");
        Assert.Contains("outside it", ofMatrix.BandName, StringComparison.Ordinal);
        double odds = 0.064 / 0.936;
        Assert.All(ofMatrix.High!.Index(), e => Assert.Equal(ofHoles.High![e.Index] * odds, e.Item, 1e-9));
        Assert.Null(SphereFields.Like(new([1, 0, 1, 0], [1, 1, 4], 1), 1, out string why));
        Assert.NotEmpty(why);
    }

    /// <summary>A point is in one phase or in the other: S₁₂ = f − S₂.</summary>
    [Fact]
    public void Cross_correlation_of_two_phases_follows_from_that_of_one()
    {
        RandomStream random = new(9, StreamName.MonteCarlo);
        var field = new VoxelField([.. Enumerable.Range(0, 18 * 20 * 22).Select(_ => (byte)(random.NextDouble() < 0.3 ? 1 : 0))], [18, 20, 22], 1);
        FieldStudy study = FieldStudy.Of(field, new(), stop: TestContext.Current.CancellationToken);
        double f = PhaseProfile.Fraction(field, 1);
        Curve own = study.Functions.Single(c => c.Name == "S2 of 1"), cross = study.Functions.Single(c => c.Name == "S12 over f1 f2 of 0 and 1");
        Assert.All(own.Y.Index(), e => Assert.Equal(f - e.Item, cross.Y[e.Index] * f * (1 - f), 1e-12));
    }

    /// <summary>Layers of two in every eight: gaps of six, which are all alike; along the layers there are none.</summary>
    [Fact]
    public void Free_spacing_and_gaps_of_layers_are_those_drawn()
    {
        byte[] labels = [.. Enumerable.Range(0, 32 * 32 * 32).Select(at => (byte)(at % 8 < 2 ? 1 : 0))];
        VoxelField field = new(labels, [32, 32, 32], 1);
        Assert.Equal(1, new GapLengths(field, 1).Likeness);

        // 24 of 32 voxels are outside, in four chords a row along axis 2; along the other axes a quarter of all lines is one chord.
        double perLine = 4 + 0.25 + 0.25;
        Assert.Equal(3 * 24 / perLine, new PhaseBlocks(field, 1).FreeSpacing, 1e-12);
    }

    /// <summary>Gaps between independent voxels are geometric: x̄ = 1/p, s² = (1 − p)/p².</summary>
    [Fact]
    public void Likeness_of_gaps_is_that_of_a_log_normal_of_their_mean_and_deviation()
    {
        const double p = 0.2;
        RandomStream random = new(21, StreamName.MonteCarlo);
        VoxelField field = new([.. Enumerable.Range(0, 100 * 100 * 100).Select(_ => (byte)(random.NextDouble() < p ? 1 : 0))], [100, 100, 100], 1);
        double n = Math.Sqrt(Math.Log(1 + (1 - p)));
        double expected = MathNet.Numerics.Distributions.Normal.CDF(0, 1, (Math.Log(1.1) / n) + (n / 2)) - MathNet.Numerics.Distributions.Normal.CDF(0, 1, (Math.Log(0.9) / n) + (n / 2));
        Assert.Equal(expected, new GapLengths(field, 1).Likeness, 0.01 * expected);
    }
}
