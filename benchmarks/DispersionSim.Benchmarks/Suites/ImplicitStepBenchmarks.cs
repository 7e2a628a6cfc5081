using BenchmarkDotNet.Attributes;
using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Benchmarks;

/// <summary>The linearly implicit overdamped step of a dense adhesive suspension: links, matrix products, motion.</summary>
public class ImplicitStepBenchmarks
{
    private OverdampedSystem<SoftAdhesiveLaw, NoWallLaw, NoWallLaw>? system;

    [Params(2_000, 20_000)]
    public int Particles { get; set; }

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Place()
    {
        const double radius = 250e-9;
        int side = (int)Math.Ceiling(Math.Cbrt(Particles));
        Vector3d[] positions = [.. Enumerable.Range(0, Particles).Select(i => new Vector3d((i % side) + 0.5, (i / side % side) + 0.5, (i / side / side) + 0.5) * (1.995 * radius))];
        var scale = UnitScale.ForSuspension(radius, 5e-9, 1);
        double edge = side * 1.995;
        system = new(
            scale,
            new(edge, edge, edge),
            positions,
            [.. positions.Select(_ => radius)],
            1,
            new() { Friction = 0.4, TangentialRatio = 0.876, RollingDisplacement = 1e-9, ContactSpot = 0.15 * Math.Cbrt(radius) },
            new(),
            (new(200f, 2f), default, default),
            new(Threads));
        system.Box.Shear(Axis.X, Axis.Z, 0.01);
        Step();
    }

    [Benchmark]
    public double Step() => system!.Step(1);

    [GlobalCleanup]
    public void Leave() => system?.Dispose();
}
