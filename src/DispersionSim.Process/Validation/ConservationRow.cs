using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Row 10: nothing is lost from the powder to the annealed layer, and without re-aggregation feedstock bonds only break.</summary>
public static class ConservationRow
{
    private const double Tolerance = 1e-10;

    /// <summary>Species by their masses over those at the start; several species that turn into each other count as one.</summary>
    private static readonly (string Name, string From, Func<Ledger, double> Of)[] Groups =
    [
        ("silicon", "feedstock", m => m[Species.Silicon]),
        ("conductive powder", "feedstock", m => m[Species.ConductivePowder]),
        ("polyimide, its precursor and what leaves them", "dispersion", m => m[Species.BinderPrecursor] + m[Species.Binder] + m[Species.CondensationWater] + m[Species.DecompositionGas]),
        ("solvent", "dispersion", m => m[Species.Solvent] + m[Species.SolventVapour]),
        ("all", "dispersion", m => m.Total),
    ];

    public static ValidationResult Run(bool isLong)
    {
        var recipe = new ProcessRecipe { Feedstock = new() { Conductive = new() { MassFraction = 0.03, Diameter = 0.2e-6 } }, Dispersion = new() { Strain = 12 } };
        List<(string Name, StageResult Result)> stages = Stages(recipe, isLong ? 300 : 60);
        var targets = new List<ValidationTarget>();
        var curves = new List<Curve>();
        foreach ((string name, string from, Func<Ledger, double> of) in Groups)
        {
            int first = stages.FindIndex(s => s.Name == from);
            double[] mass = [.. stages.Skip(first).Select(s => of(s.Result.State.Ledger))];
            curves.Add(new(name, "stage (1 powder, 2 slurry, 3 film, 4 dried, 5 pressed, 6 annealed)", "-", "mass over that at the start, less 1", "-", [.. mass.Select((_, k) => first + k + 1.0)], [.. mass.Select(m => (m / mass[0]) - 1)]));
            targets.Add(new(10, $"{name}: greatest change of its mass, relative", 0, mass.Max(m => Math.Abs((m / mass[0]) - 1)), Tolerance, "exact"));
        }

        ElectrodeState end = stages[^1].Result.State;
        targets.Add(new(10, "mass of the silicon particles over the ledger's", 1, end.ParticleDensity[(int)ParticleKind.Silicon] * end.Particles.TotalVolume(ParticleKind.Silicon) / end.Ledger[Species.Silicon], Tolerance, "exact"));
        double[] bonds = stages.Single(s => s.Name == "dispersion").Result.Curves.Single(c => c.Name == "surviving feedstock bonds").Y;
        targets.Add(new(10, "greatest rise of the share of feedstock bonds that hold", 0, bonds.Zip(bonds[1..], (before, after) => Math.Max(0, after - before)).Max(), 0, "exact"));
        targets.Add(new(10, "share of feedstock bonds that broke (so that there is something to see)", 1, bonds[0] - bonds[^1], 0.999, "exact"));
        return new(targets, curves);
    }

    private static List<(string Name, StageResult Result)> Stages(ProcessRecipe recipe, int primaries)
    {
        var materials = new Materials { Sizes = PrimarySizes.Lognormal(recipe.Feedstock.VolumeMedianDiameter, recipe.Feedstock.GeometricStandardDeviation) };
        var results = new List<(string, StageResult)>();
        ElectrodeState state = Pipeline.Nothing;
        foreach (IStage stage in Pipeline.Of(recipe, new(primaries, null), materials).Stages)
        {
            StageResult result = stage.Run(state, new() { Seed = 5, Threads = 2 });
            results.Add((stage.Name, result));
            state = result.State;
        }

        return results;
    }
}
