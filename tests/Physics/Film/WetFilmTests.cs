using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

/// <summary>Shear in the gap, waves, sedimentation and cracks of a film that is coated and dries.</summary>
public class WetFilmTests
{
    // Drag alone leaves half of the gap, sheared alike everywhere: 1 m/min over 50 um are 333 1/s.
    [Fact]
    public void Drag_alone_shears_the_gap_evenly()
    {
        var gap = new CoatingGap(1.0 / 60, 50e-6, 25e-6, 1e-3);
        Assert.Equal(333, gap.GreatestShear, 0.5);
        Assert.Equal(gap.ShearAtFoil, gap.ShearAtBlade, 1e-9);

        // Mean speed v/2: the way L takes 2L/v, in which a rate of v/g strains by 2L/g.
        Assert.Equal(2 * 1e-3 / 50e-6, gap.Strain, 1e-9);
    }

    // A third of the gap: the blade feels no shear, the foil twice v/g.
    [Fact]
    public void A_thinner_film_is_held_back_by_pressure()
    {
        var gap = new CoatingGap(0.1, 90e-6, 30e-6, 1e-3);
        Assert.Equal(0, gap.ShearAtBlade, 1e-9);
        Assert.Equal(2 * 0.1 / 90e-6, gap.ShearAtFoil, 1e-6);
    }

    // The flow carries the film away: the mean of u over the gap is v h/g, by quadrature of the profile whose ends the shear rates are.
    [Theory]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.6)]
    public void Shear_rates_belong_to_a_flow_that_carries_the_film(double share)
    {
        const double Speed = 0.1, Gap = 80e-6;
        var gap = new CoatingGap(Speed, Gap, share * Gap, 1e-3);
        double U(double y) => Speed * (1 - (y / Gap) + (6 * (share - 0.5) * (y / Gap) * (1 - (y / Gap))));
        double flux = Enumerable.Range(0, 1000).Sum(k => U((k + 0.5) / 1000 * Gap)) / 1000 * Gap, step = 1e-6 * Gap;
        Assert.Equal(1, flux / (Speed * share * Gap), 1e-5);
        Assert.Equal(-(U(step) - U(0)) / step, gap.ShearAtFoil, 1e-4 * Speed / Gap);
        Assert.Equal(-(U(Gap) - U(Gap - step)) / step, gap.ShearAtBlade, 1e-4 * Speed / Gap);
    }

    [Fact]
    public void A_gap_no_wider_than_its_film_is_refused()
    {
        var coating = new CoatingStage(new() { Gap = 10e-6 }, new(), new(), null, (x, y, _) => HeightMap.Flat(x, y));
        InputException refused = Assert.Throws<InputException>(() => coating.Run(SmallLayer.Slurry.State, new() { Seed = 1 }));
        Assert.StartsWith("coating.gap = \"10 um\"", refused.Message, StringComparison.Ordinal);
    }

    // Thin films, no weight: 16 pi^4 gamma h^3/(3 mu lambda^4).
    [Fact]
    public void Waves_on_a_thin_film_flatten_by_orchards_law()
    {
        const double H = 30e-6, Lambda = 3e-3, Gamma = 0.041, Mu = 2;
        double expected = 3 * Mu * Math.Pow(Lambda, 4) / (16 * Math.Pow(Math.PI, 4) * Gamma * H * H * H);
        Assert.Equal(1, Levelling.Time(H, Lambda, Gamma, 0, Mu) / expected, 1e-2);
        Assert.Equal(1, Levelling.Time(H / 100, Lambda, Gamma, 0, Mu) / expected / 1e6, 1e-5);
    }

    // Deep liquid: 1/tau = gamma k/(2 mu).
    [Fact]
    public void Waves_on_a_deep_film_flatten_whatever_its_depth()
    {
        double k = 2 * Math.PI / 1e-3;
        Assert.Equal(1, Levelling.Time(10e-3, 1e-3, 0.041, 0, 2) * 0.041 * k / (2 * 2), 1e-9);
    }

    // The series for thin films meets the full formula.
    [Fact]
    public void Levelling_time_is_continuous_in_the_height()
    {
        double edge = 0.01 / (2 * Math.PI) * 1e-3;
        Assert.Equal(1, Levelling.Time(edge * 0.999999, 1e-3, 0.041, 1030, 2) / Levelling.Time(edge * 1.000001, 1e-3, 0.041, 1030, 2), 1e-5);
    }

    [Fact]
    public void A_suspension_at_its_packing_does_not_level() => Assert.Equal(double.PositiveInfinity, Levelling.SlurryViscosity(1, 0.64));

    // The regime table: 1.8e-10 m/s for 250 nm in 1 Pa s, 3.5e-11 for 25 nm in 0.05 Pa s.
    [Theory]
    [InlineData(250e-9, 1, 1.8e-10, 0.05e-10)]
    [InlineData(25e-9, 0.05, 3.5e-11, 0.05e-11)]
    public void Silicon_settles_at_the_tabulated_speed(double radius, double viscosity, double speed, double digit) =>
        Assert.Equal(speed, Settling.Speed(radius, 2330, viscosity), digit);

    // About 1e-3 in the regime table; less here, as the solution is thicker.
    [Fact]
    public void Sedimentation_is_negligible_by_its_number()
    {
        Assert.InRange(SmallLayer.Dry.Value("sedimentation number"), 1e-5, 2e-3);
        Assert.Equal(Settling.Speed(SmallLayer.Wet.State.Particles.Radius.Average(), 2330, 1.5) / (0.3e-3 / 1030), SmallLayer.Dry.Value("sedimentation number"), 1e-9);
    }

    // sigma R/Gamma = 0.1877 (2R/h)^(2/3) (G M phi R/Gamma)^(1/3), and the critical thickness is where that stress is the pressure.
    [Fact]
    public void Layer_cracks_where_its_critical_stress_is_the_capillary_pressure()
    {
        var layer = new Cracking(65e9, 250e-9, 0.6, 0.082);
        double thickness = layer.Thickness(1.6e6);
        Assert.Equal(1, layer.Stress(thickness) / 1.6e6, 1e-12);
        Assert.Equal(Math.Pow(2, -2.0 / 3), layer.Stress(2e-5) / layer.Stress(1e-5), 1e-12);
        Assert.Equal(0.1877 * Math.Pow(0.05, 2.0 / 3) * Math.Cbrt(65e9 * 6 * 0.6 * 250e-9 / 0.082), layer.Stress(10e-6) * 250e-9 / 0.082, 1e-9);
    }

    [Fact]
    public void A_tougher_binder_bears_thicker_layers_and_a_higher_pressure_thinner_ones()
    {
        Cracking bare = new(65e9, 250e-9, 0.6, 0.082), tough = bare with { Energy = 1 };
        Assert.True(tough.Thickness(1.6e6) > 10 * bare.Thickness(1.6e6));
        Assert.True(bare.Thickness(3.2e6) < bare.Thickness(1.6e6));
        Assert.True((bare with { Radius = 100e-9 }).Thickness(1.6e6 * 2.5) < bare.Thickness(1.6e6));
    }
}
