namespace DispersionSim.Cell;

/// <summary>Constants of the cell model; the whole cell is at 25 °C.</summary>
internal static class CellConstants
{
    /// <summary>Faraday constant, C/mol.</summary>
    public const double Faraday = 96485.33212;

    /// <summary>RT/F at 25 °C, V.</summary>
    public const double ThermalVoltage = 8.314462618 * 298.15 / Faraday;

    /// <summary>Seconds in an hour: charge is kept in C/m² and reported in A h/m².</summary>
    public const double Hour = 3600;
}
