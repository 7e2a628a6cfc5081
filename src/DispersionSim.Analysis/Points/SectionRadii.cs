using MathNet.Numerics.Distributions;

namespace DispersionSim.Analysis;

/// <summary>From the circles of a plane section to the spheres that were cut.</summary>
/// <remarks>
/// Scheil and Saltykov: with circles and spheres in m classes of width Δ by diameter, N_A(i) = Δ Σ_{j≥i} N_V(j)[√(j² − (i−1)²) − √(j² − i²)], spheres of class j having the diameter jΔ;
/// solved from the largest class down. Errors of large classes go into the small ones: negative numbers there are taken for none. Source: saltykov-1967.
/// </remarks>
public static class SectionRadii
{
    private const int Classes = 10;

    /// <summary>Chance below which a want of small circles is no accident.</summary>
    private const double Rare = 0.001;

    /// <summary>Radii of spheres and their number a volume.</summary>
    /// <param name="circles">Radii of the circles, m.</param>
    /// <param name="area">Area of the section, m².</param>
    public static (double Radius, double PerVolume)[] Spheres(double[] circles, double area)
    {
        (double step, _, double[] perVolume) = Invert(circles);
        return [.. Enumerable.Range(1, Classes).Where(j => perVolume[j] > 0).Select(j => (j * step / 2, perVolume[j] / area))];
    }

    /// <summary>Whether circles can be those of a section: cut spheres give small circles too, and a set that lacks them is of discs, or its small circles were not seen.</summary>
    public static bool ArePlausible(double[] circles)
    {
        (double step, int[] seen, double[] perVolume) = Invert(circles);
        return Enumerable.Range(1, Classes - 1).All(i => FromLarger(perVolume, i) * step is var expected && (expected <= seen[i] || new Poisson(expected).CumulativeDistribution(seen[i]) > Rare));
    }

    private static (double Step, int[] Seen, double[] PerVolume) Invert(double[] circles)
    {
        double step = 2 * circles.Max() / Classes;
        int[] seen = new int[Classes + 1];
        double[] perVolume = new double[Classes + 1];
        foreach (double r in circles)
        {
            seen[Math.Clamp((int)Math.Ceiling(2 * r / step), 1, Classes)]++;
        }

        for (int i = Classes; i > 0; i--)
        {
            perVolume[i] = Math.Max(0, ((seen[i] / step) - FromLarger(perVolume, i)) / Chance(i, i));
        }

        return (step, seen, perVolume);
    }

    /// <summary>Circles of a class, a class width, that larger spheres give.</summary>
    private static double FromLarger(double[] perVolume, int i) => Enumerable.Range(i + 1, Classes - i).Sum(j => perVolume[j] * Chance(i, j));

    /// <summary>Thickness of the slab, in classes, from which a sphere of class j gives a circle of class i.</summary>
    private static double Chance(int i, int j) => Math.Sqrt(((double)j * j) - ((i - 1.0) * (i - 1))) - Math.Sqrt(((double)j * j) - ((double)i * i));
}
