using BenchmarkDotNet.Attributes;
using DispersionSim.Engine;

namespace DispersionSim.Benchmarks;

/// <summary>Motion alone: steps of spheres too small to touch, so that tables and rows are empty and no list is made again.</summary>
public class IntegrationBenchmarks
{
    private const int Steps = 1_000;
    private GranularSystem? system;

    [Params(20_000, 200_000)]
    public int Particles { get; set; }

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Place()
    {
        GrainSetup setup = BulkState.Make(Particles, 0.5);

        // Without a flow nothing ever moves, and the lists hold.
        setup.Box.Shear(setup.Box.FlowAxis, setup.Box.GradientAxis, 0);
        system = GranularSystems.Make(setup, new ContactLaws { DampingCoefficient = 0.5, Friction = 0.5 }.OfMaterial(1e7, 0.3), [], Threads);
        system.Advance(Steps);
        long made = system.Tables;
        system.Advance(Steps);
        if (system.Measure().Coordination != 0 || system.Tables != made)
        {
            throw new InvalidOperationException($"coordination {system.Measure().Coordination}, {system.Tables - made} tables made: nothing should touch, and lists should hold");
        }
    }

    [Benchmark(OperationsPerInvoke = Steps)]
    public void Move() => system!.Advance(Steps);

    [GlobalCleanup]
    public void Leave() => system?.Dispose();
}
