using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Sedimentation in a film that dries: shown negligible by its number.</summary>
/// <remarks>v_s = (2/9) Δρ g a²/μ (stokes-1851), unhindered: an upper bound. N_s = v_s/v_E, the speed of settling over that of the falling surface.</remarks>
public static class Settling
{
    private const double Gravity = 9.80665;

    /// <summary>Speed of a sphere of silicon in the solution, m/s.</summary>
    /// <param name="radius">a, m.</param>
    /// <param name="density">Of the particle, kg/m³.</param>
    /// <param name="viscosity">μ, Pa s.</param>
    public static double Speed(double radius, double density, double viscosity) =>
        2.0 / 9 * (density - MaterialCatalog.Solvent.Density.Value) * Gravity * radius * radius / viscosity;
}
