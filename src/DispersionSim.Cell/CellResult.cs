using DispersionSim.Core;

namespace DispersionSim.Cell;

/// <summary>Lithium in both electrodes, which no charge or discharge may change.</summary>
/// <param name="Initial">As assembled, mol/m².</param>
/// <param name="Final">At the end, mol/m².</param>
/// <param name="RelativeError">Greatest relative deviation on the way.</param>
public sealed record LithiumBalance(double Initial, double Final, double RelativeError);

/// <summary>What the cell did.</summary>
/// <param name="TakesAndGivesCharge">It took at least 10 % of its design capacity and gave at least half of that back.</param>
/// <param name="Why">One sentence.</param>
/// <param name="ArealCapacity">Charge given by the discharge, A h/m² (10 A h/m² = 1 mAh/cm²).</param>
/// <param name="MeanVoltage">Mean voltage of the discharge, V.</param>
/// <param name="Charge">Voltage against areal charge.</param>
/// <param name="Discharge">Voltage against areal charge.</param>
public sealed record CellResult(
    bool TakesAndGivesCharge,
    string Why,
    double ArealCapacity,
    double MeanVoltage,
    Curve Charge,
    Curve Discharge,
    IReadOnlyList<Measurement> Measurements,
    LithiumBalance Lithium)
{
    /// <summary>The same in mAh/cm².</summary>
    public double MilliampHoursPerSquareCentimetre => ArealCapacity / 10;
}
