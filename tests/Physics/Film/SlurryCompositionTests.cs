using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

/// <summary>The table of slurries: silicon to cured binder 90:10 by weight, 15 μm of dry layer at 50 % porosity.</summary>
/// <remarks>It is reproduced by counting as solids what is weighed in: particles and polyamic acid.</remarks>
public class SlurryCompositionTests
{
    // Volume fraction within 0.001: the table's own figures imply 1370–1410 kg/m³ for polyamic acid, the catalog has 1350.
    [Theory]
    [InlineData(0.3, 0.140, 4.4, 45, 39)]
    [InlineData(0.4, 0.200, 6.7, 32, 25)]
    [InlineData(0.5, 0.267, 9.8, 24, 17)]
    public void Slurry_of_given_solids_has_the_tabulated_composition(double solids, double fraction, double precursorPercent, double wetMicrometres, double solventGrams)
    {
        // Dry solid per area: 7.5 μm of silicon and cured binder, 90:10 by weight.
        double perMass = (0.9 / MaterialCatalog.Silicon.Density.Value) + (0.1 / MaterialCatalog.Polyimide.Density.Value);
        double silicon = 0.9 * 7.5e-6 / perMass, volume = silicon / MaterialCatalog.Silicon.Density.Value;
        Ledger mixed = SlurryComposition.Mix(Ledger.Empty.With(Species.Silicon, silicon), new() { SolidsMassFraction = solids });
        double precursor = mixed[Species.BinderPrecursor], solvent = mixed[Species.Solvent];
        Assert.Equal(fraction, SlurryComposition.ParticleFraction(mixed, volume), 0.001);
        Assert.Equal(precursorPercent, 100 * precursor / (precursor + solvent), 0.05);
        Assert.Equal(wetMicrometres, 1e6 * SlurryComposition.Volume(mixed, volume), 0.5);
        Assert.Equal(solventGrams, 1e3 * solvent, 0.5);
        Assert.Equal(solids, (silicon + precursor) / mixed.Total, 1e-12);
    }

    [Fact]
    public void Cured_binder_has_the_mass_fraction_asked_for_of_everything_solid()
    {
        Ledger powder = Ledger.Empty.With(Species.SiliconAlloy, 5).With(Species.ConductivePowder, 1);
        Ledger mixed = SlurryComposition.Mix(powder, new() { BinderMassFraction = 0.2 });
        double cured = mixed[Species.BinderPrecursor] * SlurryComposition.CuredPerPrecursor;
        Assert.Equal(0.2, cured / (cured + 6), 1e-12);
    }

    // Two waters leave per repeat unit of 418.36 g/mol.
    [Fact]
    public void Curing_loses_two_waters_per_repeat_unit() =>
        Assert.Equal(1 - (2 * 18.015 / 418.36), SlurryComposition.CuredPerPrecursor, 5e-4);
}
