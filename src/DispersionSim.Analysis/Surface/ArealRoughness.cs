using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Areal height parameters of a surface about its mean height, over valid points only.</summary>
/// <remarks>
/// With z the height over the mean and ⟨⟩ the mean over valid points: Sa = ⟨|z|⟩, Sq = √⟨z²⟩, Ssk = ⟨z³⟩/Sq³, Sku = ⟨z⁴⟩/Sq⁴,
/// Sp = max z, Sv = −min z, Sz = Sp + Sv. No filter and no form removal: level the map first where tilt must not count.
/// Source: iso-25178-2.
/// </remarks>
/// <param name="Sa">Arithmetic mean height, m.</param>
/// <param name="Sq">Root mean square height, m.</param>
/// <param name="Sp">Highest peak, m.</param>
/// <param name="Sv">Deepest valley, m.</param>
/// <param name="Ssk">Skewness; NaN for a flat surface.</param>
/// <param name="Sku">Kurtosis, 3 for Gaussian heights; NaN for a flat surface.</param>
public readonly record struct ArealRoughness(double Sa, double Sq, double Sp, double Sv, double Ssk, double Sku)
{
    /// <summary>Maximum height Sp + Sv, m.</summary>
    public double Sz => Sp + Sv;

    public static ArealRoughness Of(HeightMap map) => Of(map.Heights);

    /// <summary>The parameters of heights in any arrangement; NaN heights are left out.</summary>
    public static ArealRoughness Of(ReadOnlySpan<double> heights)
    {
        double mean = Mean(heights), n = 0, a = 0, m2 = 0, m3 = 0, m4 = 0, high = double.NegativeInfinity, low = double.PositiveInfinity;
        foreach (double h in heights)
        {
            double z = h - mean, square = z * z;
            if (!double.IsNaN(z))
            {
                (n, a, m2, m3, m4) = (n + 1, a + Math.Abs(z), m2 + square, m3 + (square * z), m4 + (square * square));
                (high, low) = (Math.Max(high, z), Math.Min(low, z));
            }
        }

        double variance = m2 / n, sq = Math.Sqrt(variance);
        return new(a / n, sq, high, -low, m3 / n / (variance * sq), m4 / n / (variance * variance));
    }

    private static double Mean(ReadOnlySpan<double> heights)
    {
        double sum = 0;
        int n = 0;
        foreach (double h in heights)
        {
            if (!double.IsNaN(h))
            {
                sum += h;
                n++;
            }
        }

        return sum / n;
    }
}
