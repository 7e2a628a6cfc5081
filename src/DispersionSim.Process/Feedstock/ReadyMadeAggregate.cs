using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Turns an imported aggregate into one of the powder: its connected part, scaled to a primary size.</summary>
/// <remarks>
/// Scaled so that the volume-median diameter of its primaries is the recipe's. Spheres that hang on nothing are left out and counted.
/// Pairs that the file bonds are solid bridges; touching pairs are contacts like any other.
/// An aggregate whose spheres overlap by more than 1 % of the sum of their radii, or one of at least 100 primaries packed denser than random close packing (0.64), is refused.
/// </remarks>
public sealed record ReadyMadeAggregate
{
    private const double MostOverlap = 0.01;
    private const double RandomClosePacking = 0.64;
    private const int FewestForPacking = 100;

    /// <summary>Centres about the centre of mass, m.</summary>
    public required Vector3d[] Position { get; init; }

    /// <summary>Radii, m.</summary>
    public required double[] Radius { get; init; }

    /// <summary>Touching pairs and bonded pairs, I &lt; J.</summary>
    public required (int I, int J)[] Contacts { get; init; }

    /// <summary>Which of the contacts the file joins by a solid bond.</summary>
    public required bool[] Bridged { get; init; }

    /// <summary>Spheres of the file that hung on nothing.</summary>
    public int LeftOut { get; init; }

    public int Count => Radius.Length;

    /// <summary>Scales, checks and keeps the connected part.</summary>
    /// <param name="source">What was imported, any unit of length.</param>
    /// <param name="volumeMedianDiameter">D50,v of the primaries afterwards, m.</param>
    /// <exception cref="InputException">Nothing connected, overlapping, or denser than random packing.</exception>
    public static ReadyMadeAggregate From(AggregateGeometry source, double volumeMedianDiameter)
    {
        if (source.Radius.Length < 2)
        {
            throw new InputException($"feedstock.aggregate_files: {source.Name} holds {source.Radius.Length} primaries: an aggregate needs at least 2");
        }

        double scale = volumeMedianDiameter / MedianDiameter(source.Radius);
        Vector3d[] position = Array.ConvertAll(source.Position, p => scale * p);
        double[] radius = Array.ConvertAll(source.Radius, r => scale * r);
        (int I, int J)[] touching = ContactPairs.Find(position, radius);
        Check(source.Name, position, radius, touching);
        var bonded = source.Bonds.Select(b => (I: Math.Min(b.I, b.J), J: Math.Max(b.I, b.J))).ToHashSet();
        (int I, int J)[] contacts = [.. touching.Union(bonded).Order()];
        int[] members = ConnectedPieces.Largest(radius.Length, contacts);
        ReadyMadeAggregate all = new() { Position = position, Radius = radius, Contacts = contacts, Bridged = Array.ConvertAll(contacts, bonded.Contains) };
        ReadyMadeAggregate whole = all.Only(members) with { LeftOut = radius.Length - members.Length };
        RefuseDense(source.Name, whole);
        return whole;
    }

    /// <summary>A connected piece of exactly <paramref name="count"/> primaries about a random one.</summary>
    public ReadyMadeAggregate Piece(int count, RandomStream random) =>
        Only(ConnectedPieces.About(random.NextInt(Count), count, Count, Contacts));

    private ReadyMadeAggregate Only(int[] members)
    {
        var place = new Dictionary<int, int>(members.Length);
        for (int k = 0; k < members.Length; k++)
        {
            place[members[k]] = k;
        }

        int[] kept = [.. Enumerable.Range(0, Contacts.Length).Where(k => place.ContainsKey(Contacts[k].I) && place.ContainsKey(Contacts[k].J))];
        double[] radius = Array.ConvertAll(members, i => Radius[i]);
        Vector3d[] position = Array.ConvertAll(members, i => Position[i]);
        Vector3d centre = AggregateShape.Centre(position, radius);
        return this with
        {
            Position = Array.ConvertAll(position, p => p - centre),
            Radius = radius,
            Contacts = Array.ConvertAll(kept, k => (place[Contacts[k].I], place[Contacts[k].J])),
            Bridged = Array.ConvertAll(kept, k => Bridged[k]),
        };
    }

    private static double MedianDiameter(double[] radius)
    {
        double[] ordered = [.. radius.Order()];
        double half = AggregateShape.SumOfCubes(ordered) / 2, sum = 0;
        return 2 * ordered.First(r => (sum += r * r * r) >= half);
    }

    private static void Check(string name, Vector3d[] position, double[] radius, (int I, int J)[] touching)
    {
        double overlap = ContactPairs.LargestOverlap(position, radius, touching);
        if (overlap > MostOverlap)
        {
            throw new InputException($"feedstock.aggregate_files: {name} has spheres that overlap by {100 * overlap:0.#} % of the sum of their radii: at most {100 * MostOverlap:0} %");
        }
    }

    private static void RefuseDense(string name, ReadyMadeAggregate whole)
    {
        double packing = AggregateShape.Packing(whole.Position, whole.Radius);
        if (whole.Count < 2)
        {
            throw new InputException($"feedstock.aggregate_files: {name} has no two spheres that touch or are bonded");
        }

        if (whole.Count >= FewestForPacking && packing > RandomClosePacking)
        {
            throw new InputException($"feedstock.aggregate_files: {name} is packed to {packing:0.00}: at most {RandomClosePacking} (random close packing)");
        }
    }
}
