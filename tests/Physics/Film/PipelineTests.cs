using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

public class PipelineTests
{
    // Beyond row 10: stage by stage, with every kind of particle: each species by its own group, and the particles and the binder that lie there against the ledger.
    [Theory]
    [InlineData(ActiveMaterial.Silicon, Species.Silicon)]
    [InlineData(ActiveMaterial.SiliconAlloy, Species.SiliconAlloy)]
    public void Every_stage_conserves_active_material_conductive_powder_binder_and_solvent(ActiveMaterial material, Species active)
    {
        Dictionary<string, StageResult> stages = SmallLayer.Run(new() { Feedstock = new() { Material = material, Conductive = new() { MassFraction = 0.03, Diameter = 0.2e-6 } } }, 60, 7);
        Ledger powder = stages["feedstock"].State.Ledger, slurry = stages["dispersion"].State.Ledger;
        Assert.Equal(6, stages.Count);
        foreach ((string name, StageResult stage) in stages)
        {
            ElectrodeState state = stage.State;
            Assert.Equal(1, state.Ledger[active] / powder[active], Exact);
            Assert.Equal(1, state.Ledger[Species.ConductivePowder] / powder[Species.ConductivePowder], Exact);
            Assert.Equal(1, Mass(state, ParticleKind.ConductivePowder) / powder[Species.ConductivePowder], Exact);
            Assert.Equal(1, Mass(state, state.Particles.Kind[0]) / powder[active], Exact);
            if (name != "feedstock")
            {
                Assert.Equal(1, BinderOf(state.Ledger) / slurry[Species.BinderPrecursor], Exact);
                Assert.Equal(1, (state.Ledger[Species.Solvent] + state.Ledger[Species.SolventVapour]) / slurry[Species.Solvent], Exact);
            }

            if (state.Binder is { } binder)
            {
                double volume = (state.Ledger[Species.Binder] / MaterialCatalog.Polyimide.Density.Value) + (state.Ledger[Species.BinderPrecursor] / MaterialCatalog.PolyamicAcid.Density.Value);
                Assert.Equal(1, binder.TotalVolume / volume, Exact);
            }
        }
    }

    [Fact]
    public void The_usual_order_is_accepted_with_and_without_pressing()
    {
        Assert.Equal(6, Of([.. StageCatalog.All.Select(s => s.Name)]).Stages.Count);
        DispersionSim.Process.Pipeline unpressed = Of("feedstock", "dispersion", "coating", "drying", "heat-treatment");
        Assert.Null(unpressed.Find("pressing"));
        Assert.NotNull(unpressed.Find("drying"));
    }

    [Theory]
    [InlineData("\"coating\" cannot follow \"feedstock\"", "feedstock", "coating", "drying", "heat-treatment")]
    [InlineData("\"heat-treatment\" cannot follow \"coating\"", "feedstock", "dispersion", "coating", "heat-treatment")]
    [InlineData("\"pressing\" cannot follow \"heat-treatment\"", "feedstock", "dispersion", "coating", "drying", "heat-treatment", "pressing")]
    [InlineData("\"dispersion\" cannot follow the start", "dispersion")]
    [InlineData("\"feedstock\" cannot follow \"feedstock\"", "feedstock", "feedstock")]
    [InlineData("\"calendering\" is not a stage", "feedstock", "dispersion", "coating", "drying", "calendering", "heat-treatment")]
    [InlineData("ends with heat-treatment", "feedstock", "dispersion", "coating", "drying", "pressing")]
    [InlineData("ends with heat-treatment")]
    public void A_wrong_order_is_refused_and_named(string words, params string[] stages)
    {
        string message = Assert.Throws<InputException>(() => Of(stages)).Message;
        Assert.Contains(words, message);
        Assert.DoesNotContain("\n", message);
    }

    [Fact]
    public void Replicates_have_seeds_of_their_own() =>
        Assert.Equal(1000, Enumerable.Range(1, 500).SelectMany(k => new[] { ReplicateSeeds.Of(1, k), ReplicateSeeds.Of(2, k) }).Distinct().Count());

    private const double Exact = 1e-10;

    private static double BinderOf(Ledger m) => m[Species.BinderPrecursor] + m[Species.Binder] + m[Species.CondensationWater] + m[Species.DecompositionGas];

    private static double Mass(ElectrodeState state, ParticleKind kind) => state.ParticleDensity[(int)kind] * state.Particles.TotalVolume(kind);

    private static DispersionSim.Process.Pipeline Of(params string[] stages) => DispersionSim.Process.Pipeline.Of(
        new() { Stages = stages }, new(50, null), new() { Sizes = PrimarySizes.Lognormal(0.5e-6, 1.4) });
}
