using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.Process;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>The spectrum asked for is there after the map of heights, and the fit finds it again.</summary>
public class FoilTransformTests
{
    [Theory]
    [InlineData(0, 3, 0.5)]
    [InlineData(0, 3, 0.8)]
    [InlineData(0, 3, 1)]
    [InlineData(0, 1.8, 0.8)]
    [InlineData(0, 6.4, 0.8)]
    [InlineData(-0.8, 4, 0.8)]
    [InlineData(1, 5, 0.6)]
    [InlineData(0.9, 2.2, 0.8)]
    public void Hurst_exponent_and_roll_off_are_found_again_after_the_map_of_heights(double skewness, double kurtosis, double hurst)
    {
        TopographyOptions options = new() { Skewness = skewness, Kurtosis = kurtosis, Hurst = hurst, ShortCutoff = 0.4e-6 };
        SelfAffineFit fit = SelfAffineFit.OfSurface(SurfaceSpectrum.Areal(Patch(options, 1)))!;
        Assert.Equal(hurst, fit.Hurst, 0.03);
        Assert.Equal(1, fit.RollOffWavelength!.Value / 4e-6, 0.1);
    }

    [Theory]
    [InlineData(0, 6.4)]
    [InlineData(-0.8, 4)]
    [InlineData(0.9, 2.2)]
    public void Spectrum_of_mapped_heights_is_the_one_asked_for(double skewness, double kurtosis)
    {
        // Means over a quarter of a decade hold some hundred waves and more: 10 % with heavy tails, whose variance scatters.
        TopographyOptions options = new() { Skewness = skewness, Kurtosis = kurtosis, ShortCutoff = 0.4e-6 };
        FoilModel model = FoilModel.Of(options);
        Curve[] spectra = [.. Enumerable.Range(0, 4).Select(i => SurfaceSpectrum.Areal(Patch(options, (ulong)i)))];
        foreach (IGrouping<int, int> band in Enumerable.Range(8, spectra[0].X.Length - 20).GroupBy(i => (int)(4 * Math.Log10(i))))
        {
            double measured = band.Average(i => spectra.Average(s => s.Y[i])), wanted = band.Average(i => model.Spectrum.Areal(spectra[0].X[i])) * model.RootMeanSquare * model.RootMeanSquare;
            Assert.True(Math.Abs((measured / wanted) - 1) < 0.1, $"q {spectra[0].X[band.First()]}: {measured / wanted}");
        }
    }

    [Fact]
    public void Fit_to_an_exact_spectrum_is_exact()
    {
        double[] q = [.. Enumerable.Range(1, 400).Select(k => k * 1e5)];
        double bend = 50e5;
        Curve spectrum = new("C", "q", "1/m", "C", "m^4", q, [.. q.Select(v => 1e-27 * Math.Pow(Math.Max(1, v / bend), -2 * (1 + 0.7)))]);
        SelfAffineFit fit = SelfAffineFit.OfSurface(spectrum)!;
        // Means over bins 15 % wide of a bent curve.
        Assert.Equal(0.7, fit.Hurst, 0.01);
        Assert.Equal(1, fit.RollOffWavelength!.Value / (2 * Math.PI / bend), 0.02);
    }

    [Fact]
    public void Spectrum_without_a_plateau_gives_no_roll_off()
    {
        double[] q = [.. Enumerable.Range(1, 400).Select(k => k * 1e5)];
        SelfAffineFit fit = SelfAffineFit.OfProfiles(new("C", "q", "1/m", "C", "m^3", q, [.. q.Select(v => 1e-5 * Math.Pow(v, -1 - (2 * 0.6)))]))!;
        Assert.Null(fit.RollOffWavelength);
        Assert.Equal(0.6, fit.Hurst, 0.01);
    }

    // Waves longer than 10 µm are not in it: the patch's spectrum ends there, and its integral is that of Jacobs, Junge and Pastewka with q_L.
    [Fact]
    public void Long_cut_off_takes_the_long_waves_out()
    {
        TopographyOptions options = new() { LongCutoff = 10e-6, ShortCutoff = 0.4e-6 };
        FoilModel model = FoilModel.Of(options);
        Curve spectrum = SurfaceSpectrum.Areal(Patch(options, 2));
        Assert.All(spectrum.X.Zip(spectrum.Y).Where(p => p.First < 0.9 * 2 * Math.PI / 10e-6), p => Assert.True(p.Second < 1e-6 * spectrum.Y.Max()));
        double q = 2 * Math.PI / 4e-6, expected = Math.Sqrt(model.Spectrum.Areal(q) * q * q / (4 * Math.PI) * (1 - Math.Pow(4.0 / 10, 2) + ((1 - Math.Pow(10, -1.6)) / 0.8))) * model.RootMeanSquare;
        Assert.Equal(1, ArealRoughness.Of(Patch(options, 2)).Sq / expected, 0.01);
        Assert.Equal(1, new FoilSpectrum(0.8, 4e-6, 0.4e-6, 10e-6).FilteredVariance(longCutoff: 1e3, shortCutoff: 1e-12), 1e-3);
    }

    [Fact]
    public void Long_cut_off_shorter_than_the_roll_off_is_refused() =>
        Assert.Contains("long_cutoff", Assert.Throws<InputException>(() => FoilModel.Of(new() { LongCutoff = 3e-6 })).Message, StringComparison.Ordinal);

    private static HeightMap Patch(TopographyOptions options, ulong seed) =>
        FoilSurface.Synthesise(options, new(seed, StreamName.FoilPhases), new(seed, StreamName.FoilNodules), 102.4e-6, 102.4e-6, 0.2e-6);
}
