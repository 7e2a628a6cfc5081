namespace DispersionSim.Core;

/// <summary>An aggregate of spheres as read from a file; lengths in the file's unit until <see cref="Scaled"/>.</summary>
/// <param name="Name">File it came from.</param>
/// <param name="Position">Centres.</param>
/// <param name="Radius">Radii.</param>
/// <param name="Bonds">Solid bonds between particle indices, I &lt; J; empty where the file has none.</param>
/// <param name="Warnings">What a user should know about the data.</param>
public sealed record AggregateGeometry(string Name, Vector3d[] Position, double[] Radius, (int I, int J)[] Bonds, IReadOnlyList<string> Warnings)
{
    /// <summary>What the file's header says about the aggregate.</summary>
    public StatedAggregate Stated { get; init; } = new(null, null, null, null);

    public int Count => Radius.Length;

    /// <summary>Sum of the sphere volumes.</summary>
    public double TotalVolume => Radius.Sum(r => 4.0 / 3.0 * Math.PI * r * r * r);

    /// <summary>Geometric mean of the radii, the primary radius r_p of N = k_f (R_g/r_p)^D_f.</summary>
    public double GeometricMeanRadius => Math.Exp(Radius.Average(Math.Log));

    /// <summary>Centre of mass of spheres of one density.</summary>
    public Vector3d CentreOfMass()
    {
        Vector3d sum = Vector3d.Zero;
        double mass = 0;
        for (int i = 0; i < Count; i++)
        {
            double m = Radius[i] * Radius[i] * Radius[i];
            sum += m * Position[i];
            mass += m;
        }

        return sum / mass;
    }

    /// <summary>Mass-weighted radius of gyration of the sphere centres, R_g² = Σ m (x − x̄)² / Σ m; the spheres' own extent is left out.</summary>
    public double RadiusOfGyration()
    {
        Vector3d centre = CentreOfMass();
        double sum = 0, mass = 0;
        for (int i = 0; i < Count; i++)
        {
            double m = Radius[i] * Radius[i] * Radius[i];
            sum += m * (Position[i] - centre).LengthSquared;
            mass += m;
        }

        return Math.Sqrt(sum / mass);
    }

    /// <summary>Pairs whose gap is less than a share of the sum of their radii; overlapping pairs are among them.</summary>
    public IReadOnlyList<(int I, int J)> Contacts(double relativeGap = 1e-3)
    {
        var contacts = new List<(int I, int J)>();
        VisitNeighbours(relativeGap, (i, j, gap) =>
        {
            if (gap < relativeGap)
            {
                contacts.Add((Math.Min(i, j), Math.Max(i, j)));
            }
        });
        contacts.Sort();
        return contacts;
    }

    /// <summary>Deepest overlap relative to the sum of the radii of the pair; 0 where no spheres overlap.</summary>
    public double LargestOverlap()
    {
        double deepest = 0;
        VisitNeighbours(0, (_, _, gap) => deepest = Math.Max(deepest, -gap));
        return deepest;
    }

    /// <summary>How many pieces the given links leave the aggregate in.</summary>
    public int Pieces(IEnumerable<(int I, int J)> links)
    {
        var sets = new DisjointSets(Count);
        return Count - links.Count(link => sets.Join(link.I, link.J));
    }

    /// <summary>Every length times a factor: from the file's unit to metres.</summary>
    public AggregateGeometry Scaled(double factor) => this with
    {
        Position = [.. Position.Select(p => p * factor)],
        Radius = [.. Radius.Select(r => r * factor)],
        Stated = Stated with { RadiusOfGyration = Stated.RadiusOfGyration * factor },
    };

    /// <summary>Calls back for every pair that may be closer than a relative gap, with its gap relative to the sum of the radii.</summary>
    private void VisitNeighbours(double relativeGap, Action<int, int, double> visit)
    {
        int[] order = [.. Enumerable.Range(0, Count).OrderBy(i => Position[i].X)];
        double largest = Radius.Max();
        for (int a = 0; a < order.Length; a++)
        {
            int i = order[a];
            double reach = (Radius[i] + largest) * (1 + relativeGap);
            for (int b = a + 1; b < order.Length && Position[order[b]].X - Position[i].X <= reach; b++)
            {
                int j = order[b];
                double sum = Radius[i] + Radius[j];
                visit(i, j, ((Position[j] - Position[i]).Length - sum) / sum);
            }
        }
    }
}
