namespace DispersionSim.Cell;

/// <summary>What the cell needs to know of the simulated layer.</summary>
/// <param name="Thickness">Mean thickness of the layer, m.</param>
/// <param name="SiliconMass">Mass of active material per area of foil, kg/m².</param>
/// <param name="Porosity">Pore volume over layer volume.</param>
/// <param name="SiliconFraction">Silicon volume over layer volume.</param>
/// <param name="ParticleRadius">Mean radius (Sauter mean, 3V/S, where it is at hand), m.</param>
/// <param name="ConnectedFraction">Share of the silicon that reaches both the foil and the electrolyte, 0…1.</param>
/// <param name="CopperContact">Whether the layer touches the copper.</param>
/// <param name="BinderRemaining">Remaining fraction of the binder.</param>
public sealed record NegativeElectrodeFacts(
    double Thickness,
    double SiliconMass,
    double Porosity,
    double SiliconFraction,
    double ParticleRadius,
    double ConnectedFraction,
    bool CopperContact,
    double BinderRemaining)
{
    /// <summary>Tortuosity factor of the pores through the thickness; absent: Bruggeman.</summary>
    public double? Tortuosity { get; init; }

    /// <summary>Why no cell can be made of it, or null.</summary>
    public string? Obstacle => this switch
    {
        { CopperContact: false } => "the layer does not touch the copper",
        { SiliconMass: <= 0 } or { Thickness: <= 0 } or { ParticleRadius: <= 0 } => "the layer holds no active material",
        { ConnectedFraction: <= 0 } => "no active material is connected to the foil and the electrolyte",
        { Porosity: <= 0 } => "no electrolyte enters a layer without pores",
        { BinderRemaining: <= 0 } => "no binder is left to hold the layer",
        { Tortuosity: { } t } when !double.IsFinite(t) => "no pore leads through the layer",
        _ => null,
    };
}
