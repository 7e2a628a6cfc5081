using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.Process;
using Xunit;

namespace DispersionSim.Tests.Physics;

public class FoilSurfaceTests
{
    [Theory]
    [InlineData(0.8, 4e-6)]
    [InlineData(0.5, 2e-6)]
    [InlineData(1.0, 8e-6)]
    public void Root_mean_square_height_of_a_large_patch_is_the_integral_of_its_spectrum(double hurst, double rollOff)
    {
        // Sq² = (C₀ q_r²/4π)[1 + (1/H)(1 − (q_s/q_r)^(−2H))], C₀ read from the spectrum in use (Jacobs, Junge, Pastewka 2017).
        TopographyOptions options = new() { Hurst = hurst, RollOffWavelength = rollOff, ShortCutoff = 0.4e-6 };
        FoilModel model = FoilModel.Of(options);
        HeightMap patch = FoilSurface.Draw(model, Phases(1), Nodules, 102.4e-6, 102.4e-6, 0.2e-6);
        double rollOffVector = 2 * Math.PI / rollOff, plateau = model.Spectrum.Areal(0) * model.RootMeanSquare * model.RootMeanSquare;
        double integral = Math.Sqrt(plateau * rollOffVector * rollOffVector / (4 * Math.PI) * (1 + ((1 - Math.Pow(rollOff / 0.4e-6, -2 * hurst)) / hurst)));
        Assert.Equal(1, ArealRoughness.Of(patch).Sq / integral, 0.01);
    }

    [Fact]
    public void Spectrum_of_the_patch_is_the_one_asked_for()
    {
        TopographyOptions options = new() { ShortCutoff = 0.4e-6 };
        FoilModel model = FoilModel.Of(options);
        Curve measured = SurfaceSpectrum.Areal(FoilSurface.Synthesise(options, Phases(2), Nodules, 51.2e-6, 51.2e-6, 0.2e-6));
        // The density varies across a ring (by up to 40 % in the first few of the falling part), hence 5 % beyond them.
        for (int i = 20; i < measured.X.Length - 5; i += 7)
        {
            double expected = model.Spectrum.Areal(measured.X[i]) * model.RootMeanSquare * model.RootMeanSquare;
            Assert.Equal(1, measured.Y[i] / expected, 0.05);
        }
    }

    [Fact]
    public void Gaussian_foil_has_an_arithmetic_mean_of_0_798_of_its_root_mean_square()
    {
        HeightMap patch = FoilSurface.Synthesise(new() { ShortCutoff = 0.4e-6 }, Phases(3), Nodules, 102.4e-6, 102.4e-6, 0.2e-6);
        ArealRoughness r = ArealRoughness.Of(patch);
        Assert.Equal(Math.Sqrt(2 / Math.PI), r.Sa / r.Sq, 0.02 * 0.798);
    }

    [Theory]
    [InlineData(2e-6, 0.66)]
    [InlineData(4e-6, 0.82)]
    [InlineData(8e-6, 0.92)]
    public void Short_cut_off_of_the_standard_keeps_the_known_share_of_the_roughness(double rollOff, double kept)
    {
        // H 0.8; shares computed independently for the design, printed to two digits.
        double share = Math.Sqrt(new FoilSpectrum(0.8, rollOff, 0.1e-6).FilteredVariance(0.8e-3, 2.5e-6));
        Assert.Equal(kept, share, 0.005);
    }

    [Theory]
    [InlineData(0.8, 4e-6, 0.1e-6)]
    [InlineData(0.3, 1e-6, 0.02e-6)]
    public void Spectrum_along_a_profile_holds_the_whole_variance(double hurst, double rollOff, double shortCutoff) =>
        Assert.Equal(1, new FoilSpectrum(hurst, rollOff, shortCutoff).FilteredVariance(longCutoff: 1e3, shortCutoff: 1e-12), 1e-6);

    [Fact]
    public void Patch_as_small_as_the_roll_off_carries_the_foils_amplitude_at_its_own_waves()
    {
        TopographyOptions options = new();
        FoilModel model = FoilModel.Of(options);
        HeightMap patch = FoilSurface.Draw(model, Phases(4), Nodules, 4e-6, 4e-6, 50e-9);
        double sum = 0;
        for (int kx = -39; kx <= 39; kx++)
        {
            for (int ky = -39; ky <= 39; ky++)
            {
                double q = 2 * Math.PI / 4e-6 * Math.Sqrt((kx * kx) + (ky * ky));
                sum += kx == 0 && ky == 0 ? 0 : model.Spectrum.Areal(q) / (4e-6 * 4e-6);
            }
        }

        Assert.Equal((80, 80), (patch.CountX, patch.CountY));
        Assert.Equal(model.RootMeanSquare * Math.Sqrt(sum), ArealRoughness.Of(patch).Sq, 1e-6 * model.RootMeanSquare);
        Assert.Equal(0, patch.Heights.Average(), 1e-6 * model.RootMeanSquare);
    }

    [Fact]
    public void Patch_continues_itself_across_its_edges()
    {
        HeightMap patch = FoilSurface.Synthesise(new(), Phases(5), Nodules, 8e-6, 6e-6, 50e-9);
        Assert.True(patch.Periodic);
        Assert.Equal(EdgeSteps(patch), InnerSteps(patch), 0.35 * InnerSteps(patch));
    }

    [Fact]
    public void Finer_step_shows_the_same_surface()
    {
        // The shortest wave fits both grids: the points that they share are equal but for rounding.
        TopographyOptions options = new() { ShortCutoff = 0.5e-6 };
        HeightMap coarse = FoilSurface.Synthesise(options, Phases(6), Nodules, 8e-6, 8e-6, 0.2e-6), fine = FoilSurface.Synthesise(options, Phases(6), Nodules, 8e-6, 8e-6, 0.1e-6);
        for (int y = 0; y < coarse.CountY; y++)
        {
            for (int x = 0; x < coarse.CountX; x++)
            {
                Assert.Equal(coarse[x, y], fine[2 * x, 2 * y], 1e-15);
            }
        }
    }

    [Fact]
    public void Same_seed_gives_the_same_bits_and_another_seed_another_foil()
    {
        TopographyOptions options = new() { Skewness = -0.5, Kurtosis = 4 };
        double[] first = FoilSurface.Synthesise(options, Phases(7), Nodules, 4e-6, 4e-6, 50e-9).Heights, again = FoilSurface.Synthesise(options, Phases(7), Nodules, 4e-6, 4e-6, 50e-9).Heights;
        double[] other = FoilSurface.Synthesise(options, Phases(8), Nodules, 4e-6, 4e-6, 50e-9).Heights;
        Assert.Equal(first, again);
        Assert.True(first.Zip(other, (a, b) => Math.Abs(a - b)).Max() > 1e-8);
    }

    [Theory]
    [InlineData(0, 1.8)]
    [InlineData(0, 6.4)]
    [InlineData(-0.8, 4)]
    [InlineData(1, 5)]
    [InlineData(0.9, 2.2)]
    public void Large_patch_has_the_skewness_and_kurtosis_asked_for(double skewness, double kurtosis)
    {
        // With a kurtosis of 6.4 the skewness of a patch of 25 × 25 roll-off lengths scatters by 0.1 and its kurtosis by 10 %, and one rare deep pit
        // can outweigh the rest of it: hence the median of several patches.
        TopographyOptions options = new() { Skewness = skewness, Kurtosis = kurtosis, ShortCutoff = 0.4e-6 };
        FoilModel model = FoilModel.Of(options);
        ArealRoughness[] patches = [.. Enumerable.Range(0, 7).Select(i => ArealRoughness.Of(FoilSurface.Draw(model, Phases((ulong)i), Nodules, 102.4e-6, 102.4e-6, 0.2e-6)))];
        Assert.Equal(skewness, Median(patches.Select(r => r.Ssk)), 0.1);
        Assert.Equal(kurtosis, Median(patches.Select(r => r.Sku)), 0.08 * kurtosis);
    }

    [Fact]
    public void Roughness_of_zero_is_a_flat_foil()
    {
        Assert.All(FoilSurface.Synthesise(new() { TargetRa = 0 }, Phases(1), Nodules, 4e-6, 4e-6, 50e-9).Heights, h => Assert.Equal(0, h));
        Assert.All(VirtualProfile.Synthesise(new() { TargetRa = 0 }, new(1, StreamName.FoilProfile)).Heights, h => Assert.Equal(0, h));
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(0, 1.2)]
    public void Moments_that_no_surface_has_are_refused(double skewness, double kurtosis) =>
        Assert.Contains("kurtosis", Assert.Throws<InputException>(() => FoilModel.Of(new() { Skewness = skewness, Kurtosis = kurtosis })).Message, StringComparison.Ordinal);

    [Fact]
    public void Roll_off_below_the_short_cut_off_is_refused() =>
        Assert.Contains("roll_off_wavelength", Assert.Throws<InputException>(() => FoilModel.Of(new() { RollOffWavelength = 0.2e-6, ShortCutoff = 0.5e-6 })).Message, StringComparison.Ordinal);

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(3);

    private static RandomStream Nodules => new(1, StreamName.FoilNodules);

    private static RandomStream Phases(ulong seed) => new(seed, StreamName.FoilPhases);

    private static double EdgeSteps(HeightMap map) => Enumerable.Range(0, map.CountY).Average(y => Math.Abs(map[0, y] - map[map.CountX - 1, y]));

    private static double InnerSteps(HeightMap map) =>
        Enumerable.Range(0, map.CountY).Average(y => Enumerable.Range(1, map.CountX - 1).Average(x => Math.Abs(map[x, y] - map[x - 1, y])));
}
