using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Tests.Physics;

public class StokesDriftTests
{
    [Theory]
    [InlineData(1.0)]
    [InlineData(0.37)]
    public void Sphere_pushed_by_a_known_force_drifts_with_force_over_six_pi_mu_a(double viscosity)
    {
        // Validation row 6. Heights are multiples of a quarter radius, exact in single precision: elsewhere the height of 6 radii is itself rounded by 5·10⁻⁷ of a radius, and the force with it. A sphere that a wetting liquid's surface has left by more than half is pushed down by
        // F = 2πγ a sin²α, cos α = 1 − p/a, a force that no longer grows as it leaves, so that the implicit step is the explicit one.
        double radius = 400e-9, tension = 0.04, height = 1.25 * radius;
        UnitScale scale = UnitScale.ForSuspension(radius, 2 * Math.PI * tension * radius, viscosity);
        double surface = 6 * radius;
        using OverdampedSystem<SoftAdhesiveLaw, SoftAdhesiveLaw, CapillaryLaw> film = new(
            scale,
            new FlowingBox(16, 16, 32),
            [new Vector3d(3, 3, 0) * radius + new Vector3d(0, 0, surface + height - radius)],
            [radius],
            viscosity,
            new ContactOptions(),
            new StepControl { Residual = 1e-7 },
            (default, default, new CapillaryLaw(scale.Stiffnesses(tension), 1f, 0f)),
            new HostDevice(1),
            new FilmWalls(HeightMap.Flat(16 * radius, 16 * radius), radius, TopKind.Interface, surface));
        Vector3d before = film.Positions()[0];
        double taken = film.Step(0.05);
        double moved = (film.Positions()[0] - before).Z / scale.Length;
        double sinSquared = 1 - Math.Pow(1 - (height / radius), 2);
        double force = 2 * Math.PI * tension * radius * sinSquared;
        double drift = force / (6 * Math.PI * viscosity * radius);
        Vector3d velocity = film.MotionOf(0).Velocity * (scale.Length / scale.Time);
        Assert.Equal(-1, velocity.Z / drift, 1e-6);

        // Places are whole numbers of 2⁻³² boxes: over half a tenth of a radius that is 10⁻⁷.
        Assert.Equal(-1, moved / (drift * (scale.Time / scale.Length) * taken), 1e-6);
        Assert.Equal(0, velocity.X / drift, 1e-9);
        Assert.Equal(0, film.MotionOf(0).Spin.Length, 1e-9);
    }
}
