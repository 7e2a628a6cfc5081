namespace DispersionSim.Cell;

/// <summary>Positive electrodes that the cell can be assembled with.</summary>
public enum PositiveElectrodeKind
{
    Nmc,
    LithiumCobaltOxide,
}

/// <summary>A positive electrode as a design: what it is made of and the window of lithium that it is used in.</summary>
/// <param name="Material">Active material.</param>
/// <param name="Radius">Particle radius, m.</param>
/// <param name="VolumeFraction">Of the active material in the layer.</param>
/// <param name="Porosity">Of the layer.</param>
/// <param name="BruggemanExponent">b in κ_eff = κ ε^b.</param>
/// <param name="Charged">Stoichiometry at full charge.</param>
/// <param name="Discharged">Stoichiometry as made, and at full discharge.</param>
public sealed record PositiveElectrode(
    ActiveMaterial Material, double Radius, double VolumeFraction, double Porosity, double BruggemanExponent, double Charged, double Discharged)
{
    /// <summary>NMC 811 of the LG M50 cell (chen-2020); the window is that cell's.</summary>
    public static PositiveElectrode Nmc { get; } = new(ActiveMaterialCatalog.Nmc, 5.22e-6, 0.665, 0.335, 1.5, 17038.0 / 63104, 0.9084);

    /// <summary>LiCoO₂ of the Enertech cell (ai-2020); window within the range of its potential curve.</summary>
    public static PositiveElectrode CobaltOxide { get; } = new(ActiveMaterialCatalog.CobaltOxide, 3e-6, 0.62, 0.32, 1.83, 0.45, 0.96);

    public static PositiveElectrode Of(PositiveElectrodeKind kind) => kind == PositiveElectrodeKind.Nmc ? Nmc : CobaltOxide;

    /// <summary>Charge that unit thickness gives between the ends of its window, C/m³.</summary>
    public double ChargeDensity => CellConstants.Faraday * Material.MaximumConcentration * VolumeFraction * (Discharged - Charged);
}
