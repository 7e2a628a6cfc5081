using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

/// <summary>The steps that thermal motion is said to take before a run begins, against those that it takes.</summary>
public class ThermalMotionTests
{
    private static readonly SlurryOptions Solution = new();
    private static readonly DispersionOptions Slow = new() { ShearRate = 200, Strain = 1, Planes = 1 };

    [Theory]
    [InlineData(5.2e-9)]
    [InlineData(1e-12)]
    [InlineData(5e-10)]
    public void Steps_of_fine_primaries_are_foretold_to_a_factor_of_two(double pullOff)
    {
        var options = new FeedstockOptions { VolumeMedianDiameter = 100e-9 };
        PrimarySizes sizes = PrimarySizes.Lognormal(options.VolumeMedianDiameter, options.GeometricStandardDeviation);
        ElectrodeState powder = new FeedstockStage(options, 60, 0.2, sizes, []).Run(Pipeline.Nothing, new() { Seed = 7 }).State;
        var interaction = new InteractionOptions { PullOffForce = pullOff };
        StageResult run = new DispersionStage(Slow, Solution, interaction).Run(powder, new() { Seed = 1, Threads = 1 });
        double expected = ThermalMotion.Of(Slow, Solution, interaction, powder.Particles.Radius).Steps;
        Assert.InRange(run.Value("dispersion steps") / expected, 0.5, 2);
    }

    [Fact]
    public void No_steps_are_foretold_where_primaries_do_not_move_thermally()
    {
        double[] coarse = [250e-9, 250e-9], fine = [25e-9, 25e-9];
        Assert.Equal(0, ThermalMotion.Of(new(), Solution, new(), coarse).Steps);
        Assert.Equal(0, ThermalMotion.Of(Slow with { Brownian = BrownianMotion.Off }, Solution, new(), fine).Steps);
        Assert.True(ThermalMotion.Of(Slow, Solution, new(), fine).Steps > 0);
    }

    /// <summary>Primaries of 0.1 um held by 0.1 mJ/m² (a well of 0.7 kT) at a Péclet number of 170, where a pair carries a half of its strength; by 1 mJ/m² (7 kT) at the lowest rate; and by 10 mJ/m².</summary>
    [Fact]
    public void Contacts_are_followed_where_thermal_motion_opens_them_and_steps_allow()
    {
        ThermalMotion weak = Held(1e-4, 300), slow = Held(1e-3, 30), strong = Held(1e-2, 30), strongFast = Held(1e-2, 300);
        Assert.True(weak is { Acts: true, Follows: true, Misses: false });
        Assert.True(slow is { Acts: true, Follows: false, Misses: true });
        Assert.True(Held(1e-3, 30, BrownianMotion.On) is { Follows: true, Misses: false });
        Assert.Equal(slow.StepsToFollow, Held(1e-3, 30, BrownianMotion.On).Steps, 1e-9 * slow.StepsToFollow);
        Assert.True(strong is { Acts: true, Follows: false, Misses: false });
        Assert.False(strongFast.Acts);
        Assert.False(Held(1e-4, 3000).Acts, "the flow parts these pairs");
    }

    private static ThermalMotion Held(double adhesion, double rate, BrownianMotion motion = BrownianMotion.Auto) =>
        ThermalMotion.Of(new() { ShearRate = rate, Strain = 24, Planes = 1, Brownian = motion }, Solution, new() { ReferenceDiameter = 100e-9, PullOffForce = Math.PI * adhesion * 50e-9 }, [50e-9, 50e-9]);
}
