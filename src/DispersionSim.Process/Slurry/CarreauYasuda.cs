using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Shear-thinning viscosity of the binder solution.</summary>
/// <remarks>
/// μ(G) = μ_∞ + (μ_0 − μ_∞)[1 + (λG)^a]^((n − 1)/a). Valid for steady shear of a solution without yield stress. Source: yasuda-1981.
/// </remarks>
public static class CarreauYasuda
{
    /// <summary>The solution itself, where shear does not thicken it.</summary>
    /// <exception cref="InputException">It is thinner at rest than at infinite shear rate.</exception>
    public static SlurryOptions Checked(SlurryOptions slurry) => slurry.ZeroShearViscosity >= slurry.InfiniteShearViscosity ? slurry
        : throw new InputException($"slurry.zero_shear_viscosity = \"{Quantity.Format(slurry.ZeroShearViscosity, "Pa s")}\": must be at least infinite_shear_viscosity = \"{Quantity.Format(slurry.InfiniteShearViscosity, "Pa s")}\": the solution is not thinner than its solvent; lower that too for a thinner liquid");

    /// <summary>Viscosity, Pa s, at a shear rate, 1/s.</summary>
    public static double Viscosity(SlurryOptions slurry, double shearRate)
    {
        double a = slurry.YasudaExponent;
        double thinning = Math.Pow(1 + Math.Pow(slurry.RelaxationTime * shearRate, a), (slurry.PowerIndex - 1) / a);
        return slurry.InfiniteShearViscosity + ((slurry.ZeroShearViscosity - slurry.InfiniteShearViscosity) * thinning);
    }
}
