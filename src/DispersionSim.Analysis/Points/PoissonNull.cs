using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>As many points at random, whatever their size: for points that are no particles, or whose particles overlap.</summary>
/// <param name="sample">The set that is compared.</param>
public sealed class PoissonNull(PointSample sample) : IPointNull
{
    public string Name => "random points";

    public PointSample Draw(RandomStream random) => sample with { Positions = [.. sample.Positions.Select(_ => sample.RandomPoint(random, 0))] };
}
