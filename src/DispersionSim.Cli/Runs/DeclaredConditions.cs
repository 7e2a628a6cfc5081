using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Cli;

/// <summary>From the recipe to the conditions that claims take as declared.</summary>
internal static class DeclaredConditions
{
    public static Declarations Of(Recipe recipe)
    {
        FoilOptions foil = recipe.Foil;
        int heat = IndexOf(recipe, "heat-treatment"), press = IndexOf(recipe, "pressing");
        return new()
        {
            ActiveMaterial = recipe.Feedstock.Material == Process.ActiveMaterial.Silicon ? Analysis.ActiveMaterial.Silicon : Analysis.ActiveMaterial.SiliconAlloy,
            AlloyName = recipe.Feedstock.Material == Process.ActiveMaterial.SiliconAlloy ? recipe.Feedstock.AlloyName : "",
            FoilName = $"{foil.Kind} {Words(foil.Metal.ToString())} foil, {Quantity.Format(foil.Thickness, "m")}".ToLowerInvariant(),
            FoilSurface = foil.Metal switch
            {
                FoilMetal.Copper => CollectorSurface.Copper,
                FoilMetal.CopperAlloy => CollectorSurface.CopperAlloy,
                _ => CollectorSurface.OtherMetal,
            },
            FoilElectrolytic = foil.Kind == FoilKind.Electrolytic,
            BinderName = recipe.Slurry.Binder,
            BinderIsPolyimide = recipe.Slurry.Binder.Contains("polyimide", StringComparison.OrdinalIgnoreCase),
            AtmosphereName = Words(recipe.HeatTreatment.Atmosphere.ToString()),
            OxygenPartialPressure = OxygenPressure.Of(recipe.HeatTreatment),
            NonOxidizing = OxygenPressure.IsNonOxidizing(recipe.HeatTreatment),
            HeatTreated = heat >= 0,
            PressedBeforeHeatTreatment = press >= 0 && press < heat,
            ConductivePowder = recipe.Feedstock.Conductive.MassFraction > 0,
            PositiveElectrode = CellWords.PositiveElectrode(recipe.Cell),
            NonaqueousElectrolyte = CellWords.Electrolyte(recipe.Cell),
        };
    }

    private static int IndexOf(Recipe recipe, string stage) => recipe.Stages.ToList().IndexOf(stage);

    /// <summary>"CopperAlloy" as "copper alloy".</summary>
    private static string Words(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
