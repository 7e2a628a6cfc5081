namespace DispersionSim.Cell;

/// <summary>Open-circuit potential of LiCoO₂ against Li/Li⁺, V at 25 °C.</summary>
/// <remarks>
/// Polynomial of ninth degree of ai-2020 for 0.435 &lt; y &lt; 0.965, continued along its tangents. Its printed coefficients hold it to
/// 8 mV of the measured curve (rieger-2016) up to y = 0.9 and to 21 mV up to 0.96.
/// </remarks>
public static class CobaltOxidePotential
{
    private const double Least = 0.435, Most = 0.965;

    private static readonly double[] Coefficients =
        [-107897.40, 677406.28, -1873803.91, 2996535.44, -3052331.36, 2053377.31, -912135.88, 257964.35, -42146.98, 3035.67];

    public static double At(double y)
    {
        double inside = Math.Clamp(y, Least, Most);
        return y == inside ? Polynomial(y) : Polynomial(inside) + ((y - inside) * Slope(inside));
    }

    private static double Polynomial(double y) => SiliconPotential.Horner(Coefficients, y);

    private static double Slope(double y) => (Polynomial(y + 1e-4) - Polynomial(y - 1e-4)) / 2e-4;
}
