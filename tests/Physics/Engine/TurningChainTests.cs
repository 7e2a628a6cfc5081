using DispersionSim.Core;
using DispersionSim.Engine;
using Suspension = DispersionSim.Engine.OverdampedSystem<DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.NoWallLaw, DispersionSim.Kernels.NoWallLaw>;

namespace DispersionSim.Tests.Physics;

/// <summary>Rigid rows of spheres that a flow turns: what a straight step takes neighbours apart is foreseen, so that links are right but for the third order of the step.</summary>
/// <remarks>
/// Free draining, radius 1, drags 1 and 4/3, no load but the flow's. A row of n spheres turns by dn/dt = Ω n + Λ (E n − (n·E n) n); torques about its middle balance where Λ = S/(S + 4n/3), S the sum of the squared
/// distances from the middle: 3/7 for two touching spheres (a spheroid of aspect √(5/2), jeffery-1922), 2/3 for three. A link bears T = (n·E n) Σ r, over the spheres beyond it. A step
/// that goes straight on leaves it longer by Δt² (w²/d + n·G w)/2, w = d dn/dt, however stiff it is: that is what the error is held against.
/// </remarks>
public class TurningChainTests
{
    private const double Stiffness = 2e4;
    private const double Spacing = 2 - 1e-4;

    [Theory]
    [InlineData(2, true, false)]
    [InlineData(3, true, false)]
    [InlineData(2, false, false)]
    [InlineData(2, true, true)]
    [InlineData(3, true, true)]
    public void Links_of_a_turning_row_are_as_long_as_their_load_says_but_for_the_third_order_of_a_step(int count, bool bridged, bool extends)
    {
        (double coarse, double straight) = Errors(count, bridged, extends, 0.04);
        (double fine, double straightFine) = Errors(count, bridged, extends, 0.02);
        string found = $"{coarse:G4} where going straight on errs by {straight:G4} at a strain of 0.04 a step, {fine:G4} and {straightFine:G4} at 0.02";
        Assert.True(coarse < 0.03 * straight, found);
        Assert.True(fine < 0.015 * straightFine, found);
        Assert.True(Math.Abs(Math.Log2(coarse / fine) - 3) < 0.4, found);
    }

    /// <summary>Greatest error of a link's length on the way, and the greatest that going straight on would make.</summary>
    private static (double Length, double Straight) Errors(int count, bool bridged, bool extends, double strain)
    {
        using Suspension row = Row(count, bridged);
        if (extends)
        {
            row.Box.Extend(Axis.X, Axis.Z, 1);
        }
        else
        {
            row.Box.Shear(Axis.X, Axis.Z, 1);
        }

        (double length, double greatest) = (0, 0);
        for (int k = 0; k * strain < (extends ? 2 : 14); k++)
        {
            Vector3d n = row.AxisOfFirstContact();
            (double load, double straight) = Rigid(n, extends ? Extension : Shear, count);
            greatest = Math.Max(greatest, strain * strain * Math.Abs(straight));
            Assert.Equal(strain, row.Step(strain), 1e-12);
            foreach ((_, _, _, double force, _) in row.Contacts())
            {
                // The first step knows of no motion before it; what it leaves is gone with the next.
                length = k < 2 ? 0 : Math.Max(length, Math.Abs(-force - load) / Stiffness);
            }
        }

        return (length, greatest);
    }

    /// <summary>What the first link bears, and by how much a straight step lengthens it, over the square of the time.</summary>
    private static (double Load, double Straight) Rigid(Vector3d n, Func<Vector3d, Vector3d> gradient, int count)
    {
        double[] place = [.. Enumerable.Range(0, count).Select(k => (k - ((count - 1) / 2.0)) * Spacing)];
        double squares = place.Sum(r => r * r), share = squares / (squares + (4.0 * count / 3));
        Vector3d flow = gradient(n), strained = (flow + Transposed(n, gradient)) / 2;
        double stretch = Vector3d.Dot(n, flow);
        Vector3d turning = flow - strained + (share * (strained - (stretch * n)));
        return (stretch * Math.Abs(place[0]), Spacing * (turning.LengthSquared + Vector3d.Dot(n, gradient(turning))) / 2);
    }

    private static Vector3d Transposed(Vector3d n, Func<Vector3d, Vector3d> gradient) =>
        new(Vector3d.Dot(n, gradient(new(1, 0, 0))), Vector3d.Dot(n, gradient(new(0, 1, 0))), Vector3d.Dot(n, gradient(new(0, 0, 1))));

    private static Vector3d Shear(Vector3d x) => new(x.Z, 0, 0);

    private static Vector3d Extension(Vector3d x)
    {
        (double c, double s) = (Math.Cos(PlanarExtension.Angle), Math.Sin(PlanarExtension.Angle));
        (double along, double across) = ((c * x.X) + (s * x.Z), (c * x.Z) - (s * x.X));
        return new((c * along) + (s * across), 0, (s * along) - (c * across));
    }

    private static Suspension Row(int count, bool bridged)
    {
        // Between the axis that extends and the one that shortens, and out of the plane.
        Vector3d axis = new Vector3d(0.2, 0.2, 1).Normalized();
        Suspension row = Suspensions.Build(
            [.. Enumerable.Range(0, count).Select(k => new Vector3d(10, 10, 10) + (axis * ((k - ((count - 1) / 2.0)) * Spacing)))],
            [.. Enumerable.Repeat(1.0, count)],
            20,
            Stiffness,
            2,
            Suspensions.Contact with { BridgeStiffness = Stiffness * Suspensions.Force / Suspensions.Radius, BridgeTension = 1e20, BridgeShear = 1e20 },
            new StepControl { Residual = 1e-6, Motion = 1, StrainPerStep = 1 });
        if (bridged)
        {
            Assert.Equal(count - 1, row.Plant([.. Enumerable.Range(0, count - 1).Select(k => new Bond(k, k + 1, BondOrigin.FeedstockBridge, 0.3 * Suspensions.Radius))], _ => 1));
        }

        return row;
    }
}
