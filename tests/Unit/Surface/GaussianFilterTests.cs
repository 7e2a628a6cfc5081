using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Unit;

public class GaussianFilterTests
{
    [Theory]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(1.0)]
    [InlineData(2.0)]
    [InlineData(5.0)]
    public void Wave_passes_the_filter_by_the_standards_transmission(double wavelengthOverCutoff)
    {
        // Transmission exp(−π(αλc/λ)²): one half at the cut-off. The weights are cut at λ, which leaves out 1e-6.
        const double Cutoff = 0.8e-3;
        double wavelength = wavelengthOverCutoff * Cutoff;
        HeightProfile wave = Wave(wavelength, step: 2e-6, count: 12000);
        HeightProfile line = GaussianProfileFilter.MeanLine(wave, Cutoff);
        double expected = Math.Pow(0.5, 1 / (wavelengthOverCutoff * wavelengthOverCutoff));
        for (int i = 4000; i < 8000; i += 37)
        {
            Assert.Equal(expected * wave.Heights[i], line.Heights[i], 3e-6 * 1e-6);
        }
    }

    [Fact]
    public void Constant_height_passes_whole_at_the_ends_and_across_gaps()
    {
        double[] heights = [.. Enumerable.Repeat(3e-6, 500)];
        Array.Fill(heights, double.NaN, 200, 20);
        HeightProfile line = GaussianProfileFilter.MeanLine(new(1e-6, heights), 50e-6);
        Assert.All(line.Heights, h => Assert.Equal(3e-6, h, 1e-15));
    }

    [Fact]
    public void Sine_within_the_band_has_the_textbook_parameters()
    {
        // λ 50 µm: passes λs = 2.5 µm by 0.9983 and is kept by λc = 0.8 mm wholly (1 − 2^−256).
        const double Amplitude = 1e-6;
        double passed = Amplitude * Math.Pow(0.5, Math.Pow(2.5 / 50, 2));
        ProfileRoughness r = ProfileRoughness.Iso(Wave(50e-6, step: 0.25e-6, count: 24000), new());
        Assert.Equal(passed * 2 / Math.PI, r.Ra, 1e-3 * passed);
        Assert.Equal(passed / Math.Sqrt(2), r.Rq, 1e-3 * passed);
        Assert.Equal(2 * passed, r.Rz, 2e-3 * passed);
        Assert.Equal(2 * passed, r.Rt, 2e-3 * passed);
        Assert.Equal(5, r.SectionRa.Length);
    }

    [Fact]
    public void Tilt_and_waviness_do_not_count()
    {
        HeightProfile fine = Wave(50e-6, step: 0.5e-6, count: 12000), tilted = fine with { Heights = [.. fine.Heights.Select((h, i) => h + (1e-4 * i * 0.5e-6) + (5e-6 * Math.Sin(2 * Math.PI * i * 0.5e-6 / 12e-3)))] };
        // A wave of 12 mm passes the roughness filter by 1 − 2^(−(0.8/12)²) = 0.3 %: 15 nm of 5 µm.
        Assert.Equal(ProfileRoughness.Iso(fine, new()).Ra, ProfileRoughness.Iso(tilted, new()).Ra, 5e-9);
    }

    [Fact]
    public void Profile_shorter_than_the_evaluation_length_gives_no_iso_value()
    {
        InputException error = Assert.Throws<InputException>(() => ProfileRoughness.Iso(Wave(50e-6, step: 1e-6, count: 130), new()));
        Assert.Contains("0.13 mm", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Roughness_of_a_short_measured_surface_is_named_not_iso_and_has_an_interval()
    {
        RandomStream random = new(3, StreamName.MonteCarlo);
        double[] heights = [.. Enumerable.Range(0, 130 * 40).Select(_ => 1e-7 * random.NextGaussian())];
        Measurement ra = SurfaceMetrology.OfMeasured(new(130, 40, 1e-6, 1e-6, heights, Periodic: false)).Single(m => m.Name == "Ra");
        Assert.StartsWith("not ISO: 0.13 mm", ra.Definition, StringComparison.Ordinal);
        // Ra of white Gaussian heights about a fitted line: √(2/π) σ √(1 − 2/n), within the interval that 40 independent rows give.
        double expected = Math.Sqrt(2 / Math.PI) * 1e-7 * Math.Sqrt(1 - (2 / 130.0));
        Assert.InRange(ra.Value, 0.97 * expected, 1.03 * expected);
        Assert.True(ra.Interval!.Value.Contains(ra.Value));
        Assert.InRange(ra.Interval.Value.High - ra.Interval.Value.Low, 0.01 * expected, 0.1 * expected);
    }

    [Fact]
    public void Correlated_profiles_give_a_wider_interval_than_independent_ones()
    {
        RandomStream random = new(4, StreamName.MonteCarlo);
        double[] independent = [.. Enumerable.Range(0, 400).Select(_ => random.NextGaussian())];
        double[] repeated = [.. independent.Take(40).SelectMany(v => Enumerable.Repeat(v, 10))];
        Interval narrow = ProfileStatistics.Of(independent).Interval!.Value, wide = ProfileStatistics.Of(repeated).Interval!.Value;
        // Ten copies of each of 40 values carry the knowledge of 40: the interval is √10 = 3.2 times as wide, the values' own scatter apart.
        Assert.InRange((wide.High - wide.Low) / (narrow.High - narrow.Low), 2.2, 4.8);
    }

    private static HeightProfile Wave(double wavelength, double step, int count) =>
        new(step, [.. Enumerable.Range(0, count).Select(i => 1e-6 * Math.Sin(2 * Math.PI * i * step / wavelength))]);
}
