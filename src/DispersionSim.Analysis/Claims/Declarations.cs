using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>What the active particles are made of.</summary>
public enum ActiveMaterial
{
    Silicon,
    SiliconAlloy,

    /// <summary>Particles of silicon and particles of an alloy.</summary>
    SiliconAndAlloy,
}

/// <summary>What the surface of the current collector is made of.</summary>
public enum CollectorSurface
{
    Copper,
    CopperAlloy,
    OtherMetal,
    NotMetal,
}

/// <summary>The conditions that a recipe declares and that no measurement on the structure could show.</summary>
public sealed record Declarations
{
    public required ActiveMaterial ActiveMaterial { get; init; }

    /// <summary>The alloy in the recipe's words, e.g. "Si-Ti"; empty where there is none.</summary>
    public string AlloyName { get; init; } = "";

    /// <summary>The current collector in the recipe's words, e.g. "electrolytic copper foil, 18 um".</summary>
    public required string FoilName { get; init; }

    /// <summary>What its surface is: the foil itself, or a layer on it.</summary>
    public required CollectorSurface FoilSurface { get; init; }

    /// <summary>The foil, or the layer on its surface, was deposited electrolytically.</summary>
    public required bool FoilElectrolytic { get; init; }

    /// <summary>The cured binder, e.g. "polyimide (PMDA-ODA)".</summary>
    public required string BinderName { get; init; }

    public required bool BinderIsPolyimide { get; init; }

    /// <summary>The atmosphere of the heat treatment, e.g. "argon".</summary>
    public required string AtmosphereName { get; init; }

    /// <summary>Partial pressure of oxygen in it, Pa.</summary>
    [Unit("Pa")]
    public required double OxygenPartialPressure { get; init; }

    /// <summary>The atmosphere does not oxidise.</summary>
    public required bool NonOxidizing { get; init; }

    /// <summary>The layer was heat-treated on the foil at all.</summary>
    public required bool HeatTreated { get; init; }

    /// <summary>Layer and foil were press rolled together before the heat treatment.</summary>
    public required bool PressedBeforeHeatTreatment { get; init; }

    /// <summary>The recipe has conductive powder.</summary>
    public required bool ConductivePowder { get; init; }

    /// <summary>The positive electrode's active material, e.g. "LiCoO2"; null where no cell is declared.</summary>
    public string? PositiveElectrode { get; init; }

    /// <summary>The nonaqueous electrolyte, e.g. "1 M LiPF6 in EC/DEC"; null where no cell is declared.</summary>
    public string? NonaqueousElectrolyte { get; init; }

    /// <summary>The active material in words.</summary>
    public string ActiveMaterialName => ActiveMaterial switch
    {
        ActiveMaterial.Silicon => "silicon",
        ActiveMaterial.SiliconAlloy => Alloy,
        _ => $"silicon and {Alloy}",
    };

    private string Alloy => AlloyName is "" or "silicon alloy" ? "silicon alloy" : $"silicon alloy ({AlloyName})";
}
