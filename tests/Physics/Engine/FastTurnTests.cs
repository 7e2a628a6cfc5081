using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>A few of the touching pairs may turn farther in a step than the bound that holds for all others.</summary>
public sealed class FastTurnTests
{
    private const double Motion = 0.01;

    /// <summary>Without friction, one doublet along the gradient turns at the rate of shear, five at half right angles turn at half of it: twice the turning of theirs is the fastest one's.</summary>
    [Theory]
    [InlineData(0, 2, 1)]
    [InlineData(0.15, 2, 1)]
    [InlineData(0.2, 1.5, 1.5)]
    [InlineData(0.2, 2, 2)]
    [InlineData(0.2, 5, 2)]
    [InlineData(1, 3, 3)]
    public void The_step_is_as_long_as_the_few_fast_pairs_and_all_the_others_allow(double share, double fastTurn, double expected)
    {
        double common = SecondStep(new() { Motion = Motion });
        double step = SecondStep(new() { Motion = Motion, FastShare = share, FastTurn = fastTurn });

        // Turning 2 γ Δt is held to 0.9 of the bound; the others' is known to a bin, 1.6 %.
        Assert.Equal(0.9 * Motion / 2, common, 0.02 * Motion / 2);
        Assert.Equal(expected, step / common, 0.04 * expected);
    }

    [Fact]
    public void Threads_do_not_matter()
    {
        StepControl control = new() { Motion = Motion, FastShare = 0.01 };
        Vector3d[] crowd = Suspensions.Crowd(14, 1.99, 3);
        double[] time = [.. ((int[])[1, 2, 3]).Select(threads =>
        {
            using var system = Suspensions.Build(crowd, [.. crowd.Select(_ => 1.0)], 14 * 1.99, 200, 1, control: control, threads: threads);
            system.Box.Shear(Axis.X, Axis.Z, 1);
            return Enumerable.Range(0, 10).Sum(_ => system.Step(1));
        })];
        Assert.Equal(time[0], time[1]);
        Assert.Equal(time[0], time[2]);
    }

    /// <summary>Strain of the second step, the first that is chosen by what the one before it did.</summary>
    private static double SecondStep(StepControl control)
    {
        // Drawn together to where adhesion holds them.
        double half = Math.Sqrt(0.5) * 0.9975;
        Vector3d[] axes = [new(0, 0, 0.9975), .. Enumerable.Repeat(new Vector3d(-half, 0, half), 5)];
        Vector3d[] places = [.. axes.SelectMany((axis, k) => (Vector3d[])[new Vector3d(8, 8 + (8 * k), 20) + axis, new Vector3d(8, 8 + (8 * k), 20) - axis])];
        using var system = Suspensions.Build(places, [.. places.Select(_ => 1.0)], 60, 2000, 10, Suspensions.Contact with { Friction = 0 }, control);
        system.Box.Shear(Axis.X, Axis.Z, 1);
        system.Step(1);
        return system.Step(1);
    }
}
