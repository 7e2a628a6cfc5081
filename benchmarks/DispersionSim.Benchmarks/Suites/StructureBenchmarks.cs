using BenchmarkDotNet.Attributes;
using DispersionSim.Analysis;
using DispersionSim.Core;

namespace DispersionSim.Benchmarks;

/// <summary>Pairs counted on a structure.</summary>
public class StructureBenchmarks
{
    [Params(2_000, 20_000)]
    public int Particles { get; set; }

    [GlobalSetup]
    public void Place()
    {
        const double radius = 250e-9;
        var random = new RandomStream(7, StreamName.MonteCarlo);
        int side = (int)Math.Ceiling(Math.Cbrt(Particles));
        Vector3d[] positions = [.. Enumerable.Range(0, Particles).Select(i =>
            (new Vector3d((i % side) + 0.5, (i / side % side) + 0.5, (i / side / side) + 0.5) * (2.2 * radius)) + (random.NextDirection() * 0.1 * radius))];
        double edge = side * 2.2 * radius;
        Domain = Domain.FullyPeriodic(new(edge, edge, edge));
        Positions = positions;
        Radii = [.. positions.Select(_ => radius)];
    }

    private Domain Domain { get; set; } = Domain.FullyPeriodic(new(1e-6, 1e-6, 1e-6));

    private Vector3d[] Positions { get; set; } = [];

    private double[] Radii { get; set; } = [];

    [Benchmark]
    public double[] RadialDistribution() => PairCorrelation.RadialDistribution(Domain, Positions, 25e-9, 60);

    [Benchmark]
    public int Contacts() => Analysis.Contacts.Find(Domain, Positions, Radii, 25e-9).Count;
}
