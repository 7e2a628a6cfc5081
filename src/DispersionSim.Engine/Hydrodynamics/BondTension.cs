using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>A bond of a rigid cluster without loops, and its tension in any strain.</summary>
/// <param name="I">One sphere of the bond.</param>
/// <param name="J">The other.</param>
/// <param name="Side">Spheres on J's side.</param>
/// <param name="Component">Tension for a unit of each of the five components of strain.</param>
public sealed record BondTension(int I, int J, int Side, double[] Component)
{
    /// <summary>Tension in a strain; negative for compression.</summary>
    public double In(ReadOnlySpan<double> strain)
    {
        double sum = 0;
        for (int q = 0; q < 5; q++)
        {
            sum += Component[q] * strain[q];
        }

        return sum;
    }

    /// <summary>Greatest tension over all orientations in simple shear of unit rate: half the difference of the outer eigenvalues.</summary>
    /// <remarks>T = A : E with A symmetric and traceless; the eigenvalues of E are ½, 0, −½, and A : E is greatest where their axes fall together.</remarks>
    public double GreatestInShear()
    {
        (double low, double high) = OuterEigenvalues();
        return (high - low) / 2;
    }

    /// <summary>Outer eigenvalues of A by the trigonometric formula for a traceless symmetric matrix.</summary>
    private (double Low, double High) OuterEigenvalues()
    {
        var a = new double[9];
        for (int q = 0; q < 5; q++)
        {
            ReadOnlySpan<double> basis = MomentBasis.Matrix(3 + q);
            for (int k = 0; k < 9; k++)
            {
                a[k] += Component[q] * basis[k];
            }
        }

        double square = 0;
        foreach (double element in a)
        {
            square += element * element;
        }

        double size = Math.Sqrt(square / 6);
        if (size == 0)
        {
            return (0, 0);
        }

        double determinant = (a[0] * ((a[4] * a[8]) - (a[5] * a[7]))) - (a[1] * ((a[3] * a[8]) - (a[5] * a[6]))) + (a[2] * ((a[3] * a[7]) - (a[4] * a[6])));
        double angle = Math.Acos(Math.Clamp(determinant / (2 * size * size * size), -1, 1)) / 3;
        return (2 * size * Math.Cos(angle + (2 * Math.PI / 3)), 2 * size * Math.Cos(angle));
    }
}
