using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>A stage by its name in recipes, and how it is made.</summary>
public sealed record StageEntry(string Name, Func<ProcessRecipe, SampleSize, Materials, IStage> Make);

/// <summary>Every stage, one line each, in the usual order.</summary>
public static class StageCatalog
{
    public static IReadOnlyList<StageEntry> All { get; } =
    [
        new("feedstock", (r, n, m) => new FeedstockStage(r.Feedstock, n.Primaries, r.Dispersion.LargestSolidsFraction, m.Sizes, m.Aggregates) { Dilute = r.Dispersion.Dilute }),
        new("dispersion", (r, _, _) => new DispersionStage(r.Dispersion, r.Slurry, r.Interaction)),
        new("coating", (r, n, m) => new CoatingStage(r.Coating, r.Slurry, r.Interaction, n.Width, new FoilUnderFilm(r.Foil.Topography, m.Surface).Make)),
        new("drying", (r, _, _) => new DryingStage(r.Drying, r.Interaction) { Slurry = r.Slurry }),
        new("pressing", (r, _, _) => new PressingStage(r.Pressing, r.Interaction)),
        new("heat-treatment", (r, _, _) => new HeatTreatmentStage(r.HeatTreatment)),
    ];

    public static StageEntry? Find(string name) => All.FirstOrDefault(s => s.Name == name);
}
