namespace DispersionSim.Process;

/// <summary>Constants of the rate laws (2019 SI values).</summary>
internal static class KineticConstants
{
    /// <summary>Gas constant, J/(mol K).</summary>
    public const double Gas = 8.314462618;

    /// <summary>Boltzmann constant, J/K.</summary>
    public const double Boltzmann = 1.380649e-23;

    /// <summary>One electron volt per particle, J/mol.</summary>
    public const double ElectronVoltPerMole = 96485.33212;

    /// <summary>25 °C, K.</summary>
    public const double RoomTemperature = 298.15;
}
