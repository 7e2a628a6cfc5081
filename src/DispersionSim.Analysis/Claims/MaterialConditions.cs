using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Conditions on what the electrode is made of: active material, current collector, conductive powder.</summary>
internal static class MaterialConditions
{
    private const string NotIso = "not ISO";

    /// <summary>Particles of silicon or a silicon alloy, and a binder.</summary>
    public static IEnumerable<Finding> Layer(ClaimFacts facts) =>
    [
        Finding.Declared("active material", facts.Declared.ActiveMaterialName, "silicon and/or a silicon alloy", met: true),
        Finding.Declared("binder", facts.Declared.BinderName.Length > 0 ? facts.Declared.BinderName : "none", "a binder", facts.Declared.BinderName.Length > 0),
    ];

    /// <summary>Silicon, and no alloy.</summary>
    public static Finding Silicon(ClaimFacts facts) =>
        Finding.Declared("active material", facts.Declared.ActiveMaterialName, "silicon", facts.Declared.ActiveMaterial == ActiveMaterial.Silicon);

    public static Finding MetalFoil(ClaimFacts facts) =>
        Finding.Declared("current collector", facts.Declared.FoilName, "a metal foil", facts.Declared.FoilSurface != CollectorSurface.NotMetal);

    public static Finding CopperSurface(ClaimFacts facts) =>
        Finding.Declared("current collector", facts.Declared.FoilName, "copper or a copper alloy, the foil or a layer on its surface", IsCopper(facts));

    public static Finding ElectrolyticCopperSurface(ClaimFacts facts) =>
        Finding.Declared("current collector", facts.Declared.FoilName, "electrolytic copper or copper alloy, the foil or a layer on its surface", IsCopper(facts) && facts.Declared.FoilElectrolytic);

    /// <summary>Ra of the collector's surface: of the virtual 4 mm profile, else of a measured surface, whose evidence says so where its profiles are shorter than ISO asks.</summary>
    public static Finding Roughness(ClaimFacts facts)
    {
        Measurement? measured = facts.Analysis.Find(StageNames.Roughness) ?? Named(facts.Analysis.Find(StageNames.MeasuredRoughness));
        return facts.Judge(measured, measured?.Name ?? StageNames.Roughness, Criterion.AtLeast(facts.Thresholds.Roughness));
    }

    /// <summary>Conductive powder is declared, and found in the layer.</summary>
    public static IEnumerable<Finding> Powder(ClaimFacts facts)
    {
        bool declared = facts.Declared.ConductivePowder;
        yield return Finding.Declared("conductive powder", declared ? "in the recipe" : "none in the recipe", "mixed in the layer", declared);
        if (declared)
        {
            yield return facts.Judge(ConductivePowder.Fraction.Name, Criterion.Above(0));
        }
    }

    private static Measurement? Named(Measurement? measured) =>
        measured is { } m && m.Definition.StartsWith(NotIso, StringComparison.Ordinal)
            ? m with { Name = $"{m.Name} ({m.Definition.Split(',')[0]})" }
            : measured;

    private static bool IsCopper(ClaimFacts facts) => facts.Declared.FoilSurface is CollectorSurface.Copper or CollectorSurface.CopperAlloy;
}
