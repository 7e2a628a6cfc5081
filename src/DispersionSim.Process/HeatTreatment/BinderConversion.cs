using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Books the furnace's reactions into the ledger and shrinks the binder accordingly.</summary>
/// <remarks>
/// Precursor → binder (mass factor of the imidisation) + condensation water (methanol for the ester), binder → decomposition gas;
/// solvent left from drying evaporates (<see cref="Imidisation.SolventLoss"/>).
/// Decomposition acts on the binder once cured. Volumes of the layout add up to binder/ρ_PI + precursor/ρ_PAA + solvent/ρ_NMP; every film
/// and ring shrinks by the same factor and no particle moves: contacts already carry the network.
/// </remarks>
public static class BinderConversion
{
    /// <summary>Ledger after the furnace; its total does not change.</summary>
    public static Ledger Convert(Ledger before, Imidisation imidisation, FurnaceRun run)
    {
        double reacted = before[Species.BinderPrecursor] * run.Imidised;
        Ledger cured = before
            .Move(Species.BinderPrecursor, Species.CondensationWater, reacted * (1 - imidisation.MassFactor))
            .Move(Species.BinderPrecursor, Species.Binder, reacted * imidisation.MassFactor);
        Ledger decomposed = cured.Move(Species.Binder, Species.DecompositionGas, cured[Species.Binder] * (1 - run.Remaining));
        return decomposed.Move(Species.Solvent, Species.SolventVapour, decomposed[Species.Solvent] * (1 - run.SolventLeft));
    }

    /// <summary>Volume that the ledger's binder, precursor and solvent fill, m³.</summary>
    public static double Volume(Ledger ledger) =>
        (ledger[Species.Binder] / MaterialCatalog.Polyimide.Density.Value)
        + (ledger[Species.BinderPrecursor] / MaterialCatalog.PolyamicAcid.Density.Value)
        + (ledger[Species.Solvent] / MaterialCatalog.Solvent.Density.Value);

    /// <summary>The layout scaled to the ledger's volume.</summary>
    public static BinderLayout Shrink(BinderLayout before, Ledger after)
    {
        double total = before.TotalVolume;
        return total > 0 ? before.Scaled(Volume(after) / total) : before;
    }
}
