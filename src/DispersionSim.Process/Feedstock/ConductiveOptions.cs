using System.ComponentModel;
using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Conductive powder mixed into the active powder, as free spheres of one size.</summary>
/// <remarks>Their number is the wanted mass over the mass of one sphere, rounded; at 0.1 µm beside 0.5 µm silicon, 5 % of the mass are about eight spheres a primary.</remarks>
public sealed record ConductiveOptions
{
    /// <summary>Mass of conductive powder over mass of active material.</summary>
    [Unit("-")]
    [Allowed(0, 0.5, Example = "0.02")]
    [Description("mass of conductive powder per mass of active material")]
    public double MassFraction { get; init; }

    /// <summary>Diameter of a sphere, m.</summary>
    [Unit("m")]
    [Allowed(5e-9, 20e-6, Example = "0.1 um")]
    [Description("diameter of the conductive spheres")]
    public double Diameter { get; init; } = 0.1e-6;

    /// <summary>Density, kg/m³.</summary>
    [Unit("kg/m^3")]
    [Allowed(100, 25000, Example = "1900 kg/m^3")]
    [Description("density of the conductive powder")]
    public double Density { get; init; } = MaterialCatalog.ConductiveCarbon.Density.Value;
}
