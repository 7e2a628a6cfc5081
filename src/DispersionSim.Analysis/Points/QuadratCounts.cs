using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Numbers of points in equal cells.</summary>
/// <param name="Counts">Points of each cell.</param>
public sealed record QuadratCounts(int[] Counts)
{
    /// <summary>s²/n̄ with s² over one less than the cells: 1 for points at random, less for hard particles, more for crowds; NaN of one cell.</summary>
    public double VarianceToMean => Counts.Length < 2 ? double.NaN : ChiSquared / (Counts.Length - 1);

    /// <summary>χ² = Σ(n − n̄)²/n̄, of one degree of freedom less than there are cells.</summary>
    public double ChiSquared
    {
        get
        {
            double mean = Counts.Average();
            return Counts.Sum(n => (n - mean) * (n - mean)) / mean;
        }
    }

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

    /// <summary>Counts in cells of about a number of points, as near to cubes or squares as the window allows.</summary>
    public static QuadratCounts Holding(PointSample sample, double points) => Count(sample, Division(sample, points));

    /// <summary>The cell of each point among the same.</summary>
    public static int[] CellsHolding(PointSample sample, double points) => CellsOf(sample, Division(sample, points));

    /// <summary>Counts in a number of cells along each axis; that along z tells only in three dimensions.</summary>
    public static QuadratCounts Of(PointSample sample, int x, int y, int z) => Count(sample, (x, y, sample.Dimensions == 3 ? z : 1));

    /// <summary>The cell of each point among a number along each axis.</summary>
    public static int[] CellsOf(PointSample sample, (int X, int Y, int Z) division) => [.. sample.Positions.Select(p => CellOf(sample, p, division))];

    /// <summary>The cell that a place of the window lies in.</summary>
    public static int CellOf(PointSample sample, Vector3d p, (int X, int Y, int Z) division) =>
        Along(p.X / sample.Window.Size.X, division.X) + (division.X * (Along(p.Y / sample.Window.Size.Y, division.Y) + (division.Y * Along(p.Z / sample.Window.Size.Z, division.Z))));

    private static QuadratCounts Count(PointSample sample, (int X, int Y, int Z) division)
    {
        int[] counts = new int[division.X * division.Y * division.Z];
        foreach (int cell in CellsOf(sample, division))
        {
            counts[cell]++;
        }

        return new(counts);
    }

    /// <summary>Cells of one edge along every axis that is longer than it; across the others one cell reaches from end to end, and the edge makes up for it.</summary>
    private static (int X, int Y, int Z) Division(PointSample sample, double points)
    {
        Vector3d size = sample.Window.Size;
        double[] lengths = sample.Dimensions == 3 ? [size.X, size.Y, size.Z] : [size.X, size.Y];
        double edge = 0, wanted = points * sample.Measure / sample.Count;
        for (int k = lengths.Length; k > 0; k--)
        {
            double[] longest = [.. lengths.OrderDescending().Take(k)];
            edge = Math.Pow(wanted * longest.Aggregate(1.0, (product, l) => product * l) / sample.Measure, 1.0 / k);
            if (longest[^1] >= edge)
            {
                break;
            }
        }

        int Cells(double length) => Math.Max(1, (int)Math.Round(length / edge));
        return (Cells(size.X), Cells(size.Y), sample.Dimensions == 3 ? Cells(size.Z) : 1);
    }

    private static int Along(double share, int count) => Math.Clamp((int)(share * count), 0, count - 1);
}
