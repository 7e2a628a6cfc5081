using DispersionSim.Core;
using DispersionSim.Engine;
using Suspension = DispersionSim.Engine.OverdampedSystem<DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.NoWallLaw, DispersionSim.Kernels.NoWallLaw>;

namespace DispersionSim.Tests.Physics;

/// <summary>What does not touch may move freely in a step, as long as it does not land deeper than what touches may move.</summary>
public sealed class LandingTests
{
    private const double Motion = 0.01;

    [Theory]
    [InlineData(0.4, true)]
    [InlineData(0.4, false)]
    [InlineData(2.0, true)]
    [InlineData(20.0, true)]
    public void Spheres_that_a_flow_brings_together_land_no_deeper_than_twice_the_bound(double gap, bool headOn)
    {
        using Suspension pair = Pair(gap, headOn);
        double deepest = 0, longest = 0;
        for (int k = 0; k < 4000 && deepest == 0; k++)
        {
            longest = Math.Max(longest, pair.Step(1));
            deepest = pair.Contacts().Select(c => c.Overlap).DefaultIfEmpty(0).Max();
        }

        Assert.InRange(deepest, 1e-9, 2 * Motion);
        Assert.True(longest > 0.049, $"apart they are only bound by the strain of a step, 0.05: the longest was {longest}");
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(3.0)]
    [InlineData(8.0)]
    public void A_step_in_which_a_pair_meets_may_use_up_the_gap_and_the_bound(double gapOverBound)
    {
        double gap = gapOverBound * Motion, way = gap + (0.5 * Motion);
        Vector3d[] centres = [new(20, 20, 19.95), new(22 + gap, 20, 20.05)];
        using Suspension pair = Suspensions.Build(centres, [1, 1], 40, 250, 1, control: new StepControl { Motion = Motion, Events = true, StrainPerStep = 10 });
        pair.Box.Shear(Axis.X, Axis.Z, -1);
        double step = pair.Step(way / 0.1);
        Assert.Equal(way / 0.1, step);
        Assert.Equal(0, pair.Retries);
        Assert.Single(pair.Contacts());
    }

    [Fact]
    public void A_sphere_that_a_row_of_others_pushes_on_meets_one_that_was_beyond_its_list()
    {
        // Towards a distant sphere runs a row that overlaps deeply and springs apart: in a few steps its end goes several times as far as a list reaches.
        Vector3d[] row = [.. Enumerable.Range(0, 12).Select(k => new Vector3d(10 + (1.2 * k), 20, 20)), new(27.5, 20, 20)];
        using Suspension system = Suspensions.Build(row, [.. row.Select(_ => 1.0)], 60, 200, 0, control: new StepControl { Motion = 0.2 });
        double deepest = 0;
        for (int k = 0; k < 200; k++)
        {
            system.Step(1);
            deepest = Math.Max(deepest, system.Contacts().Where(c => c.J == row.Length - 1).Select(c => c.Overlap).DefaultIfEmpty(0).Max());
        }

        Assert.InRange(deepest, 1e-6, 0.4);
    }

    /// <summary>Two spheres that simple shear brings together, in line with the flow or a little off it.</summary>
    private static Suspension Pair(double gap, bool headOn)
    {
        Vector3d[] centres = [new(20, 20, 19.6), new(20 + 2 + gap, headOn ? 20 : 20.8, 20.4)];
        Suspension system = Suspensions.Build(centres, [1, 1], 40, 250, 1, control: new StepControl { Motion = Motion });
        system.Box.Shear(Axis.X, Axis.Z, -1);
        return system;
    }
}
