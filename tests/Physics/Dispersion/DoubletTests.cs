using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Tests.Physics;

/// <summary>Two touching spheres in simple shear, free-draining (tier T0): exact results.</summary>
public class DoubletTests
{
    private const double Radius = 250e-9;
    private const double Viscosity = 1;

    [Fact]
    public void Greatest_tension_of_a_free_draining_doublet_is_three_pi_mu_G_a_squared()
    {
        // Drag 6πμa on each sphere, relative flow velocity along the axis G·2a·sinφcosφ ≤ G a: tension 3πμGa². Validation row 1, 0.5 %.
        double rate = 1e3;
        using var doublet = Doublet(rate, 5e-9, new Vector3d(0.6, 0, 0.8));
        double end = 1 / doublet.Scale.Rates(rate), greatest = 0;
        while (doublet.Time < end)
        {
            doublet.Step(end);
            greatest = Math.Max(greatest, -doublet.Contacts().Single().Force * doublet.Scale.Force);
        }

        Assert.Equal(3 * Math.PI, greatest / (Viscosity * rate * Radius * Radius), 0.005 * 3 * Math.PI);
    }

    [Theory]
    [InlineData(0.98, false)]
    [InlineData(1.02, true)]
    public void Doublet_breaks_where_the_tension_reaches_the_pull_off_force(double factor, bool breaks)
    {
        // Validation row 2: G = F_c/(3π μ a²) within 2 %.
        double pullOff = 5e-9;
        double rate = factor * pullOff / (3 * Math.PI * Viscosity * Radius * Radius);
        using var doublet = Doublet(rate, pullOff, new Vector3d(-1, 0, 1) / Math.Sqrt(2));
        double end = 14 / doublet.Scale.Rates(rate);
        bool broken = false;
        while (doublet.Time < end && !broken)
        {
            doublet.Step(end - doublet.Time + 1e-9);
            broken = !doublet.Contacts().Any();
        }

        Assert.Equal(breaks, broken);
    }

    [Fact]
    public void A_pair_whose_contact_is_hardened_rests_at_the_overlap_of_its_new_stiffness()
    {
        // Adhesion alone: the pull-off force stays, k δ = F_c.
        double pullOff = 5e-9, factor = 3;
        using var doublet = Doublet(0, pullOff, new Vector3d(0, 0, 1));
        double stiffness = pullOff / (0.005 * Radius), before = doublet.Contacts().Single().Overlap;
        Assert.Equal(0.005, before, 2e-5);
        var law = new SoftAdhesiveLaw(doublet.Scale.Stiffnesses(factor * stiffness), (float)(pullOff / doublet.Scale.Force / 0.5));
        doublet.Harden(law, default, factor * stiffness);
        for (int k = 0; k < 200; k++)
        {
            doublet.Step(1);
        }

        Assert.Equal(0.005 / factor, doublet.Contacts().Single().Overlap, 2e-5);
    }

    [Fact]
    public void Rigid_doublet_tumbles_with_the_period_of_its_free_draining_aspect_ratio()
    {
        // T = 2π(r + 1/r)/G with r_e = 1.581 = √(5/2): T0 with rotational drag gives 13.91/G. Validation row 3, 0.5 %.
        // The pair is held by a solid bridge and starts along the flow; half a turn brings the axis back.
        double rate = 1e3;
        using var doublet = Doublet(rate, 5e-9, new Vector3d(0, 0, 1), bridged: true);
        double scaled = doublet.Scale.Rates(rate), last = 0, crossed = 0;
        double previous = Angle(doublet);
        double turned = 0;
        while (turned < Math.PI)
        {
            last = doublet.Time;
            doublet.Step(0.01 / scaled);
            double now = Angle(doublet);
            double change = Math.IEEERemainder(now - previous, Math.PI);
            if (turned + Math.Abs(change) >= Math.PI)
            {
                crossed = last + ((doublet.Time - last) * (Math.PI - turned) / Math.Abs(change));
            }

            turned += Math.Abs(change);
            previous = now;
        }

        Assert.Equal(13.91, 2 * crossed * scaled, 0.005 * 13.91);
    }

    private static double Angle(OverdampedSystem<SoftAdhesiveLaw, NoWallLaw, NoWallLaw> doublet)
    {
        Vector3d d = doublet.AxisOfFirstContact();
        return Math.Atan2(d.Z, d.X);
    }

    private static OverdampedSystem<SoftAdhesiveLaw, NoWallLaw, NoWallLaw> Doublet(double rate, double pullOff, Vector3d axis, bool bridged = false)
    {
        double stiffness = Math.Max(pullOff / (0.005 * Radius), 200 * 6 * Math.PI * Viscosity * rate * Radius);
        double overlap = pullOff / stiffness, box = 20 * Radius;
        Vector3d centre = new(box / 2, box / 2, box / 2), half = axis * (Radius - (overlap / 2));
        UnitScale scale = UnitScale.ForSuspension(Radius, pullOff, Viscosity);
        var flow = new FlowingBox(20, 20, 20);
        var contact = new ContactOptions { ContactSpot = 1e-4, BridgeStiffness = stiffness, BridgeTension = 1e12, BridgeShear = 1e12 };
        var law = new SoftAdhesiveLaw(scale.Stiffnesses(stiffness), (float)(pullOff / scale.Force / 0.5));
        var system = new OverdampedSystem<SoftAdhesiveLaw, NoWallLaw, NoWallLaw>(
            scale, flow, [centre + half, centre - half], [Radius, Radius], Viscosity, contact, new StepControl { Residual = 1e-5, Motion = 0.001 }, (law, default, default), new HostDevice(1));
        flow.Shear(Axis.X, Axis.Z, scale.Rates(rate));
        system.Plant([new Bond(0, 1, bridged ? BondOrigin.FeedstockBridge : BondOrigin.FeedstockContact, 0.3 * Radius)], _ => 1);
        return system;
    }
}
