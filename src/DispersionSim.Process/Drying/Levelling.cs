using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>How fast waves on a wet film flatten.</summary>
/// <remarks>
/// Amplitude ∝ e^(−t/τ), 1/τ = (γk² + ρg)/(2μk) · (sinh kh cosh kh − kh)/(cosh² kh + k²h²), k = 2π/λ: creeping flow over a foil that holds the
/// liquid. Thin films, kh ≪ 1: 1/τ = 16π⁴γh³/(3μλ⁴) (orchard-1962). μ of the slurry at rest: that of the solution times
/// (1 − φ/0.64)^(−1.6) (krieger-dougherty-1959). No yield stress, no gradients of surface tension.
/// </remarks>
public static class Levelling
{
    private const double Gravity = 9.80665, Packing = 0.64, IntrinsicViscosity = 2.5;

    /// <summary>τ, s.</summary>
    /// <param name="height">h, m.</param>
    /// <param name="wavelength">λ, m.</param>
    /// <param name="surfaceTension">γ, N/m.</param>
    /// <param name="density">ρ, kg/m³.</param>
    /// <param name="viscosity">μ, Pa s.</param>
    public static double Time(double height, double wavelength, double surfaceTension, double density, double viscosity)
    {
        double k = 2 * Math.PI / wavelength, kh = k * height, cosh = Math.Cosh(Math.Min(kh, 300)), sinh = Math.Sinh(Math.Min(kh, 300));
        // Below kh of 0.01 the difference of hyperbolic functions loses its digits; two terms of its series keep them.
        double shape = kh < 0.01 ? 2 * kh * kh * kh / 3 * (1 - (1.8 * kh * kh)) : ((sinh / cosh) - (kh / (cosh * cosh))) / (1 + (kh * kh / (cosh * cosh)));
        return 2 * viscosity * k / (((surfaceTension * k * k) + (density * Gravity)) * shape);
    }

    /// <summary>Viscosity of the slurry at rest, Pa s.</summary>
    /// <param name="solution">Of the solution, Pa s.</param>
    /// <param name="fraction">Volume fraction of particles.</param>
    public static double SlurryViscosity(double solution, double fraction) =>
        fraction >= Packing ? double.PositiveInfinity : solution * Math.Pow(1 - (fraction / Packing), -IntrinsicViscosity * Packing);
}
