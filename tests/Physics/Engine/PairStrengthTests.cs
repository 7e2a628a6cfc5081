using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

/// <summary>Two spheres without bonds that a shear turns from where it presses into where it pulls: with the steps that recipes take they come apart at 3πμGa² = F_c, to 1 %, however little their contact gives.</summary>
public sealed class PairStrengthTests
{
    [Theory]
    [InlineData(0.0075)]
    [InlineData(0.005)]
    [InlineData(0.0025)]
    [InlineData(0.001)]
    [InlineData(5e-4)]
    [InlineData(2.5e-4)]
    [InlineData(1.2e-4)]
    public void Sheared_pairs_come_apart_within_a_hundredth_of_their_strength(double overlapAtPullOff)
    {
        Assert.True(Holds(0.99, overlapAtPullOff));
        Assert.False(Holds(1.01, overlapAtPullOff));
    }

    /// <summary>Whether a pair is still together after a whole turn.</summary>
    /// <param name="load">3πμGa² over F_c; in units of 6πμa and F_c the rate is twice that.</param>
    /// <param name="overlapAtPullOff">F_c/k over the radius.</param>
    private static bool Holds(double load, double overlapAtPullOff)
    {
        Vector3d middle = new(20, 20, 20), half = new Vector3d(-0.2, 0, 1).Normalized() * (1 - (overlapAtPullOff / 2));
        using var pair = Suspensions.Build([middle + half, middle - half], [1, 1], 40, 1 / overlapAtPullOff, 1, control: StepControl.OfShear(overlapAtPullOff) with { Motion = new DispersionOptions().StepMotion });
        double rate = 2 * load, end = 14 / rate;
        pair.Box.Shear(Axis.X, Axis.Z, rate);
        bool together = true;
        while (together && pair.Time < end * (1 - 1e-12))
        {
            pair.Step(end - pair.Time);
            together = pair.Contacts().Any();
        }

        return together;
    }
}
