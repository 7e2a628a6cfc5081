using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

/// <summary>The tiers in the overdamped step: what a bond carries there is what the rigid cluster says.</summary>
public class TierTests
{
    private const double PullOff = 1e-6;
    private const double Rate = 1;

    [Theory]
    [InlineData(HydrodynamicTier.T0)]
    [InlineData(HydrodynamicTier.T1)]
    [InlineData(HydrodynamicTier.T2)]
    [InlineData(HydrodynamicTier.T3)]
    public void Doublet_carries_the_tension_by_which_its_tier_is_known(HydrodynamicTier tier)
    {
        // Row 2 by its force: F_c/(C μa²) with C of row 1, within 2 %.
        Vector3d axis = new(Math.Sqrt(0.5), 0, Math.Sqrt(0.5));
        using var doublet = System([axis, -axis], tier, strong: true);
        double greatest = 0;
        while (doublet.Time < 0.2)
        {
            doublet.Step(0.01);
            greatest = Math.Max(greatest, -doublet.Contacts().Single().Force);
        }

        Assert.Equal(tier.DoubletTension(), greatest, 0.02 * tier.DoubletTension());
    }

    [Theory]
    [InlineData(HydrodynamicTier.T1, 0.98, false)]
    [InlineData(HydrodynamicTier.T1, 1.02, true)]
    [InlineData(HydrodynamicTier.T3, 0.98, false)]
    [InlineData(HydrodynamicTier.T3, 1.02, true)]
    public void Doublet_breaks_where_its_tiers_tension_reaches_the_pull_off_force(HydrodynamicTier tier, double factor, bool breaks)
    {
        using var doublet = System([new(-0.6, 0, 0.8), new(0.6, 0, -0.8)], tier, strong: false, pullOff: tier.DoubletTension() / factor);
        bool broken = false;
        while (doublet.Time < 16 && !broken)
        {
            doublet.Step(0.05);
            broken = !doublet.Contacts().Any();
        }

        Assert.Equal(breaks, broken);
    }

    [Theory]
    [InlineData(HydrodynamicTier.T0)]
    [InlineData(HydrodynamicTier.T1)]
    [InlineData(HydrodynamicTier.T3)]
    public void Bridged_aggregate_carries_the_bond_tensions_of_a_rigid_one(HydrodynamicTier tier)
    {
        TreeAggregate aggregate = TreeAggregate.Build(12, new(1.8, 1.3), 4, 3)!;
        BondTension[] expected = tier switch
        {
            HydrodynamicTier.T1 => aggregate.Screened(),
            HydrodynamicTier.T3 => aggregate.Interacting(MobilityLevel.Torques),
            _ => aggregate.FreeDraining(),
        };
        double[] strain = LinearFlow.Shear(new(1, 0, 0), new(0, 0, 1), Rate).Strain;
        using var system = System(aggregate.Position, tier, strong: true);
        for (int k = 0; k < 20; k++)
        {
            // Elastic motion dies away (the bridges are thick, so that bending is stiff too); the aggregate turns by half a degree.
            system.Step(0.0005);
        }

        Dictionary<(int, int), double> force = system.Contacts().ToDictionary(c => (c.I, c.J), c => -c.Force);
        double scale = expected.Max(b => Math.Abs(b.In(strain)));
        Assert.All(expected, b => Assert.Equal(b.In(strain), force[(Math.Min(b.I, b.J), Math.Max(b.I, b.J))], 0.05 * scale));
    }

    [Theory]
    [InlineData(HydrodynamicTier.T1)]
    [InlineData(HydrodynamicTier.T2)]
    public void Run_of_a_tier_goes_on_from_a_checkpoint_with_the_same_bits(HydrodynamicTier tier)
    {
        Vector3d[] start = TreeAggregate.Build(12, new(1.8, 1.3), 4, 3)!.Position;
        using var whole = System(start, tier, strong: true);
        using var resumed = System(start, tier, strong: true);
        Go(whole, 0.1);
        resumed.Restore(whole.Save());
        Go(whole, 0.2);
        Go(resumed, 0.2);
        Assert.Equal(whole.Save().Get<int>("places"), resumed.Save().Get<int>("places"));
    }

    [Fact]
    public void Cluster_that_goes_through_the_periodic_box_is_refused_by_tier_T3()
    {
        Vector3d[] chain = [.. Enumerable.Range(0, 10).Select(i => new Vector3d((1.98 * i) - 9, 0, 0))];
        using var system = System(chain, HydrodynamicTier.T3, strong: false, box: 19.7);
        SimulationException fault = Assert.Throws<SimulationException>(() => system.Step(0.01));
        Assert.Contains("spans the periodic box", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HydrodynamicTier.T0, 0)]
    [InlineData(HydrodynamicTier.T1, 1)]
    [InlineData(HydrodynamicTier.T2, 2)]
    [InlineData(HydrodynamicTier.T3, 3)]
    public void Every_result_of_a_dispersion_names_its_tier(HydrodynamicTier tier, int number)
    {
        StageResult result = SmallPowder.Shear(SmallPowder.Make(60, 1), new() { Hydrodynamics = tier, Strain = 1, Planes = 1 });
        Measurement named = result.Measurements.Single(m => m.Name == "hydrodynamic tier");
        Assert.Equal(number, named.Value);
        Assert.StartsWith($"{tier}: ", named.Definition, StringComparison.Ordinal);
        Assert.EndsWith($"tier {tier}", result.Measurements.Single(m => m.Name == "stress margin").Definition, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HydrodynamicTier.T2)]
    [InlineData(HydrodynamicTier.T3)]
    public void Thermal_motion_is_refused_where_primaries_act_on_each_other(HydrodynamicTier tier)
    {
        InputException fault = Assert.Throws<InputException>(() => SmallPowder.Shear(SmallPowder.Make(40, 1), new() { Hydrodynamics = tier, Brownian = BrownianMotion.On, Strain = 1 }));
        Assert.Contains("dispersion.hydrodynamics", fault.Message, StringComparison.Ordinal);
    }

    private static void Go(OverdampedSystem<SoftAdhesiveLaw, NoWallLaw, NoWallLaw> system, double until)
    {
        while (system.Time < until)
        {
            system.Step(0.01);
        }
    }

    /// <summary>Spheres of radius 1 in a fluid of viscosity 1, sheared at rate 1; strong ones are held by stiff bridges.</summary>
    private static OverdampedSystem<SoftAdhesiveLaw, NoWallLaw, NoWallLaw> System(Vector3d[] about, HydrodynamicTier tier, bool strong, double pullOff = PullOff, double box = 80)
    {
        double stiffness = strong ? 1e5 : 200 * pullOff, overlap = pullOff / stiffness;
        UnitScale scale = new(1, 1, 1);
        Vector3d middle = new(box / 2, box / 2, box / 2), centre = about.Aggregate(Vector3d.Zero, (sum, x) => sum + x) / about.Length;
        Vector3d[] position = [.. about.Select(x => middle + ((x - centre) * (1 - (overlap / 2) - (strong ? 1e-5 : 0))))];
        var contact = new ContactOptions { ContactSpot = 1e-2, BridgeStiffness = stiffness, BridgeTension = 1e12, BridgeShear = 1e12 };
        var law = new SoftAdhesiveLaw(scale.Stiffnesses(stiffness), (float)(pullOff / scale.Force / 0.5));
        var system = new OverdampedSystem<SoftAdhesiveLaw, NoWallLaw, NoWallLaw>(
            scale, new FlowingBox(box, box, box), position, [.. about.Select(_ => 1.0)], 1, contact, new StepControl { Residual = 1e-6, Motion = strong ? 0.01 : 0.001, IterationLimit = 5000 }, (law, default, default), new HostDevice(1))
        {
            // Radii are a metre here: a film of nanometres would carry everything.
            Lubrication = new() { SmallestGap = 0.01 },
            Hydrodynamics = tier,
        };
        system.Box.Shear(Axis.X, Axis.Z, scale.Rates(Rate));
        if (strong)
        {
            Bond[] bonds = [.. from i in Enumerable.Range(0, about.Length) from j in Enumerable.Range(i + 1, about.Length - i - 1) where (about[i] - about[j]).Length < 2.0001 select new Bond(i, j, BondOrigin.FeedstockBridge, 30)];
            system.Plant(bonds, _ => 1);
        }

        return system;
    }
}
