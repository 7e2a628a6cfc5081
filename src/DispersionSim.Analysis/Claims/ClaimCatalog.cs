namespace DispersionSim.Analysis;

/// <summary>The 16 claims in order, a claim after those it rests on.</summary>
public static class ClaimCatalog
{
    public static IReadOnlyList<ClaimRule> All { get; } =
    [
        new(1, "uniform electrode of silicon primaries of at most 1 µm and binder, sintered without oxidation on a metal foil", [], Electrode),
        new(2, "the active material is silicon", [1], f => [MaterialConditions.Silicon(f)]),
        new(3, "Ra of the collector is at least 0.2 µm", [1], f => [MaterialConditions.Roughness(f)]),
        new(4, "Ra of the collector is at least 0.2 µm, with silicon", [2], f => [MaterialConditions.Roughness(f)]),
        new(5, "the collector is copper or has a copper surface", [1], f => [MaterialConditions.CopperSurface(f)]),
        new(6, "the collector is electrolytic copper or has such a surface", [1], f => [MaterialConditions.ElectrolyticCopperSurface(f)]),
        new(7, "the binder remains after sintering", [1], HeatConditions.BinderRemains),
        new(8, "the binder is polyimide", [1], HeatConditions.Polyimide),
        new(9, "conductive powder is mixed in the layer", [1], MaterialConditions.Powder),
        new(10, "silicon, rough electrolytic copper, polyimide that remains", [1], Preferred),
        new(11, "method: powder broken apart into primaries of less than 1 µm in the slurry, coated, sintered without oxidation", [], Method),
        new(12, "method: the binder remains after heat treatment", [11], HeatConditions.BinderRemains),
        new(13, "method: press rolled before sintering", [11], HeatConditions.Rolled),
        new(14, "method: press rolled before sintering, the binder remains", [12], HeatConditions.Rolled),
        new(15, "battery with an electrode of any of claims 1 to 10", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], CellConditions.Cell),
        new(16, "battery with an electrode made by any of claims 11 to 14", [11, 12, 13, 14], CellConditions.Cell),
    ];

    private static IEnumerable<Finding> Electrode(ClaimFacts facts) =>
    [
        .. MaterialConditions.Layer(facts),
        MaterialConditions.MetalFoil(facts),
        HeatConditions.NonOxidizing(facts),
        SizeConditions.NotGreater(facts),
        .. DispersionConditions.BrokenApart(facts),
        .. DispersionConditions.Even(facts),
        .. MixingConditions.Mixed(facts),
    ];

    private static IEnumerable<Finding> Preferred(ClaimFacts facts) =>
    [
        MaterialConditions.Silicon(facts),
        MaterialConditions.Roughness(facts),
        MaterialConditions.ElectrolyticCopperSurface(facts),
        .. HeatConditions.BinderRemains(facts),
        .. HeatConditions.Polyimide(facts),
    ];

    private static IEnumerable<Finding> Method(ClaimFacts facts) =>
    [
        .. MaterialConditions.Layer(facts),
        MaterialConditions.MetalFoil(facts),
        HeatConditions.NonOxidizing(facts),
        SizeConditions.Less(facts),
        .. DispersionConditions.BrokenApart(facts),
        .. DispersionConditions.StressMargin(facts),
    ];
}
