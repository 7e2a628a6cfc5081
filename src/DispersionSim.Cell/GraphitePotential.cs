namespace DispersionSim.Cell;

/// <summary>Open-circuit potential of the graphite of the LG M50 cell against Li/Li⁺, V at 25 °C.</summary>
/// <remarks>Fit of chen-2020 over 0.03 &lt; x &lt; 1; within 13 mV of the measured curve from x = 0.05 to 0.9. Used for validation alone.</remarks>
public static class GraphitePotential
{
    public static double At(double x) =>
        (1.9793 * Math.Exp(-39.3631 * x)) + 0.2482
        - (0.0909 * Math.Tanh(29.8538 * (x - 0.1234)))
        - (0.04478 * Math.Tanh(14.9159 * (x - 0.2769)))
        - (0.0205 * Math.Tanh(30.4444 * (x - 0.6103)));
}
