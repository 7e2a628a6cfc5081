using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>One random arrangement of hard spheres or discs of given radii.</summary>
/// <remarks>
/// Random sequential addition, the largest first, up to a filled share of 0.32 in space and 0.42 in the plane (it ends at 0.38 and 0.55). Denser ones are added smaller, brought
/// to size, pushed apart pair by pair until none overlap, and then moved by Monte Carlo to equilibrium. Sources: widom-1966 (addition), metropolis-1953 (moves).
/// </remarks>
internal sealed class HardSphereSampler
{
    /// <summary>Arrangements that are begun: where a few large particles lie in the way of the last, another beginning has room.</summary>
    private const int MostBeginnings = 10;

    private const int MostTries = 100_000;
    private const int MostPushes = 5_000;
    private const int Sweeps = 100;

    /// <summary>Grids for spheres of about a size each, so that a small one is not compared with all the small ones within the largest's reach. Added the largest first, none asks a grid of smaller ones.</summary>
    private const int MostLevels = 6;

    /// <summary>Gap that a push leaves, over the sum of the radii: far above rounding, far below what a function could show.</summary>
    private const double Slack = 1e-5;

    private readonly PointSample sample;
    private readonly ISphereRoom room;
    private readonly RandomStream random;
    private readonly double[] radii;
    private readonly Vector3d[] places;
    private readonly double largest, scale;
    private readonly SphereGrid[] levels;

    /// <summary>Spheres that are pushed: one grid, for each wants all that are near.</summary>
    private readonly NeighbourCells pushed;

    /// <summary>A sampler.</summary>
    /// <param name="sample">The box, and the radii of all that lies in it.</param>
    /// <param name="room">Where each may lie.</param>
    /// <param name="random">Chooses the places.</param>
    private HardSphereSampler(PointSample sample, ISphereRoom room, RandomStream random)
    {
        (this.sample, this.room, this.random, radii) = (sample, room, random, sample.Radii);
        places = new Vector3d[radii.Length];
        scale = Math.Min(1, Math.Pow((sample.Dimensions == 3 ? 0.32 : 0.42) / sample.Fraction, 1.0 / sample.Dimensions));
        largest = radii.Max();
        levels = Levels(scale);
        pushed = new(sample, scale < 1 ? 2 * largest : double.PositiveInfinity);
    }

    /// <summary>Draws an arrangement: the places in the order of the radii. One in which not all find room is begun anew.</summary>
    /// <exception cref="InputException">The radii do not fit into the window at random.</exception>
    public static Vector3d[] Draw(PointSample sample, ISphereRoom room, RandomStream random)
    {
        for (int beginning = 0; beginning < MostBeginnings; beginning++)
        {
            var sampler = new HardSphereSampler(sample, room, random);
            if (sampler.TryDraw())
            {
                return sampler.places;
            }
        }

        throw TooDense(sample.Fraction);
    }

    private bool TryDraw()
    {
        // Equal ones in any order, so that no part of the box is filled before another.
        int[] largestFirst = Shuffling.Of([.. Enumerable.Range(0, radii.Length)], random);
        Array.Sort([.. largestFirst.Select(i => -radii[i])], largestFirst);
        foreach (int i in largestFirst)
        {
            if (!TryAdd(i))
            {
                return false;
            }
        }

        if (scale < 1)
        {
            foreach (int i in largestFirst)
            {
                pushed.Add(i, places[i]);
            }

            PushApart();
            Equilibrate();
        }

        return true;
    }

    private static InputException TooDense(double fraction) =>
        new(FormattableString.Invariant($"the null of random hard particles cannot be made: at a filled share of {fraction:F3} they do not fit at random into this window"));

    private bool TryAdd(int i)
    {
        for (int tries = 0; tries < MostTries; tries++)
        {
            places[i] = room.Random(i, random);
            if (IsFree(places[i], scale * radii[i]))
            {
                levels[Level(radii[i])].Add(places[i], scale * radii[i]);
                return true;
            }
        }

        return false;
    }

    /// <summary>Moves overlapping pairs apart along their line of centres until none are left.</summary>
    private void PushApart()
    {
        for (int round = 0; round < MostPushes; round++)
        {
            bool apart = true;
            for (int i = 0; i < places.Length; i++)
            {
                foreach (int j in pushed.Near(places[i]))
                {
                    Vector3d d = sample.Window.Nearest(places[i] - places[j]);
                    double length = d.Length, overlap = radii[i] + radii[j] - length;
                    if (overlap > 0 && j != i)
                    {
                        apart = false;
                        Vector3d way = d * (0.5 * (overlap + (Slack * (radii[i] + radii[j]))) / length);
                        Place(i, places[i] + way);
                        Place(j, places[j] - way);
                    }
                }
            }

            if (apart)
            {
                return;
            }
        }

        throw TooDense(sample.Fraction);
    }

    private void Equilibrate()
    {
        SphereGrid[] grids = Levels(1);
        int[] numbers = [.. places.Select((p, i) => grids[Level(radii[i])].Add(p, radii[i]))];
        double stride = 0.2 * sample.Spacing;
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            int moved = 0;
            for (int i = 0; i < places.Length; i++)
            {
                var way = new Vector3d(random.NextDouble() - 0.5, random.NextDouble() - 0.5, sample.Dimensions == 3 ? random.NextDouble() - 0.5 : 0) * (2 * stride);
                Vector3d next = sample.Window.Wrap(places[i] + way);
                if (room.Holds(i, next) && !Overlaps(grids, i, numbers[i], next))
                {
                    places[i] = room.Nearest(i, next);
                    grids[Level(radii[i])].Move(numbers[i], places[i]);
                    moved++;
                }
            }

            stride *= moved > 0.4 * places.Length ? 1.1 : 0.9;
        }
    }

    private void Place(int i, Vector3d place)
    {
        Vector3d next = room.Nearest(i, place);
        pushed.Move(i, places[i], next);
        places[i] = next;
    }

    /// <summary>Whether a particle at a place would overlap another.</summary>
    private bool Overlaps(SphereGrid[] grids, int i, int number, Vector3d place)
    {
        int own = Level(radii[i]);
        for (int k = 0; k < grids.Length; k++)
        {
            if (grids[k].Overlaps(place, radii[i], k == own ? number : -1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Empty grids for spheres of about a size each, all sizes scaled.</summary>
    private SphereGrid[] Levels(double scale)
    {
        int[] most = new int[Math.Min(MostLevels, Halvings(radii.Min()) + 1)];
        foreach (double r in radii)
        {
            most[Math.Min(most.Length - 1, Halvings(r))]++;
        }

        return [.. most.Select((n, k) => new SphereGrid(sample, n, scale * largest / (1 << k)))];
    }

    private int Level(double radius) => Math.Min(levels.Length - 1, Halvings(radius));

    /// <summary>Whether none of those added so far is in a sphere's way.</summary>
    private bool IsFree(Vector3d place, double radius)
    {
        foreach (SphereGrid grid in levels)
        {
            if (grid.Overlaps(place, radius))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How often the largest radius can be halved and still not be below a radius.</summary>
    private int Halvings(double radius) => (int)Math.Min(MostLevels, Math.Log2(largest / radius));
}
