using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>The stages of a recipe in their order, checked before anything is computed.</summary>
public sealed class Pipeline
{
    private Pipeline(IReadOnlyList<IStage> stages) => Stages = stages;

    public IReadOnlyList<IStage> Stages { get; }

    /// <summary>What a pipeline starts from.</summary>
    public static ElectrodeState Nothing { get; } = new()
    {
        Phase = StructurePhase.Nothing,
        Domain = Domain.FullyPeriodic(new(1e-6, 1e-6, 1e-6)),
        Particles = ParticleSet.Empty,
    };

    /// <summary>Makes the stages that a recipe names and checks that each can take what the one before leaves.</summary>
    /// <exception cref="InputException">An unknown stage, or one that cannot follow the one before.</exception>
    public static Pipeline Of(ProcessRecipe recipe, SampleSize size, Materials materials)
    {
        CheckNames(recipe.Stages);
        var pipeline = new Pipeline([.. recipe.Stages.Select(name => StageCatalog.Find(name)!.Make(recipe, size, materials))]);
        pipeline.CheckOrder();
        return pipeline;
    }

    /// <summary>The stage with a name, or null where the recipe leaves it out.</summary>
    public IStage? Find(string name) => Stages.FirstOrDefault(s => s.Name == name);

    private static void CheckNames(IReadOnlyList<string> names)
    {
        foreach (string name in names)
        {
            if (StageCatalog.Find(name) is null)
            {
                throw new InputException($"stages: \"{name}\" is not a stage; known: {string.Join(", ", StageCatalog.All.Select(s => s.Name))}");
            }
        }
    }

    private void CheckOrder()
    {
        StructurePhase now = StructurePhase.Nothing;
        string before = "the start";
        foreach (IStage stage in Stages)
        {
            if (!stage.Accepts(now))
            {
                throw new InputException($"stages: \"{stage.Name}\" cannot follow {before}: it needs {Words(stage.Requires)}, and there is {Words(now)}; the order is {string.Join(", ", StageCatalog.All.Select(s => s.Name))}");
            }

            (now, before) = (stage.Produces, $"\"{stage.Name}\"");
        }

        if (now != StructurePhase.Sintered)
        {
            throw new InputException($"stages: the last stage leaves {Words(now)}; a recipe ends with heat-treatment");
        }
    }

    private static string Words(StructurePhase phase) => phase switch
    {
        StructurePhase.Nothing => "nothing",
        StructurePhase.Powder => "a powder",
        StructurePhase.Slurry => "a slurry",
        StructurePhase.WetFilm => "a wet film",
        StructurePhase.DryFilm => "a dry film",
        StructurePhase.PressedFilm => "a pressed film",
        _ => "a sintered layer",
    };
}
