namespace DispersionSim.Cell;

/// <summary>Open-circuit potential of the NMC 811 of the LG M50 cell against Li/Li⁺, V at 25 °C.</summary>
/// <remarks>Fit of chen-2020 over 0.25 &lt; y &lt; 0.95; within 10 mV of the measured curve up to y = 0.9.</remarks>
public static class NmcPotential
{
    public static double At(double y) =>
        4.4875 - (0.8090 * y)
        - (0.0428 * Math.Tanh(18.5138 * (y - 0.5542)))
        - (17.7326 * Math.Tanh(15.7890 * (y - 0.3117)))
        + (17.5842 * Math.Tanh(15.9308 * (y - 0.3120)));
}
