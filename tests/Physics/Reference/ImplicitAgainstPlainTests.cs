using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>The engine against an independent explicit simulator in double precision.</summary>
public class ImplicitAgainstPlainTests
{
    private const double Box = 32;

    [Theory]
    [InlineData(0.1, 0.001, 1e-3)]
    [InlineData(0.3, 0.001, 1e-3)]
    [InlineData(0.1, 0.0002, 2e-4)]
    [InlineData(0.3, 0.0002, 2e-4)]
    public void Cluster_in_shear_moves_as_the_plain_explicit_simulator_says(double rate, double longest, double tolerance)
    {
        // Centres move by two radii; every contact rolls and slips. Both simulators are of first order in the step and differ by no more than
        // their steps: a thousandth of a radius at steps of 10⁻³, five times less at steps five times smaller.
        (Vector3d[] found, Vector3d[] expected, double moved) = Compare(rate, new StepControl { Residual = 1e-6 }, longest);
        Assert.True(moved > 1, $"moved {moved}");
        Assert.True(Difference(found, expected) < tolerance, $"differs by {Difference(found, expected)} after moving {moved}");
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.3)]
    public void Cluster_at_the_ordinary_step_bound_ends_within_two_hundredths_of_a_radius(double rate)
    {
        // Sixty steps of up to a hundredth of a radius each, first order: an error of about two such steps.
        (Vector3d[] found, Vector3d[] expected, _) = Compare(rate, new StepControl(), double.MaxValue);
        Assert.True(Difference(found, expected) < 0.02, $"differs by {Difference(found, expected)}");
    }

    private static (Vector3d[] Found, Vector3d[] Expected, double Moved) Compare(double rate, StepControl control, double longest)
    {
        const double strain = 0.3;
        (Vector3d[] positions, double[] radii) = Suspensions.Cluster(new(Box / 2, Box / 2, Box / 2));
        using var engine = Suspensions.Build(positions, radii, Box, 200, 1, control: control);
        engine.Box.Shear(Axis.X, Axis.Z, rate);
        double end = strain / rate;
        while (engine.Time < end - 1e-9)
        {
            engine.Step(Math.Min(longest, end - engine.Time));
        }

        PlainSuspension plain = Plain(positions, radii, rate);
        int steps = (int)Math.Round(end / 2e-4);
        for (int k = 0; k < steps; k++)
        {
            plain.Step(end / steps);
        }

        Assert.True(plain.Slips > 0);
        Assert.Equal(plain.Pairs.Order(), engine.Contacts().Select(c => (c.I, c.J)).Order());
        return (PairReactionTests.ActualPositions(engine), plain.Position, Difference(positions, plain.Position));
    }

    private static PlainSuspension Plain(Vector3d[] positions, double[] radii, double rate) => new(positions, radii, rate)
    {
        Stiffness = 200,
        PullOffPerRadius = 2,
        Friction = Suspensions.Contact.Friction,
        TangentialRatio = Suspensions.Contact.TangentialRatio,
        RollingDisplacement = Suspensions.Contact.RollingDisplacement / Suspensions.Radius,
        Spot = Suspensions.Contact.ContactSpot / Math.Cbrt(Suspensions.Radius),
    };

    /// <summary>Largest difference of the places relative to the first particle.</summary>
    private static double Difference(Vector3d[] a, Vector3d[] b) => Enumerable.Range(0, a.Length).Max(i => (a[i] - a[0] - b[i] + b[0]).Length);
}
