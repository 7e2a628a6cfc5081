using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>A square lattice under planar extension comes back to itself: when, along which axes, and how its points are then numbered anew.</summary>
/// <remarks>
/// exp(L t) has the matrix N = (2 1; 1 1) of whole numbers where the axis of extension lies at atan(1/φ) = 31.7° from the lattice's first axis and the logarithmic
/// strain is ln φ² = 0.9624 (φ the golden ratio): N is symmetric, its eigenvectors are the axes of the flow and its eigenvalues φ² and φ⁻².
/// The lattice N·Z² is Z²: the box may then be taken upright again, a place (a, b) being called (2a + b, a + b): exact in whole numbers modulo the box.
/// Source: kraynik-reinelt-1992.
/// </remarks>
public static class PlanarExtension
{
    private static readonly double Golden = (1 + Math.Sqrt(5)) / 2;

    /// <summary>Logarithmic strain after which the lattice comes back: 0.9624.</summary>
    public static double Period { get; } = 2 * Math.Log(Golden);

    /// <summary>Angle of the axis of extension from the lattice's first axis: 31.7°.</summary>
    public static double Angle { get; } = Math.Atan(1 / Golden);

    /// <summary>The symmetric matrix with eigenvalue <paramref name="along"/> on the axis of extension and <paramref name="across"/> perpendicular to it.</summary>
    public static (double FirstFirst, double FirstSecond, double SecondSecond) Matrix(double along, double across)
    {
        double c = Math.Cos(Angle), s = Math.Sin(Angle);
        return ((along * c * c) + (across * s * s), (along - across) * c * s, (along * s * s) + (across * c * c));
    }

    /// <summary>Coordinates of a place in the plane after the box has been taken back by periods (forward, or with a negative number backward).</summary>
    public static (int First, int Second) Renumber(int first, int second, int periods)
    {
        unchecked
        {
            for (int k = 0; k < periods; k++)
            {
                (first, second) = (first + first + second, first + second);
            }

            for (int k = 0; k > periods; k--)
            {
                (first, second) = (first - second, second + second - first);
            }
        }

        return (first, second);
    }
}
