using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>A verdict on sections holds only where another threshold and a smaller window do not turn it over.</summary>
public sealed class SectionSensitivityTests
{
    [Theory]
    [InlineData("uniform", "not uniform", "inconclusive")]
    [InlineData("not uniform", "uniform", "inconclusive")]
    [InlineData("uniform", "inconclusive", "uniform")]
    [InlineData("not uniform", "inconclusive", "not uniform")]
    [InlineData("inconclusive", "not uniform", "inconclusive")]
    [InlineData("uniform", "uniform", "uniform")]
    public void Only_the_opposite_word_takes_a_verdict_back(string word, string other, string expected)
    {
        SectionVerdict verdict = SectionSensitivity.With(new(word, "why", []), [("cut otherwise", other), ("in a corner", word)]);
        Assert.Equal(expected, verdict.Word);
        Assert.Contains("why", verdict.Reason, StringComparison.Ordinal);
        Assert.EndsWith(word == other ? "the same cut otherwise, in a corner" : $"the same in a corner; cut otherwise: {other}", verdict.Reason, StringComparison.Ordinal);
    }

    // Bright discs lie evenly; faint ones, a little darker than the threshold, lie in one corner. A lower threshold takes them in.
    [Fact]
    public void Particles_that_a_lower_threshold_takes_in_are_told_of()
    {
        const int side = 600;
        var random = new RandomStream(4, StreamName.MonteCarlo);
        var values = new float[side * side];
        Array.Fill(values, 60f);
        for (int k = 0; k < 100; k++)
        {
            Disc((60 * (k % 10)) + 30 + (16 * (random.NextDouble() - 0.5)), (60 * (k / 10)) + 30 + (16 * (random.NextDouble() - 0.5)), 10, 180);
        }

        for (int k = 0; k < 48; k++)
        {
            Disc((60 * ((k % 4) + 1)) + (k < 16 ? 30 : 0), (60 * ((k / 4 % 4) + 1)) + (k >= 32 ? 30 : 0), 8, 112);
        }

        GreyImage image = new(side, side, values, null);
        MicrographOptions options = new() { PixelSize = 1e-8, Threads = 1, Threshold = 0.5 };
        var found = Micrograph.Of(image, options);
        Assert.Equal(100, found.Particles.Count);
        double last = 0;
        SectionVerdict verdict = SectionSensitivity.Of([image], [found], options, 119, null, Grows, TestContext.Current.CancellationToken);
        Assert.Equal("inconclusive", verdict.Word);
        Assert.Contains("a tenth of the contrast lower: not uniform", verdict.Reason, StringComparison.Ordinal);
        Assert.Contains("the same with the threshold a tenth of the contrast higher, in the middle 80 % of each edge", verdict.Reason, StringComparison.Ordinal);
        Assert.Equal(1, last);

        void Grows(double share)
        {
            Assert.InRange(share, last, 1);
            last = share;
        }

        void Disc(double x, double y, double radius, float grey)
        {
            for (int i = 0; i < values.Length; i++)
            {
                double dx = (i % side) + 0.5 - x, dy = (i / side) + 0.5 - y;
                if ((dx * dx) + (dy * dy) < radius * radius)
                {
                    values[i] = Math.Max(values[i], grey);
                }
            }
        }
    }

    [Fact]
    public void Threshold_of_two_greys_lies_midway_and_moves_by_the_share_of_the_contrast_asked_for()
    {
        GreyImage image = new(16, 16, [.. Enumerable.Range(0, 256).Select(k => k < 128 ? 50f : 150f)], null);
        MicrographOptions options = new() { PixelSize = 1e-8, Median = 0, Threads = 1 };
        double at = Micrograph.Of(image, options).Threshold!.Value;
        Assert.Equal(100, at, 0.5);
        Assert.Equal(at + 20, Micrograph.Of(image, options with { ThresholdShift = 0.2 }).Threshold!.Value, 1e-9);
    }
}
