namespace DispersionSim.Cell;

/// <summary>The particles of one material and size in an electrode: all alike, so one stands for them.</summary>
/// <param name="Material">What they are made of.</param>
/// <param name="Radius">R, m.</param>
/// <param name="VolumePerArea">Volume of the particles per area of electrode, m.</param>
public sealed record ActivePhase(ActiveMaterial Material, double Radius, double VolumePerArea)
{
    /// <summary>Particle surface per area of electrode, 3 V/R.</summary>
    public double SurfacePerArea => 3 * VolumePerArea / Radius;

    /// <summary>Charge between two stoichiometries, C/m².</summary>
    public double Charge(double from, double to) => CellConstants.Faraday * Material.MaximumConcentration * VolumePerArea * (to - from);
}
