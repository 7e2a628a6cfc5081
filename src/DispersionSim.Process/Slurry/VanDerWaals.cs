using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Process;

/// <summary>Van der Waals attraction between two spheres near contact, in SI: <see cref="VanDerWaalsLaw{TReal}"/>.</summary>
/// <remarks>
/// w = A/(12πh²), so that F = 2πwR*. Retardation beyond 10 nm is not included.
/// Combining rules (israelachvili-2011): A₁₂ across 3 = (√A₁ − √A₃)(√A₂ − √A₃), without the zero-frequency term.
/// </remarks>
public static class VanDerWaals
{
    /// <summary>Attraction, N, at a separation, m.</summary>
    public static double Force(double hamaker, double reducedRadius, double separation) =>
        new VanDerWaalsLaw<Precise>(new(hamaker)).Force(new(reducedRadius), new(separation)).Value;

    /// <summary>Energy of two surfaces against parting, J/m².</summary>
    public static double WorkOfAdhesion(double hamaker, double separation) => hamaker / (12 * Math.PI * separation * separation);

    /// <summary>Hamaker constant, J, between two materials across a third from those of each across vacuum.</summary>
    public static double Across(double first, double second, double medium) =>
        (Math.Sqrt(first) - Math.Sqrt(medium)) * (Math.Sqrt(second) - Math.Sqrt(medium));
}
