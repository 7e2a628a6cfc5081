using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Random hard spheres of which a share lies in agglomerates denser than the rest: a set whose unevenness is known.</summary>
/// <remarks>
/// Spheres of radius 1 fill a share φ of a periodic box. An agglomerate is k spheres from a random arrangement that fills φ_in, those nearest to a random point; the ball that holds them, of radius (k/φ_in)^(1/3), lets no other
/// sphere's centre in. The density contrast is φ_in/φ: at 1 agglomerates are as dense as the whole and nothing but their origin tells them from the rest. Agglomerates come first, then single spheres by random sequential addition.
/// </remarks>
public sealed record ClusteredSpheres
{
    private const int MostTries = 200_000, TemplateSpheres = 160;

    /// <summary>Share of the volume that spheres fill, at most 0.3.</summary>
    public required double Fraction { get; init; }

    /// <summary>Share of the spheres in agglomerates.</summary>
    public required double Share { get; init; }

    /// <summary>Spheres an agglomerate.</summary>
    public required int Size { get; init; }

    /// <summary>Local filled share in agglomerates over that of the whole.</summary>
    public required double Contrast { get; init; }

    /// <summary>A set in a box.</summary>
    /// <param name="edges">Edges of the box, radii.</param>
    /// <param name="random">Chooses the places.</param>
    /// <exception cref="InputException">The spheres do not fit at random.</exception>
    public PointSample Draw(Vector3d edges, RandomStream random)
    {
        Domain box = new(edges, true, true, true);
        int count = (int)Math.Round(Fraction * box.Volume / (4 * Math.PI / 3)), clusters = (int)Math.Round(Share * count / Size);
        var places = new List<Vector3d>(count);
        var cells = new NeighbourCells(new(box, 3, new Vector3d[count], [.. Enumerable.Repeat(1.0, count)]), 2);
        double hull = Math.Cbrt(Size / (Contrast * Fraction));
        var centres = new List<Vector3d>(clusters);
        for (int k = 0; k < clusters; k++)
        {
            Vector3d[] shape = Shape(random);
            Vector3d centre = Place(box, random, c => centres.All(o => box.Nearest(c - o).Length >= 2 * hull) && shape.All(s => IsFree(box, box.Wrap(c + s), places, cells)));
            centres.Add(centre);
            foreach (Vector3d s in shape)
            {
                Add(box.Wrap(centre + s), places, cells);
            }
        }

        while (places.Count < count)
        {
            Add(Place(box, random, p => centres.All(o => box.Nearest(p - o).LengthSquared >= hull * hull) && IsFree(box, p, places, cells)), places, cells);
        }

        return new(box, 3, [.. places], [.. Enumerable.Repeat(1.0, count)]);
    }

    /// <summary>Circles in which a plane of constant z cuts the spheres, in an open window as wide as the box.</summary>
    public static PointSample Section(PointSample spheres, double z)
    {
        (Vector3d Place, double Square)[] cut =
        [
            .. spheres.Positions.Zip(spheres.Radii, (p, r) => (Place: p with { Z = 0 }, Off: p.Z - z, Radius: r))
                .Select(c => (c.Place, (c.Radius * c.Radius) - Square(c.Off - (spheres.Window.Size.Z * Math.Round(c.Off / spheres.Window.Size.Z))))).Where(c => c.Item2 > 0),
        ];
        return PointSample.Plane(spheres.Window.Size.X, spheres.Window.Size.Y, false, false, [.. cut.Select(c => c.Place)], [.. cut.Select(c => Math.Sqrt(c.Square))]);
    }

    private static double Square(double v) => v * v;

    private static void Add(Vector3d place, List<Vector3d> places, NeighbourCells cells)
    {
        places.Add(place);
        cells.Add(places.Count - 1, place);
    }

    private static bool IsFree(Domain box, Vector3d place, List<Vector3d> places, NeighbourCells cells)
    {
        var test = new Touches(box, places, place);
        return !cells.Any(place, ref test);
    }

    private static Vector3d Place(Domain box, RandomStream random, Func<Vector3d, bool> allowed)
    {
        for (int tries = 0; tries < MostTries; tries++)
        {
            Vector3d p = new(random.NextDouble() * box.Size.X, random.NextDouble() * box.Size.Y, random.NextDouble() * box.Size.Z);
            if (allowed(p))
            {
                return p;
            }
        }

        throw new InputException("the agglomerates do not fit at random: give a smaller filled share, a smaller share of agglomerates or a larger box");
    }

    /// <summary>Places of an agglomerate's spheres about its centre.</summary>
    private Vector3d[] Shape(RandomStream random)
    {
        double edge = Math.Cbrt(TemplateSpheres * 4 * Math.PI / 3 / (Contrast * Fraction));
        Domain box = new(new(edge, edge, edge), true, true, true);
        PointSample dense = new(box, 3, new Vector3d[TemplateSpheres], [.. Enumerable.Repeat(1.0, TemplateSpheres)]);
        return [.. HardSphereSampler.Draw(dense, new WalledRoom(dense), random).Select(p => box.Nearest(p - (box.Size * 0.5))).OrderBy(d => d.LengthSquared).Take(Size)];
    }

    private readonly record struct Touches(Domain Box, List<Vector3d> Places, Vector3d Place) : ICandidateTest
    {
        // Rounding when a shape is wrapped into the box is no overlap.
        private const double Square = 4 * (1 - 1e-9);

        public bool Passes(int i) => Box.Nearest(Place - Places[i]).LengthSquared < Square;
    }
}
