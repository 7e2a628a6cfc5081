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
        double expected = ThermalMotion.Steps(Slow, Solution, interaction, powder.Particles.Radius);
        Assert.InRange(run.Value("dispersion steps") / expected, 0.5, 2);
    }

    [Fact]
    public void No_steps_are_foretold_where_primaries_do_not_move_thermally()
    {
        double[] coarse = [250e-9, 250e-9], fine = [25e-9, 25e-9];
        Assert.Equal(0, ThermalMotion.Steps(new(), Solution, new(), coarse));
        Assert.Equal(0, ThermalMotion.Steps(Slow with { Brownian = BrownianMotion.Off }, Solution, new(), fine));
        Assert.True(ThermalMotion.Steps(Slow, Solution, new(), fine) > 0);
    }
}
