using BenchmarkDotNet.Attributes;
using DispersionSim.Engine;

namespace DispersionSim.Benchmarks;

/// <summary>Sorting, searching and packing a bulk from nothing, forces once included.</summary>
public class ListBenchmarks
{
    private GrainSetup setup = BulkState.Make(1);

    [Params(20_000, 200_000)]
    public int Particles { get; set; }

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Place() => setup = BulkState.Make(Particles);

    [Benchmark]
    public long Prepare()
    {
        using GranularSystem system = GranularSystems.Make(setup, new ContactLaws { DampingCoefficient = 0.5, Friction = 0.5 }.OfMaterial(1e7, 0.3), [], Threads);
        system.Prepare();
        return system.Steps;
    }
}
