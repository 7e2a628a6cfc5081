using BenchmarkDotNet.Attributes;
using DispersionSim.Engine;

namespace DispersionSim.Benchmarks;

/// <summary>Hundred steps of a sheared bulk, law by law: the pair loop, motion and lists together.</summary>
public class GranularStepBenchmarks
{
    private const int Steps = 100;
    private GranularSystem? system;

    [Params("hertz", "jkr", "thornton-ning", "hysteretic")]
    public string Law { get; set; } = "hertz";

    [Params(false, true)]
    public bool Rolling { get; set; }

    [Params(20_000)]
    public int Particles { get; set; }

    [GlobalSetup]
    public void Settle()
    {
        ContactLaws laws = new ContactLaws { DampingCoefficient = 0.5, Friction = 0.5, SurfaceEnergy = 1e-3, YieldPressure = 1e6, Stiffness = 5e3, UnloadingStiffness = 2e4 }.OfMaterial(1e7, 0.3);
        laws = laws with
        {
            Elastic = Law switch { "jkr" => ElasticKind.Jkr, "thornton-ning" => ElasticKind.ThorntonNing, "hysteretic" => ElasticKind.Hysteretic, _ => ElasticKind.Hertz },
            TangentialStiffness = Law == "hysteretic" ? 5e3 : laws.TangentialStiffness,
            Rolls = Rolling,
            RollingStiffness = 100,
            RollingFriction = 0.1,
        };
        system = GranularSystems.Make(BulkState.Make(Particles), laws, [], Environment.ProcessorCount);
        system.Advance(200);
    }

    [Benchmark(OperationsPerInvoke = Steps)]
    public void Step() => system!.Advance(Steps);

    [GlobalCleanup]
    public void Leave() => system?.Dispose();
}
