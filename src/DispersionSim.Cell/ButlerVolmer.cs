namespace DispersionSim.Cell;

/// <summary>Charge transfer at the surface of a particle, symmetric (transfer coefficients ½).</summary>
/// <remarks>i = 2 j₀ sinh(η/2V_T), j₀ = m √(c_e c (c_max − c)); i in A/m² of surface, anodic (lithium leaving) positive, V_T = RT/F.</remarks>
public static class ButlerVolmer
{
    /// <summary>Exchange-current density j₀, A/m²; 0 for an empty or full surface.</summary>
    /// <param name="electrolyte">c_e, mol/m³.</param>
    /// <param name="surface">c, mol/m³.</param>
    public static double ExchangeCurrent(ActiveMaterial material, double electrolyte, double surface) =>
        material.RatePrefactor * Math.Sqrt(Math.Max(0, electrolyte * surface * (material.MaximumConcentration - surface)));

    /// <summary>Overpotential η that drives a current density, V.</summary>
    public static double Overpotential(double current, double exchangeCurrent) =>
        2 * CellConstants.ThermalVoltage * Math.Asinh(current / (2 * exchangeCurrent));
}
