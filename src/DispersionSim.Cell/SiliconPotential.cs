namespace DispersionSim.Cell;

/// <summary>Open-circuit potential of silicon against Li/Li⁺, one branch for each direction.</summary>
/// <remarks>
/// Polynomials of seventh degree in the stoichiometry x = c/c_max, 0 &lt; x &lt; 1; the lithiation branch carries 10⁻⁴ V (1/x + 1/(x − 1)),
/// which closes it at both ends. V at 25 °C. Source: verbrugge-2016, coefficients as in the parameter set of ai-2022.
/// Hysteresis is a jump between the branches when the current turns; no scanning curves.
/// </remarks>
public static class SiliconPotential
{
    private static readonly double[] LithiationCoefficients = [-96.63, 372.6, -587.6, 489.9, -232.8, 62.99, -9.286, 0.8633];
    private static readonly double[] DelithiationCoefficients = [-51.02, 161.3, -205.7, 140.2, -58.76, 16.87, -3.792, 0.9937];

    public static double Lithiation(double x) => Horner(LithiationCoefficients, x) + (1e-4 * ((1 / x) + (1 / (x - 1))));

    public static double Delithiation(double x) => Horner(DelithiationCoefficients, x);

    internal static double Horner(double[] coefficients, double x)
    {
        double sum = 0;
        foreach (double c in coefficients)
        {
            sum = (sum * x) + c;
        }

        return sum;
    }
}
