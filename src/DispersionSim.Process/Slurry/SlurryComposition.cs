using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Masses that go into the slurry for a given amount of particles.</summary>
/// <remarks>
/// The binder's share is that of the cured binder; the polyamic acid that goes in is heavier by the water that curing sets free.
/// Solids are what is weighed in beside the solvent: particles and polyamic acid. See docs/physics/slurry.md.
/// </remarks>
public static class SlurryComposition
{
    /// <summary>Mass of cured polyimide from one kilogram of polyamic acid (PMDA-ODA: 382.3 / 418.4).</summary>
    public const double CuredPerPrecursor = 0.914;

    /// <summary>The ledger with binder precursor and solvent added to the particles it holds.</summary>
    public static Ledger Mix(Ledger particles, SlurryOptions options)
    {
        double solid = particles[Species.Silicon] + particles[Species.SiliconAlloy] + particles[Species.ConductivePowder];
        double cured = solid * options.BinderMassFraction / (1 - options.BinderMassFraction);
        double precursor = cured / CuredPerPrecursor;
        double solvent = (solid + precursor) * (1 - options.SolidsMassFraction) / options.SolidsMassFraction;
        return particles.With(Species.BinderPrecursor, precursor).With(Species.Solvent, solvent);
    }

    /// <summary>Volume of everything in a ledger before curing, m³.</summary>
    public static double Volume(Ledger ledger, double particleVolume) =>
        particleVolume
        + (ledger[Species.BinderPrecursor] / MaterialCatalog.PolyamicAcid.Density.Value)
        + (ledger[Species.Solvent] / MaterialCatalog.Solvent.Density.Value);

    /// <summary>Volume fraction of particles in the slurry.</summary>
    public static double ParticleFraction(Ledger ledger, double particleVolume) => particleVolume / Volume(ledger, particleVolume);
}
