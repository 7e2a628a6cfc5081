using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Size and density of a group of spheres; every mean is weighted with the sphere's volume.</summary>
public static class AggregateShape
{
    /// <summary>Centre of mass, m.</summary>
    public static Vector3d Centre(ReadOnlySpan<Vector3d> position, ReadOnlySpan<double> radius)
    {
        Vector3d sum = Vector3d.Zero;
        double weight = 0;
        for (int i = 0; i < radius.Length; i++)
        {
            double w = Cube(radius[i]);
            sum += w * position[i];
            weight += w;
        }

        return sum / weight;
    }

    /// <summary>Radius of gyration of the solid spheres, m.</summary>
    /// <remarks>
    /// R_g² = Σ m_i (|x_i − c|² + 3/5 a_i²) / Σ m_i. The second term is the gyration of a sphere about its own centre:
    /// with it a single sphere has R_g = a √(3/5), merging obeys the parallel-axis theorem from the first doublet on,
    /// and a homogeneous ball of radius R has R_g = R √(3/5).
    /// </remarks>
    public static double RadiusOfGyration(ReadOnlySpan<Vector3d> position, ReadOnlySpan<double> radius) =>
        Math.Sqrt(MeanSquareDistance(position, radius) + OwnGyration(radius));

    /// <summary>Radius of gyration with each sphere's mass at its centre, m: the other convention in use.</summary>
    public static double RadiusOfGyrationOfCentres(ReadOnlySpan<Vector3d> position, ReadOnlySpan<double> radius) =>
        Math.Sqrt(MeanSquareDistance(position, radius));

    /// <summary>Geometric mean radius, m: the length a in N = k_f (R_g/a)^D_f.</summary>
    public static double GeometricMeanRadius(ReadOnlySpan<double> radius)
    {
        double sum = 0;
        foreach (double r in radius)
        {
            sum += Math.Log(r);
        }

        return Math.Exp(sum / radius.Length);
    }

    /// <summary>Solids fraction inside the sphere that has the aggregate's radius of gyration: φ = Σ a_i³ / (5/3 R_g²)^(3/2).</summary>
    /// <remarks>Independent of where a hull is drawn, exact for a homogeneous ball, 1 for a single sphere.</remarks>
    public static double Packing(ReadOnlySpan<Vector3d> position, ReadOnlySpan<double> radius)
    {
        double gyration = RadiusOfGyration(position, radius);
        return SumOfCubes(radius) / Math.Pow(5.0 / 3.0 * gyration * gyration, 1.5);
    }

    /// <summary>Radius of the sphere about the centre of mass that holds every primary, m.</summary>
    public static double BoundingRadius(ReadOnlySpan<Vector3d> position, ReadOnlySpan<double> radius)
    {
        Vector3d centre = Centre(position, radius);
        double largest = 0;
        for (int i = 0; i < radius.Length; i++)
        {
            largest = Math.Max(largest, (position[i] - centre).Length + radius[i]);
        }

        return largest;
    }

    /// <summary>Σ a_i³, m³.</summary>
    public static double SumOfCubes(ReadOnlySpan<double> radius)
    {
        double sum = 0;
        foreach (double r in radius)
        {
            sum += Cube(r);
        }

        return sum;
    }

    private static double MeanSquareDistance(ReadOnlySpan<Vector3d> position, ReadOnlySpan<double> radius)
    {
        Vector3d centre = Centre(position, radius);
        double sum = 0;
        for (int i = 0; i < radius.Length; i++)
        {
            sum += Cube(radius[i]) * (position[i] - centre).LengthSquared;
        }

        return sum / SumOfCubes(radius);
    }

    private static double OwnGyration(ReadOnlySpan<double> radius)
    {
        double sum = 0;
        foreach (double r in radius)
        {
            sum += Cube(r) * r * r;
        }

        return 0.6 * sum / SumOfCubes(radius);
    }

    private static double Cube(double r) => r * r * r;
}
