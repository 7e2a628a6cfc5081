using BenchmarkDotNet.Attributes;
using DispersionSim.Engine;

namespace DispersionSim.Benchmarks;

/// <summary>The pair loop alone, law by law: the contacts of a sheared bulk evaluated where they stand, histories read and written.</summary>
public class ForcePassBenchmarks
{
    private const int Passes = 100;
    private GranularSystem? system;

    [ParamsAllValues]
    public ElasticKind Elastic { get; set; }

    /// <summary>Beside the elastic law and its damping: nothing, friction with history, or that with rolling and twisting too.</summary>
    [Params("nothing", "sliding", "rolling")]
    public string With { get; set; } = "nothing";

    [Params(20_000)]
    public int Particles { get; set; }

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Settle()
    {
        system = GranularSystems.Make(BulkState.Make(Particles), Laws(), [], Threads);
        system.Advance(200);
        GrainMeasures before = system.Measure();
        system.FindForces(1);
        GrainMeasures after = system.Measure();
        if (!(before.Coordination > 0.2) || after.Coordination != before.Coordination || after.KineticEnergy != before.KineticEnergy)
        {
            throw new InvalidOperationException($"{Elastic} {With}: coordination {before.Coordination} and {after.Coordination}: spheres should touch, and stand still while forces are found");
        }
    }

    [Benchmark(OperationsPerInvoke = Passes)]
    public void FindForces() => system!.FindForces(Passes);

    [GlobalCleanup]
    public void Leave() => system?.Dispose();

    private ContactLaws Laws()
    {
        ContactLaws laws = new ContactLaws
        {
            Elastic = Elastic,
            DampingCoefficient = 0.5,
            Friction = 0.5,
            SurfaceEnergy = 1e-3,
            YieldPressure = 1e6,
            Hardness = 1e6,
            Stiffness = 5e3,
            UnloadingStiffness = 2e4,
            Rolls = With == "rolling",
            Twists = With == "rolling",
            RollingStiffness = 100,
            RollingFriction = 0.1,
        }.OfMaterial(1e7, 0.3);
        return laws with
        {
            Tangential = With != "nothing" ? laws.Tangential : TangentialKind.None,
            TangentialStiffness = laws.HasSpot ? laws.TangentialStiffness : 5e3,
        };
    }
}
