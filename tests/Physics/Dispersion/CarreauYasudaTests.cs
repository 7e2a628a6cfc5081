using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

public class CarreauYasudaTests
{
    // 5 % polystyrene in Aroclor 1242 at 298 K, a much printed Carreau fit (Bird, Armstrong, Hassager, Dynamics of Polymeric Liquids, vol. 1, 1987, ch. 4).
    private static readonly SlurryOptions Polystyrene = new()
    {
        ZeroShearViscosity = 101,
        InfiniteShearViscosity = 0.059,
        RelaxationTime = 0.84,
        PowerIndex = 0.380,
        YasudaExponent = 2,
    };

    [Fact]
    public void At_rest_the_viscosity_is_that_of_zero_shear() => Assert.Equal(101, CarreauYasuda.Viscosity(Polystyrene, 0));

    [Fact]
    public void At_infinite_shear_it_is_that_of_the_solvent() =>
        Assert.Equal(0.059, CarreauYasuda.Viscosity(Polystyrene, 1e30), 1e-9);

    [Fact]
    public void Where_shear_rate_times_relaxation_time_is_one_Carreau_has_fallen_by_two_to_the_half_of_n_minus_one() =>
        Assert.Equal(0.059 + (100.941 * Math.Pow(2, -0.31)), CarreauYasuda.Viscosity(Polystyrene, 1 / 0.84), 1e-9);

    // The curve of the fit: the onset of thinning near 1/λ = 1.2 1/s, then a straight line of slope n − 1 = −0.62 over decades.
    [Fact]
    public void Published_polystyrene_solution_thins_with_its_power_law()
    {
        double slope = Math.Log10(CarreauYasuda.Viscosity(Polystyrene, 1000) / CarreauYasuda.Viscosity(Polystyrene, 100));
        Assert.Equal(-0.62, slope, 0.015);
        Assert.InRange(CarreauYasuda.Viscosity(Polystyrene, 0.12) / 101, 0.99, 1);
    }

    // a = 1 − n makes it the Cross model, μ_∞ + (μ_0 − μ_∞)/(1 + (λG)^(1−n)).
    [Theory]
    [InlineData(0.1)]
    [InlineData(3)]
    [InlineData(400)]
    public void With_exponent_one_minus_n_it_is_the_Cross_model(double rate)
    {
        SlurryOptions cross = Polystyrene with { YasudaExponent = 0.62 };
        Assert.Equal(0.059 + (100.941 / (1 + Math.Pow(0.84 * rate, 0.62))), CarreauYasuda.Viscosity(cross, rate), 1e-9);
    }

    [Fact]
    public void Shear_stress_rises_with_the_rate_so_that_the_fastest_stretch_has_the_greatest_stress()
    {
        var slurry = new SlurryOptions();
        double last = 0;
        for (double rate = 1e-2; rate < 1e8; rate *= 1.5)
        {
            double stress = rate * CarreauYasuda.Viscosity(slurry, rate);
            Assert.True(stress > last);
            last = stress;
        }
    }
}
