using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.Process;
using Xunit;

namespace DispersionSim.Tests.Physics;

public class VirtualProfileTests
{
    // Ra of one profile scatters by about 1.8 % for a roll-off of 4 µm (half for 1 µm, more for longer ones); the mean of eight by 0.7 %.
    private const int Profiles = 8;

    [Theory]
    [InlineData(0.3e-6, 4e-6, 0, 3)]
    [InlineData(0.06e-6, 2e-6, 0, 3)]
    [InlineData(0.3e-6, 4e-6, -0.8, 4)]
    [InlineData(0.5e-6, 4e-6, 0, 1.8)]
    [InlineData(0.3e-6, 2e-6, 1, 5)]
    public void Filtered_roughness_of_the_virtual_profile_is_the_target(double target, double rollOff, double skewness, double kurtosis)
    {
        // The target is met by quadrature of the spectrum; here the profile goes through the filter of the standard in space. Three sigma of the mean.
        TopographyOptions options = new() { TargetRa = target, RollOffWavelength = rollOff, Skewness = skewness, Kurtosis = kurtosis, ShortCutoff = 0.2e-6 };
        FoilModel model = FoilModel.Of(options);
        double mean = Enumerable.Range(0, Profiles).Average(i => ProfileRoughness.Iso(VirtualProfile.Draw(model, new(11, StreamName.FoilProfile, i)), new()).Ra);
        Assert.Equal(1, mean / target, 0.025);
    }

    [Fact]
    public void Virtual_profile_is_long_enough_for_the_standard_and_its_ends_do_not_meet()
    {
        HeightProfile profile = VirtualProfile.Synthesise(new(), new(1, StreamName.FoilProfile));
        Assert.True(profile.Length >= new RoughnessSettings().TraverseLength);
        Assert.Equal(5.6e-3, profile.Length, 1e-6);
        double step = profile.Heights.Zip(profile.Heights.Skip(1), (a, b) => Math.Abs(a - b)).Average();
        Assert.True(Math.Abs(profile.Heights[0] - profile.Heights[^1]) > 3 * step);
    }

    [Fact]
    public void Without_the_short_cut_off_the_roughness_is_that_of_the_whole_spectrum()
    {
        // λc takes little from waves of some µm: Ra with λs off is √(2/π) Sq within its sampling error.
        TopographyOptions options = new() { ShortCutoff = 0.2e-6 };
        FoilModel model = FoilModel.Of(options);
        double expected = Math.Sqrt(2 / Math.PI) * model.RootMeanSquare;
        double mean = Enumerable.Range(0, Profiles).Average(i => ProfileRoughness.Iso(VirtualProfile.Draw(model, new(12, StreamName.FoilProfile, i)), new() { ShortCutoff = 0 }).Ra);
        Assert.Equal(1, mean / expected, 0.025);
    }

    [Fact]
    public void Same_seed_gives_the_same_profile_and_replicates_differ()
    {
        double[] a = VirtualProfile.Synthesise(new(), new(5, StreamName.FoilProfile)).Heights, b = VirtualProfile.Synthesise(new(), new(5, StreamName.FoilProfile)).Heights;
        Assert.Equal(a, b);
        Assert.NotEqual(a[1000], VirtualProfile.Synthesise(new(), new(6, StreamName.FoilProfile)).Heights[1000]);
    }

    [Fact]
    public void Foil_metrics_name_their_cut_offs_and_bracket_the_target()
    {
        TopographyOptions options = new();
        IReadOnlyList<Measurement> metrics = SurfaceMetrology.OfFoil(FoilSurface.Synthesise(options, new(1, StreamName.FoilPhases), new(1, StreamName.FoilNodules), 4e-6, 4e-6, 50e-9), VirtualProfile.Synthesise(options, new(1, StreamName.FoilProfile)));
        Measurement ra = metrics.Single(m => m.Name == "foil Ra");
        Assert.Contains("λc 0.8 mm", ra.Definition, StringComparison.Ordinal);
        Assert.Contains("λs 2.5 µm", ra.Definition, StringComparison.Ordinal);
        // Four standard deviations of one profile.
        Assert.Equal(0.3e-6, ra.Value, 0.08 * 0.3e-6);
        Assert.True(metrics.Single(m => m.Name == "foil Ra without short cut-off").Value > ra.Value);
    }
}
