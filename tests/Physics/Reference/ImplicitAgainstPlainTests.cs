using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Tests.Physics;

/// <summary>The engine against an independent explicit simulator in double precision.</summary>
public class ImplicitAgainstPlainTests
{
    private const double Box = 32;

    [Theory]
    [InlineData(0.1, 0.001, 1e-3, Integrator.Implicit)]
    [InlineData(0.3, 0.001, 1e-3, Integrator.Implicit)]
    [InlineData(0.1, 0.0002, 2e-4, Integrator.Implicit)]
    [InlineData(0.3, 0.0002, 2e-4, Integrator.Implicit)]
    [InlineData(0.1, 0.001, 1e-3, Integrator.Explicit)]
    [InlineData(0.3, 0.001, 1e-3, Integrator.Explicit)]
    [InlineData(0.1, 0.0002, 2e-4, Integrator.Explicit)]
    [InlineData(0.3, 0.0002, 2e-4, Integrator.Explicit)]
    public void Cluster_in_shear_moves_as_the_plain_explicit_simulator_says(double rate, double longest, double tolerance, Integrator integrator)
    {
        // Centres move by two radii; every contact rolls and slips. Both simulators are of first order in the step and differ by no more than
        // their steps: a thousandth of a radius at steps of 10⁻³, five times less at steps five times smaller.
        (Vector3d[] found, Vector3d[] expected, double moved) = Compare(rate, new StepControl { Residual = 1e-6, Integrator = integrator }, longest);
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

    [Theory]
    [InlineData(Integrator.Implicit)]
    [InlineData(Integrator.Explicit)]
    public void Both_steps_approach_the_plain_simulator_in_first_order(Integrator integrator)
    {
        // The plain simulator takes steps ten times finer than the finest here. Before anything slips the solution is smooth in time.
        const double rate = 0.3, strain = 0.1;
        Vector3d[] expected = PlainEnd(rate, strain, 2.5e-5).Position;
        double[] steps = [1e-3, 5e-4, 2.5e-4];
        double[] error = [.. steps.Select(longest =>
        {
            using var engine = Run(rate, strain, new StepControl { Residual = 1e-6, Integrator = integrator }, longest);
            Assert.Equal(integrator == Integrator.Explicit ? engine.Steps : 0, engine.ExplicitSteps);
            return Difference(PairReactionTests.ActualPositions(engine), expected);
        })];
        double order = Math.Log2(error[0] / error[2]) / 2;
        Assert.True(order is > 0.75 and < 1.5 && error[2] < 2e-4, $"errors {string.Join(", ", error)}, order {order}");
    }

    private static (Vector3d[] Found, Vector3d[] Expected, double Moved) Compare(double rate, StepControl control, double longest)
    {
        const double strain = 0.3;
        (Vector3d[] positions, _) = Suspensions.Cluster(new(Box / 2, Box / 2, Box / 2));
        using var engine = Run(rate, strain, control, longest);
        PlainSuspension plain = PlainEnd(rate, strain, 2e-4);
        Assert.True(plain.Slips > 0);
        Assert.Equal(plain.Pairs.Order(), engine.Contacts().Select(c => (c.I, c.J)).Order());
        return (PairReactionTests.ActualPositions(engine), plain.Position, Difference(positions, plain.Position));
    }

    private static OverdampedSystem<SoftAdhesiveLaw, NoWallLaw, NoWallLaw> Run(double rate, double strain, StepControl control, double longest)
    {
        (Vector3d[] positions, double[] radii) = Suspensions.Cluster(new(Box / 2, Box / 2, Box / 2));
        var engine = Suspensions.Build(positions, radii, Box, 200, 1, control: control);
        engine.Box.Shear(Axis.X, Axis.Z, rate);
        double end = strain / rate;
        while (engine.Time < end - 1e-9)
        {
            engine.Step(Math.Min(longest, end - engine.Time));
        }

        return engine;
    }

    private static PlainSuspension PlainEnd(double rate, double strain, double longest)
    {
        (Vector3d[] positions, double[] radii) = Suspensions.Cluster(new(Box / 2, Box / 2, Box / 2));
        PlainSuspension plain = Plain(positions, radii, rate);
        int steps = (int)Math.Round(strain / rate / longest);
        for (int k = 0; k < steps; k++)
        {
            plain.Step(strain / rate / steps);
        }

        return plain;
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
