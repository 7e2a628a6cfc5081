using DispersionSim.Core;

namespace DispersionSim.Cell;

/// <summary>A cell balanced around the simulated layer.</summary>
/// <param name="Silicon">The connected silicon.</param>
/// <param name="SpaceLimit">Greatest stoichiometry that the layer has room for.</param>
/// <param name="LargestStoichiometry">That, or the cap of the options.</param>
/// <param name="PositiveThickness">Of the positive layer, m.</param>
/// <param name="Capacity">Design capacity: that of the positive electrode's window, C/m².</param>
/// <param name="Resistance">Of the electrolyte, Ω m².</param>
public sealed record CellDesign(
    ActivePhase Silicon, double SpaceLimit, double LargestStoichiometry, double PositiveThickness, double Capacity, double Resistance)
{
    /// <summary>Stoichiometry of the silicon as made: a trace, so that its potential is finite.</summary>
    public const double InitialStoichiometry = 0.005;

    /// <summary>Sizes the positive electrode and the resistance for a layer.</summary>
    /// <exception cref="InputException">The facts contradict each other.</exception>
    public static CellDesign Balance(CellOptions options, NegativeElectrodeFacts facts)
    {
        Check(facts);
        ActiveMaterial material = ActiveMaterialCatalog.Silicon with { Diffusivity = options.SiliconDiffusivity };
        double density = MaterialCatalog.Silicon.Density.Value;
        var silicon = new ActivePhase(material, facts.ParticleRadius, facts.SiliconMass * facts.ConnectedFraction / density);
        double space = SwellingSpace.LargestStoichiometry(facts, options.ThicknessGrowth, options.LeastPorosity);
        double most = Math.Min(space, options.UtilisationCap);
        double capacity = Math.Max(0, silicon.Charge(InitialStoichiometry, most)) / options.CapacityRatio;
        double positive = capacity / Cell.PositiveElectrode.Of(options.PositiveElectrode).ChargeDensity;
        return new(silicon, space, most, positive, capacity, TotalResistance(options, facts, positive));
    }

    private static double TotalResistance(CellOptions options, NegativeElectrodeFacts facts, double positiveThickness)
    {
        var electrolyte = new Electrolyte(options.SaltConcentration);
        PositiveElectrode positive = Cell.PositiveElectrode.Of(options.PositiveElectrode);
        double b = options.BruggemanExponent;
        double layer = electrolyte.LayerResistance(facts.Thickness, facts.Porosity, facts.Tortuosity ?? Electrolyte.BruggemanTortuosity(facts.Porosity, b));
        double separator = electrolyte.LayerResistance(options.SeparatorThickness, options.SeparatorPorosity, Electrolyte.BruggemanTortuosity(options.SeparatorPorosity, b));
        double other = electrolyte.LayerResistance(positiveThickness, positive.Porosity, Electrolyte.BruggemanTortuosity(positive.Porosity, positive.BruggemanExponent));
        return options.Protocol == CellProtocol.HalfCell ? (layer / 3) + separator : (layer / 3) + separator + (other / 3);
    }

    private static void Check(NegativeElectrodeFacts facts)
    {
        if (facts.Porosity + facts.SiliconFraction > 1 + 1e-9)
        {
            throw new InputException($"cell: silicon fraction {facts.SiliconFraction:g3} and porosity {facts.Porosity:g3} of the layer exceed 1 together");
        }
    }
}
