using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>A system that goes on from what was kept of another ends with the other's bits.</summary>
public class GrainSnapshotTests
{
    private static readonly ContactLaws Sticky = new ContactLaws
    {
        Elastic = ElasticKind.Jkr,
        SurfaceEnergy = 0.05,
        DampingCoefficient = 0.5,
        Friction = 0.5,
        Tangential = TangentialKind.MindlinRescaleForce,
        Rolls = true,
        RollingStiffness = 100,
        RollingDamping = 1e-4,
        RollingFriction = 0.1,
        Twists = true,
    }.OfMaterial(GrainSamples.Modulus, GrainSamples.Poisson);

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public void Sheared_sticky_grains_go_on(int before, int after) => Compare(
        () =>
        {
            GrainSetup setup = GrainSamples.Gas(6, 1.97e-3, 0.6e-3, 1e-3, 0.3, 2e-6) with { KeepsEnergyAccount = true };
            setup.Box.Shear(Axis.X, Axis.Y, 300 * setup.Scale.Time);
            return setup;
        },
        [],
        before,
        after);

    [Fact]
    public void Bonded_grains_on_a_moving_floor_go_on() => Compare(
        () =>
        {
            GrainSetup setup = GrainSamples.Gas(4, 1.97e-3, 0.6e-3, 1e-3, 0.3, 2e-6);
            return setup with
            {
                Gravity = new(0, 0, -9.81),
                Walls = [new PlaneWall(new(0, 0, 0.1), Vector3d.UnitZ) { Velocity = new(0.001, 0, 0.0001) }],
                Bonds = [(0, 1), (1, 2), (5, 21)],
                BondLaw = new() { YoungModulus = 1e7, ShearModulus = 4e6, Damping = 0.1 },
            };
        },
        [Sticky],
        1,
        1);

    private static void Compare(Func<GrainSetup> setup, IReadOnlyList<ContactLaws> walls, int before, int after)
    {
        using GranularSystem first = GranularSystems.Make(setup(), Sticky, walls, before), second = GranularSystems.Make(setup(), Sticky, walls, after);
        first.Advance(777);
        ColumnBag kept = first.AdvanceAndKeep();
        IReadOnlyList<GrainReading> at = first.Read();
        first.Advance(1500);
        second.Restore(kept);
        Assert.Equal(at, second.Read());
        Assert.Equal(778, second.Steps);
        second.Advance(1500);
        Assert.Equal(first.Read(), second.Read());
        Assert.Equal(first.Steps, second.Steps);
        Assert.Equal(first.Energies?.Taken, second.Energies?.Taken);
    }
}
