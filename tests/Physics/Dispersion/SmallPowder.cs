using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

/// <summary>A powder of a few agglomerates, and what shear makes of it.</summary>
internal static class SmallPowder
{
    public static ElectrodeState Make(int primaries, ulong seed, double bridged = 0)
    {
        var options = new FeedstockOptions { BridgedFraction = bridged };
        PrimarySizes sizes = PrimarySizes.Lognormal(options.VolumeMedianDiameter, options.GeometricStandardDeviation);
        return new FeedstockStage(options, primaries, 0.2, sizes, []).Run(DispersionSim.Process.Pipeline.Nothing, new() { Seed = seed }).State;
    }

    public static StageResult Shear(ElectrodeState powder, DispersionOptions options, ulong seed = 1, int threads = 1) =>
        Stage(options).Run(powder, new() { Seed = seed, Threads = threads });

    public static DispersionStage Stage(DispersionOptions options) => new(options, new SlurryOptions(), new InteractionOptions());

    public static double Value(this StageResult result, string name) => result.Measurements.Single(m => m.Name == name).Value;
}
