using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>A plane may lean any way: what happens at it is what happens at a level one, turned.</summary>
public class ObliquePlaneTests
{
    private const double Radius = 1e-3;

    [Theory]
    [InlineData(1, 2, 3)]
    [InlineData(-2, 1, 0.5)]
    [InlineData(0, -1, 0)]
    public void A_spinning_sphere_leaves_it_as_it_leaves_a_level_one(double x, double y, double z)
    {
        Vector3d normal = new Vector3d(x, y, z).Normalized(), across = Vector3d.Cross(normal, Math.Abs(normal.X) < 0.9 ? new Vector3d(1, 0, 0) : new Vector3d(0, 1, 0)).Normalized(), third = Vector3d.Cross(normal, across);
        GrainReading level = Bounce(new Vector3d(1, 0, 0), new Vector3d(0, 1, 0), Vector3d.UnitZ), leaning = Bounce(across, third, normal);
        Assert.True(level.Velocity.Z > 0.3, $"{level.Velocity}");

        // 400 steps a contact; the moment of touch differs by the rounding of places, 2e-11 m of 0.7 m/s.
        Assert.True((leaning.Velocity - Turned(level.Velocity)).Length < 1e-5, $"{leaning.Velocity - Turned(level.Velocity)}");
        Assert.True((leaning.Spin - Turned(level.Spin)).Length < 1e-5 / Radius, $"{leaning.Spin - Turned(level.Spin)}");

        Vector3d Turned(Vector3d v) => (across * v.X) + (third * v.Y) + (normal * v.Z);
    }

    /// <summary>A bounce off a plane through the middle of the box, everything given along three directions at right angles, the last off the plane.</summary>
    private static GrainReading Bounce(Vector3d first, Vector3d second, Vector3d off)
    {
        Vector3d middle = new(0.02, 0.02, 0.02), speed = (first * 0.4) - (second * 0.2) - (off * 0.7), spin = (first * 150) + (second * 90) - (off * 60);
        GrainSetup setup = GrainSamples.Of(new(0.04, 0.04, 0.04), [middle + (off * (Radius * 1.01))], [Radius], 5e-7, [speed]);
        setup = setup with { Spins = [spin], Walls = [new PlaneWall(middle / setup.Scale.Length, off)] };
        ContactLaws laws = GrainSamples.Laws with { Rolls = true, RollingStiffness = 200, RollingDamping = 1e-3, RollingFriction = 0.05, Twists = true };
        using GranularSystem system = GranularSystems.Make(setup, laws, [laws.AtRigidWall(GrainSamples.Modulus, GrainSamples.Poisson)], 1);
        system.Advance(2000);
        return system.Read()[0];
    }
}
