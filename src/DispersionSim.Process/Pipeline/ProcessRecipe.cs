using System.ComponentModel;
using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>What the material is and what is done to it: the part of a recipe that the stages read.</summary>
public record ProcessRecipe
{
    [Description("name of the recipe and of its run folder")]
    public string Name { get; init; } = "si-pi-cu";

    [Description("what the recipe is for, in a sentence")]
    public string Description { get; init; } = "";

    [Description("seed; replicate k uses its own stream of it")]
    public ulong Seed { get; init; } = 1;

    [Description("stages in the order in which they are run; pressing may be left out")]
    public IReadOnlyList<string> Stages { get; init; } = [.. StageCatalog.All.Select(s => s.Name)];

    [Description("the powder")]
    public FeedstockOptions Feedstock { get; init; } = new();

    [Description("the binder solution and the slurry's composition")]
    public SlurryOptions Slurry { get; init; } = new();

    [Description("forces between primaries")]
    public InteractionOptions Interaction { get; init; } = new();

    [Description("breaking the agglomerates apart")]
    public DispersionOptions Dispersion { get; init; } = new();

    [Description("the current collector")]
    public FoilOptions Foil { get; init; } = new();

    [Description("spreading the slurry")]
    public CoatingOptions Coating { get; init; } = new();

    [Description("taking the solvent out")]
    public DryingOptions Drying { get; init; } = new();

    [Description("press rolling")]
    public PressingOptions Pressing { get; init; } = new();

    [Description("sintering: imidisation of the binder and what heat does to everything else")]
    public HeatTreatmentOptions HeatTreatment { get; init; } = new();
}
