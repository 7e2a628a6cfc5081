using System.Numerics;

namespace DispersionSim.Process;

/// <summary>What a map of heights does to the correlation of a Gaussian surface, and how to undo it beforehand.</summary>
/// <remarks>
/// A monotone map f of a Gaussian surface with correlation ρ gives heights with the correlation R(ρ) = Σ c_k² ρ^k / Σ c_k², c_k the coefficients of f in
/// normalised Hermite polynomials; R rises with ρ and R(1) = 1. For the mapped surface to have the wanted spectrum, the Gaussian one gets the
/// spectrum of ρ(r) = R⁻¹(wanted correlation). Where that would need waves of negative power (a little beyond the cut-offs) they are left out.
/// Source: grigoriu-1998.
/// </remarks>
internal sealed class TranslatedCorrelation
{
    private const int Orders = 40;
    private const int Points = 4000;
    private const int QuadratureHalf = 900;
    private const double QuadratureRange = 9;
    private readonly double[] before = new double[Points + 1];
    private readonly double[] after = new double[Points + 1];

    public TranslatedCorrelation(HeightDistribution distribution)
    {
        double[] squares = Squares(distribution);
        for (int i = 0; i <= Points; i++)
        {
            // Close to 1 the correlation decides on the finest waves: the angle spaces the points there by its square.
            before[i] = -Math.Cos(Math.PI * i / Points);
            for (int k = Orders; k >= 0; k--)
            {
                after[i] = (after[i] + squares[k]) * before[i];
            }
        }
    }

    /// <summary>Correlation of the mapped heights where the Gaussian ones have ρ.</summary>
    public double Of(double gaussian) => Interpolated(before, after, gaussian);

    /// <summary>Correlation that the Gaussian heights need.</summary>
    public double Before(double mapped) => Interpolated(after, before, mapped);

    /// <summary>Powers of the waves of the Gaussian surface for wanted powers of the mapped one; both on the plane of the transform, their sum kept.</summary>
    public double[] Before(double[] power, int countX, int countY)
    {
        double total = power.Sum();
        Complex[] plane = [.. power.Select(p => new Complex(p / total, 0))];
        PlaneTransform.Inverse(plane, countX, countY);
        for (int i = 0; i < plane.Length; i++)
        {
            plane[i] = Before(plane[i].Real);
        }

        PlaneTransform.Inverse(plane, countX, countY);
        double[] needed = [.. plane.Select(p => Math.Max(0, p.Real))];
        needed[0] = 0;
        double scale = total / needed.Sum();
        return [.. needed.Select(p => p * scale)];
    }

    /// <summary>Shares c_k²/Σc² of the orders from 1 on; what lies above the highest counts as the next.</summary>
    private static double[] Squares(HeightDistribution distribution)
    {
        double[] coefficients = new double[Orders];
        for (int i = -QuadratureHalf; i <= QuadratureHalf; i++)
        {
            double z = QuadratureRange * i / QuadratureHalf, weight = Math.Exp(-z * z / 2) * QuadratureRange / QuadratureHalf / Math.Sqrt(2 * Math.PI);
            double height = distribution.Map(z), previous = 0, polynomial = 1;
            for (int k = 1; k <= Orders; k++)
            {
                (previous, polynomial) = (polynomial, ((z * polynomial) - (Math.Sqrt(k - 1) * previous)) / Math.Sqrt(k));
                coefficients[k - 1] += weight * height * polynomial;
            }
        }

        double[] squares = [.. coefficients.Select(c => c * c)];
        return [.. squares, Math.Max(0, 1 - squares.Sum())];
    }

    private static double Interpolated(double[] from, double[] to, double value)
    {
        int above = Array.BinarySearch(from, value);
        if (above >= 0)
        {
            return to[above];
        }

        int next = Math.Clamp(~above, 1, Points);
        double share = Math.Clamp((value - from[next - 1]) / (from[next] - from[next - 1]), 0, 1);
        return to[next - 1] + (share * (to[next] - to[next - 1]));
    }
}
