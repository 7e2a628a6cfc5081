using MathNet.Numerics.Integration;

namespace DispersionSim.Process;

/// <summary>Power spectrum of an isotropic, self-affine surface with a plateau, scaled to unit variance.</summary>
/// <remarks>
/// C(q) = C₀ for q_L ≤ q ≤ q_r, C₀ (q/q_r)^(−2(1+H)) for q_r &lt; q ≤ q_s, 0 elsewhere; q = 2π/wavelength;
/// ∫C d²q/(4π²) = (C₀ q_r²/4π)[1 − (q_L/q_r)² + (1/H)(1 − (q_s/q_r)^(−2H))] = 1.
/// Along a profile C₁(q) = (1/2π) ∫C(√(q²+p²)) dp, ∫C₁ dq/(2π) = 1 (both two-sided). Without a long cut-off the plateau reaches down to q = 0.
/// Source: jacobs-2017.
/// </remarks>
public sealed class FoilSpectrum
{
    private static readonly GaussLegendreRule Rule = new(-1, 1, 20);
    private readonly double hurst;
    private readonly double lowest;
    private readonly double rollOff;
    private readonly double cutoff;
    private readonly double plateau;

    /// <summary>The spectrum of given shape.</summary>
    /// <param name="hurst">H.</param>
    /// <param name="rollOffWavelength">2π/q_r, m.</param>
    /// <param name="shortCutoff">2π/q_s, m.</param>
    /// <param name="longCutoff">2π/q_L, m; without end where there is none.</param>
    public FoilSpectrum(double hurst, double rollOffWavelength, double shortCutoff, double longCutoff = double.PositiveInfinity)
    {
        this.hurst = hurst;
        (lowest, rollOff, cutoff) = (2 * Math.PI / longCutoff, 2 * Math.PI / rollOffWavelength, 2 * Math.PI / shortCutoff);
        plateau = 4 * Math.PI / (rollOff * rollOff) / (1 - Square(lowest / rollOff) + ((1 - Math.Pow(cutoff / rollOff, -2 * hurst)) / hurst));
    }

    /// <summary>C(q), m² for unit variance (m⁴ once multiplied by Sq²).</summary>
    public double Areal(double q)
    {
        if (q > cutoff || q < lowest)
        {
            return 0;
        }

        return q <= rollOff ? plateau : plateau * Math.Pow(q / rollOff, -2 * (1 + hurst));
    }

    /// <summary>C₁(q), m for unit variance.</summary>
    public double Profile(double q)
    {
        if (q >= cutoff)
        {
            return 0;
        }

        // p = scale·sinh t makes the integrand of the falling part smooth in t from plateau to cut-off.
        double scale = Math.Max(q, rollOff), low = Math.Sqrt(Math.Max(0, (rollOff * rollOff) - (q * q))), high = Math.Sqrt((cutoff * cutoff) - (q * q));
        double falling = Integrate(t => Areal(Math.Sqrt((q * q) + Square(scale * Math.Sinh(t)))) * scale * Math.Cosh(t), Math.Asinh(low / scale) + 1e-12, Math.Asinh(high / scale));
        double missing = Math.Sqrt(Math.Max(0, (lowest * lowest) - (q * q)));
        return ((plateau * (low - missing)) + falling) / Math.PI;
    }

    /// <summary>Variance of a profile that passes the Gaussian filters λs and λc, as a share of the surface's variance.</summary>
    /// <remarks>(1/π) ∫C₁(q) [T(λs) (1 − T(λc))]² dq with T(λ) = exp(−π (α λ q/2π)²), α² = ln 2/π. Source: iso-16610-21.</remarks>
    public double FilteredVariance(double longCutoff, double shortCutoff)
    {
        double start = 2 * Math.PI / longCutoff / 100, bend = Math.Max(start, lowest);
        return (Octaves(start, bend) + Octaves(bend, Math.Min(rollOff, cutoff)) + Octaves(Math.Min(rollOff, cutoff), cutoff)) / Math.PI;

        double Octaves(double from, double to)
        {
            int parts = to > from ? Math.Max(1, (int)Math.Ceiling(Math.Log2(to / from))) : 0;
            double ratio = Math.Pow(to / from, 1.0 / parts);
            return Enumerable.Range(0, parts).Sum(i => Integrate(q => Profile(q) * Square(Passed(q, longCutoff, shortCutoff)), from * Math.Pow(ratio, i), from * Math.Pow(ratio, i + 1)));
        }
    }

    /// <summary>Share of the amplitude of a wave that both filters pass.</summary>
    internal static double Passed(double q, double longCutoff, double shortCutoff) => Transmission(q * shortCutoff) * (1 - Transmission(q * longCutoff));

    private static double Transmission(double phase) => Math.Exp(-Math.Log(2) * Square(phase / (2 * Math.PI)));

    private static double Integrate(Func<double, double> f, double from, double to)
    {
        double half = (to - from) / 2, middle = (to + from) / 2, sum = 0;
        for (int i = 0; i < Rule.Order; i++)
        {
            sum += Rule.GetWeight(i) * f(middle + (half * Rule.GetAbscissa(i)));
        }

        return half * sum;
    }

    private static double Square(double x) => x * x;
}
