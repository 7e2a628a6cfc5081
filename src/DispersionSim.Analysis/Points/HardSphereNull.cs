using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Spheres, or discs in the plane, of the same radii at random without overlap.</summary>
/// <remarks>Where every particle of the sample lies wholly inside an open axis, those of the null do too: it has the same walls.</remarks>
public sealed class HardSphereNull : IPointNull
{
    private readonly PointSample sample;
    private readonly bool walled;

    public HardSphereNull(PointSample sample)
    {
        this.sample = sample;
        walled = sample.Positions.Index().All(p => sample.DistanceToEdge(p.Item) >= sample.Radii[p.Index]);
    }

    public string Name => sample.Dimensions == 3 ? "random hard spheres" : "random hard discs";

    public PointSample Draw(RandomStream random) => new HardSphereSampler(sample, walled, random).Draw();
}
