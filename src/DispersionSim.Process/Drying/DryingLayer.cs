using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>What a square metre of the whole wet layer holds, as drying and binder transport see it.</summary>
/// <param name="Solid">Volume of particles, m³/m².</param>
/// <param name="Precursor">Binder precursor, kg/m².</param>
/// <param name="Solvent">Solvent, kg/m².</param>
/// <param name="Radius">Mean radius of the particles, m.</param>
public sealed record DryingLayer(double Solid, double Precursor, double Solvent, double Radius)
{
    /// <summary>Height of the film while it is saturated, m.</summary>
    public double HeightWith(double solvent) =>
        Solid + (Precursor / MaterialCatalog.PolyamicAcid.Density.Value) + (solvent / MaterialCatalog.Solvent.Density.Value);

    /// <summary>Mass fraction of precursor in the solution.</summary>
    public double Concentration(double solvent) => Precursor / (Precursor + solvent);

    /// <summary>Height of the film as coated, m.</summary>
    public double WetHeight => HeightWith(Solvent);

    /// <summary>A square metre of the layer that a film segment stands for.</summary>
    public static DryingLayer Of(ElectrodeState film)
    {
        double area = film.Domain.Area * film.SegmentScale;
        return new(film.Particles.TotalVolume() / area, film.Ledger[Species.BinderPrecursor] / area, film.Ledger[Species.Solvent] / area, film.Particles.Radius.Average());
    }

    /// <summary>A square metre of the layer that a recipe asks for, without simulating a particle.</summary>
    public static DryingLayer Of(ProcessRecipe recipe)
    {
        double solid = recipe.Coating.ExpectedDryFraction * recipe.Coating.TargetDryThickness;
        bool silicon = recipe.Feedstock.Material == ActiveMaterial.Silicon;
        double density = silicon ? MaterialCatalog.Silicon.Density.Value : recipe.Feedstock.AlloyDensity;
        double active = solid / ((1 / density) + (recipe.Feedstock.Conductive.MassFraction / MaterialCatalog.ConductiveCarbon.Density.Value));
        Ledger particles = Ledger.Empty.With(silicon ? Species.Silicon : Species.SiliconAlloy, active).With(Species.ConductivePowder, active * recipe.Feedstock.Conductive.MassFraction);
        Ledger slurry = SlurryComposition.Mix(particles, recipe.Slurry);
        return new(solid, slurry[Species.BinderPrecursor], slurry[Species.Solvent], recipe.Feedstock.VolumeMedianDiameter / 2);
    }
}
