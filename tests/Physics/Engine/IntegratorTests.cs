using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;
using Suspension = DispersionSim.Engine.OverdampedSystem<DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.NoWallLaw, DispersionSim.Kernels.NoWallLaw>;

namespace DispersionSim.Tests.Physics;

/// <summary>The explicit step's stability limit, the choice between the steps, and the same bits under each.</summary>
public class IntegratorTests
{
    private const double Stiffness = 200;

    [Fact]
    public void Stiffest_motion_of_a_doublet_is_sliding_with_rolling()
    {
        // One surface slides over the other: k_t on both translations (drag 1) and, through the arms, on both rotations (drag 4/3).
        using Suspension doublet = Doublet(0.9);
        double arm = 1 - (0.5 / Stiffness), expected = 0.876 * Stiffness * ((2 / 1.0) + (2 * arm * arm / (4.0 / 3)));
        (double measured, double bound) = doublet.RelaxationRate(200);
        Assert.Equal(expected, measured, 1e-4 * expected);
        Assert.InRange(bound, measured, 1.06 * measured);
    }

    [Theory]
    [InlineData(0.95, true)]
    [InlineData(1.05, false)]
    public void Motion_dies_below_the_measured_limit_and_grows_above_it(double share, bool dies)
    {
        using Suspension probe = Doublet(1);
        (double measured, double bound) = probe.RelaxationRate(200);
        using Suspension doublet = Doublet(share * bound / measured);

        // A tilted flow for a moment sets every motion going; then the contact is left to itself.
        Flow(doublet, 0.001, 5);
        double start = doublet.FastestMotion();
        Flow(doublet, 0, 60);
        Assert.Equal(60, doublet.ExplicitSteps - 5);
        Assert.True(dies ? doublet.FastestMotion() < 0.05 * start : doublet.FastestMotion() > 2 * start, $"from {start} to {doublet.FastestMotion()}");
    }

    [Theory]
    [InlineData(1.98)]
    [InlineData(1.999)]
    public void No_explicit_step_is_longer_than_the_limit_whatever_is_asked_for(double spacing)
    {
        Vector3d[] positions = Suspensions.Crowd(6, spacing, 3);
        using Suspension crowd = Suspensions.Build(positions, [.. positions.Select((_, i) => 0.8 + (0.05 * (i % 9)))], 14, Stiffness, 1, control: new StepControl { Integrator = Integrator.Explicit });
        crowd.Box.Shear(Axis.X, Axis.Z, 0.05);
        for (int k = 0; k < 40; k++)
        {
            (double measured, double bound) = crowd.RelaxationRate(60);
            Assert.InRange(bound, measured, 1.8 * measured);
            Assert.True(crowd.Step(10) * measured < 2);
        }

        Assert.Equal(crowd.Steps, crowd.ExplicitSteps);
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(0.01, false)]
    public void Auto_is_explicit_in_strong_flow_and_implicit_in_weak(double rate, bool isExplicit)
    {
        // At a rate of 60 a step strains by 0.05 at most, 8·10⁻⁴: less than twice the explicit limit of this crowd, 4.4·10⁻⁴, whatever moves.
        using Suspension system = Sheared(Integrator.Auto, rate, 1);
        Advance(system, 200);
        Assert.True(isExplicit ? system.ExplicitSteps > 180 : system.ExplicitSteps == 0, $"{system.ExplicitSteps} of {system.Steps}");
    }

    [Theory]
    [InlineData(Integrator.Implicit, 0.5)]
    [InlineData(Integrator.Explicit, 0.5)]
    [InlineData(Integrator.Auto, 0.01)]
    [InlineData(Integrator.Auto, 1)]
    [InlineData(Integrator.Auto, 20)]
    public void Resumed_from_a_saved_state_it_goes_on_with_the_same_bits(Integrator integrator, double rate)
    {
        using Suspension whole = Sheared(integrator, rate, 1), resumed = Sheared(integrator, rate, 1);
        Advance(whole, 70);
        Assert.NotEmpty(whole.Contacts());
        resumed.Restore(whole.Save());
        Advance(whole, 70);
        Advance(resumed, 70);
        Assert.Equal(Suspensions.Bits(whole.Save()), Suspensions.Bits(resumed.Save()));
    }

    [Theory]
    [InlineData(Integrator.Explicit, 0.1)]
    [InlineData(Integrator.Auto, 1)]
    public void Two_threads_give_the_bits_of_one(Integrator integrator, double rate)
    {
        // 4913 particles and about three times as many links: several chunks of 2048 of each.
        using Suspension one = Crowded(integrator, rate, 1), two = Crowded(integrator, rate, 2);
        Advance(one, 8);
        Advance(two, 8);
        Assert.True(one.Contacts().Count() > 3 * HostDevice.Chunk);
        Assert.Equal(Suspensions.Bits(one.Save()), Suspensions.Bits(two.Save()));
    }

    private static void Advance(Suspension system, int steps)
    {
        for (int k = 0; k < steps; k++)
        {
            system.Step(1);
        }
    }

    private static void Flow(Suspension system, double rate, int steps)
    {
        system.Box.Shear(Axis.X, Axis.Z, rate);
        Advance(system, steps);
    }

    private static Suspension Doublet(double share) => Suspensions.Build(
        [new(15.3, 16, 15.4), new(15.3 + ((2 - (1 / Stiffness)) * 0.8), 16, 15.4 + ((2 - (1 / Stiffness)) * 0.6))],
        [1, 1],
        32,
        Stiffness,
        1,
        control: new StepControl { Integrator = Integrator.Explicit, StabilityShare = share });

    private static Suspension Crowded(Integrator integrator, double rate, int threads)
    {
        Vector3d[] positions = Suspensions.Crowd(17, 1.98, 5);
        Suspension system = Suspensions.Build(positions, [.. positions.Select(_ => 1.0)], 17 * 1.98, Stiffness, 1, threads: threads, control: new StepControl { Integrator = integrator });
        system.Box.Shear(Axis.X, Axis.Z, rate);
        return system;
    }

    /// <summary>A hundred spheres in shear, with sliding contacts, Brownian motion, and a list that is renewed on the way.</summary>
    private static Suspension Sheared(Integrator integrator, double rate, int threads)
    {
        Vector3d[] positions = Suspensions.Crowd(5, 1.99, 3);
        Suspension system = Suspensions.Build(
            positions, [.. positions.Select(_ => 1.0)], 14, Stiffness, 1, Suspensions.Contact, new StepControl { Motion = 0.02, Integrator = integrator }, threads);
        system.ThermalEnergy = 1e-6;
        system.BrownianStream = number => new RandomStream(9, StreamName.BrownianForce, (int)number);
        system.Box.Shear(Axis.X, Axis.Z, rate);
        return system;
    }
}
