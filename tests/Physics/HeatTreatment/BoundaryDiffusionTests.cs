using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

public sealed class BoundaryDiffusionTests
{
    private const double Radius = 250e-9, Gamma = 1.24;

    private static readonly double Opening = 1 - Math.Cos(75 * Math.PI / 180);

    // Small necks: x^6 = 384 (1 - cos psi/2) gamma a^2 U.
    [Fact]
    public void Small_necks_grow_with_the_sixth_root_of_time()
    {
        var pair = new BoundaryDiffusion();
        pair.Advance(1073.15, 1e-3);
        double expected = Math.Pow(384 * Opening * Gamma * Radius * Radius * pair.Transported, 1.0 / 6) / Radius;

        // The term x sin(psi/2) that this leaves out is x/a * 0.97/(4 * 0.74) of the other; six roots of it.
        Assert.Equal(expected, pair.RadiusRatio(Radius), 1e-3 * expected);
    }

    // At F = 0 the speed of approach is what makes x grow: x dx/dt = 2a v.
    [Fact]
    public void Neck_grows_as_the_spheres_approach()
    {
        BoundaryDiffusion before = new(), after = new();
        const double Temperature = 1273.15, Time = 3600, Step = 1;
        before.Advance(Temperature, Time);
        after.Advance(Temperature, Time + Step);
        double x = before.RadiusRatio(Radius) * Radius, growth = (after.RadiusRatio(Radius) * Radius) - x;
        double speed = BoundaryDiffusion.ApproachSpeed(x, Radius, Temperature, 0);
        Assert.Equal(1, x * growth / (2 * Radius * speed * Step), 1e-3);
    }

    // F = (pi x^4/8 Delta) v − pi gamma [...]: the holding force stops it, more tension pulls the pair apart.
    [Fact]
    public void The_holding_force_stops_sintering_and_compression_speeds_it_up()
    {
        const double Neck = 50e-9, Temperature = 1173.15;
        double hold = BoundaryDiffusion.HoldingForce(Neck, Radius);
        Assert.Equal(-Math.PI * Gamma * ((4 * Radius * Opening) + (Neck * Math.Sin(75 * Math.PI / 180))), hold, -1e-12 * hold);
        Assert.Equal(0, BoundaryDiffusion.ApproachSpeed(Neck, Radius, Temperature, hold));
        double free = BoundaryDiffusion.ApproachSpeed(Neck, Radius, Temperature, 0);
        Assert.Equal(2, BoundaryDiffusion.ApproachSpeed(Neck, Radius, Temperature, -hold) / free, 1e-12);
        Assert.Equal(8 * BoundaryDiffusion.Mobility(Temperature) * -hold / (Math.PI * Math.Pow(Neck, 4)), free, 1e-12 * free);
    }

    // Smaller spheres sinter at lower temperature: x/a falls with a as a^(-2/3) while necks are small.
    [Fact]
    public void Necks_of_smaller_spheres_are_larger_by_herrings_law()
    {
        var pair = new BoundaryDiffusion();
        pair.Advance(1073.15, 36000);
        Assert.Equal(Math.Pow(2, 2 / 3.0), pair.RadiusRatio(Radius) / pair.RadiusRatio(2 * Radius), 2e-2);
    }

    [Fact]
    public void A_pair_ends_when_its_neck_is_as_wide_as_itself_and_shrinks_by_an_eighth()
    {
        var pair = new BoundaryDiffusion();
        pair.Advance(1373.15, 3.6e6);
        Assert.Equal(1, pair.RadiusRatio(Radius), 1e-12);
        Assert.Equal(0.125, pair.Shrinkage(Radius), 1e-12);
    }
}
