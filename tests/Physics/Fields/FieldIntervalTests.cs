using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>Intervals of one field against fields of the same making: how often they hold what is known of all of them.</summary>
public sealed class FieldIntervalTests
{
    private const int Fields = 150;
    private const double Share = 0.3;

    /// <summary>Grains of two voxels a side, each in the phase or not by chance: f = p, S₂ = p² beyond a grain, tiles of eight grains have a variation of √((1 − p)/8p).</summary>
    [Fact]
    public void Intervals_hold_the_truth_as_often_as_they_say()
    {
        FieldStudy[] studies = [.. Enumerable.Range(0, Fields).Select(k => FieldStudy.Of(Grains(k), new() { Phases = [1] }, stop: TestContext.Current.CancellationToken))];
        Held("fraction of 1", s => s.Measured.Single(m => m.Name == "fraction of 1").Interval, Share);
        Held("CoV of 1", s => At(s, "CoV of 1", 3), Math.Sqrt((1 - Share) / (8 * Share)));
        Held("intensity of 1", s => At(s, "intensity of 1", 3), 1 / 8.0);
        Held("S2 of 1", s => At(s, "S2 of 1", 5), Share * Share);
        Held("S2 of 1, axis 0", s => At(s, "S2 of 1, axis 0", 5), Share * Share);
        Held("profile of 1", s => At(s, "profile of 1, axis 1", 7), Share);
        Held("trend of 1", s => s.Measured.Single(m => m.Name == "trend along axis 2 of 1").Interval, 0);

        // Within four deviations of 95 of 100; tile 3 is four voxels wide.
        void Held(string name, Func<FieldStudy, Interval?> of, double truth)
        {
            double held = studies.Count(s => of(s) is { } i && i.Contains(truth)) / (double)Fields;
            TestContext.Current.SendDiagnosticMessage($"{name}: {held:F3}");
            Assert.True(held >= 0.95 - (4 * Math.Sqrt(0.95 * 0.05 / Fields)), $"{name}: {held:F3}");
        }
    }

    /// <summary>A phase that fills three quarters: what is known of grains, and of diffusion, chords, thickness and surface the mean over all of these fields, which 60 of them give to an eighth of what one scatters.</summary>
    [Fact]
    public void Intervals_of_a_dense_phase_hold_the_truth_as_often_as_they_say()
    {
        const int fields = 60;
        const double share = 0.75;
        var missed = new List<string>();
        FieldStudy[] studies = [.. Enumerable.Range(0, fields).Select(k => FieldStudy.Of(Grains(k, 24, share), new() { Phases = [1], Tortuosity = true }, stop: TestContext.Current.CancellationToken))];
        Held("S2 of 1", s => At(s, "S2 of 1", 5), share * share);
        Held("CoV of 1", s => At(s, "CoV of 1", 3), Math.Sqrt((1 - share) / (8 * share)));
        Held("fraction of 1", s => s.Measured.Single(m => m.Name == "fraction of 1").Interval, share);
        foreach (string name in studies[0].Measured.Select(m => m.Name).Where(n => n.StartsWith("effective", StringComparison.Ordinal) || n.StartsWith("tortuosity", StringComparison.Ordinal) || n.StartsWith("mean chord", StringComparison.Ordinal) || n.StartsWith("local", StringComparison.Ordinal) || n.StartsWith("surface", StringComparison.Ordinal)))
        {
            Held(name, s => s.Measured.Single(m => m.Name == name).Interval, studies.Average(s => s.Measured.Single(m => m.Name == name).Value));
        }

        Assert.Empty(missed);

        // Within four deviations of 95 of 100.
        void Held(string name, Func<FieldStudy, Interval?> of, double truth)
        {
            double held = studies.Count(s => of(s) is { } i && i.Contains(truth)) / (double)fields;
            TestContext.Current.SendDiagnosticMessage($"{name}: {held:F3}");
            if (held < 0.95 - (4 * Math.Sqrt(0.95 * 0.05 / fields)))
            {
                missed.Add($"{name}: {held:F3}");
            }
        }
    }

    /// <summary>Where there is no trend, its p is below 5 % in 5 fields of 100.</summary>
    [Fact]
    public void Trend_test_keeps_its_level()
    {
        int rejected = Enumerable.Range(0, 400).Count(k => new PhaseTrend(Grains(k, 16), 1, 0).P < 0.05);
        Assert.InRange(rejected / 400.0, 0.05 - (4 * Math.Sqrt(0.05 * 0.95 / 400)), 0.05 + (4 * Math.Sqrt(0.05 * 0.95 / 400)));
    }

    [Fact]
    public void Share_that_rises_from_end_to_end_is_found_and_measured()
    {
        RandomStream random = new(3, StreamName.MonteCarlo);
        var field = new VoxelField([.. Enumerable.Range(0, 32 * 32 * 32).Select(at => (byte)(random.NextDouble() < 0.2 + (0.2 * ((at / 1024) + 0.5) / 32) ? 1 : 0))], [32, 32, 32], 1);
        var trend = new PhaseTrend(field, 1, 0);
        Assert.True(trend.P < 1e-6 && trend.Interval!.Value.Contains(0.2 / 0.3));
        Assert.True(FieldStudy.Of(field, new() { Phases = [1] }, stop: TestContext.Current.CancellationToken).Rejected);
    }

    /// <summary>Of B values, the jackknife of their mean is the mean's t interval, and that of a ratio of sums holds no less than the classical one.</summary>
    [Fact]
    public void Jackknife_of_a_mean_is_the_t_interval()
    {
        double[] values = [3.1, 2.7, 3.9, 4.4, 2.2, 3.3, 3.0, 3.8, 2.9];
        var sums = new BlockSums(values.Length, 2);
        foreach ((int b, double v) in values.Index())
        {
            (sums[b][0], sums[b][1]) = (v, 1);
        }

        Interval expected = StudentInterval.OfMean(values)!.Value, found = sums.Interval(s => s[0] / s[1], ErrorScale.Plain)!.Value;
        Assert.Equal(expected.Low, found.Low, 1e-12);
        Assert.Equal(expected.High, found.High, 1e-12);
        Assert.Null(new BlockSums(BlockSums.LeastBlocks - 1, 1).Interval(s => s[0], ErrorScale.Plain));
    }

    private static Interval? At(FieldStudy study, string name, int k)
    {
        Curve curve = study.Functions.Single(c => c.Name == name);
        return new(curve.IntervalLow![k], curve.IntervalHigh![k]);
    }

    private static VoxelField Grains(int seed, int side = 24, double share = Share)
    {
        RandomStream random = new((ulong)(1000 + seed), StreamName.MonteCarlo);
        int half = side / 2;
        bool[] inside = [.. Enumerable.Range(0, half * half * half).Select(_ => random.NextDouble() < share)];
        byte[] labels = new byte[side * side * side];
        for (int at = 0; at < labels.Length; at++)
        {
            labels[at] = (byte)(inside[((((at / side / side / 2) * half) + (at / side % side / 2)) * half) + (at % side / 2)] ? 1 : 0);
        }

        return new(labels, [side, side, side], 1);
    }
}
