using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Numbers of points in equal cells.</summary>
/// <param name="Counts">Points of each cell.</param>
public sealed record QuadratCounts(int[] Counts)
{
    /// <summary>s²/n̄ with s² over one less than the cells: 1 for points at random, less for hard particles, more for crowds; NaN of one cell.</summary>
    public double VarianceToMean => Counts.Length < 2 ? double.NaN : Counts.Sum(n => (n - Mean) * (n - Mean)) / (Counts.Length - 1) / Mean;

    /// <summary>χ² = Σ(n − n̄)²/n̄, of one degree of freedom less than there are cells.</summary>
    public double ChiSquared => Counts.Sum(n => (n - Mean) * (n - Mean)) / Mean;

    /// <summary>Morisita's index Q Σn(n − 1)/[N(N − 1)]: how much likelier than by chance two points lie in one cell.</summary>
    /// <remarks>Source: morisita-1959.</remarks>
    public double Morisita
    {
        get
        {
            double points = Counts.Sum(n => (double)n);
            return Counts.Length * Counts.Sum(n => n * (n - 1.0)) / (points * (points - 1));
        }
    }

    /// <summary>Cells without a point.</summary>
    public int Empty => Counts.Count(n => n == 0);

    private double Mean => Counts.Average();

    /// <summary>Counts in cells of about a number of points, as near to cubes or squares as the window allows.</summary>
    public static QuadratCounts Holding(PointSample sample, double points)
    {
        double edge = sample.Spacing * Math.Pow(points, 1.0 / sample.Dimensions);
        int Cells(double length) => Math.Max(1, (int)Math.Round(length / edge));
        return Of(sample, Cells(sample.Window.Size.X), Cells(sample.Window.Size.Y), Cells(sample.Window.Size.Z));
    }

    /// <summary>Counts in a number of cells along each axis; that along z tells only in three dimensions.</summary>
    public static QuadratCounts Of(PointSample sample, int x, int y, int z)
    {
        z = sample.Dimensions == 3 ? z : 1;
        int[] counts = new int[x * y * z];
        foreach (Vector3d p in sample.Positions)
        {
            counts[Cell(p.X / sample.Window.Size.X, x) + (x * (Cell(p.Y / sample.Window.Size.Y, y) + (y * Cell(p.Z / sample.Window.Size.Z, z))))]++;
        }

        return new(counts);
    }

    private static int Cell(double share, int count) => Math.Clamp((int)(share * count), 0, count - 1);
}
