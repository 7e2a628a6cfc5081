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

    /// <summary>Pushes a sphere after which they are taken not to fit.</summary>
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

    /// <summary>Of each sphere how often the largest radius can be halved and still not be below its own.</summary>
    private readonly int[] level;
    private SphereGrid[] levels;

    /// <summary>Number of each sphere in the grid of its level, and the spheres of each level in the order of these numbers: of dense ones.</summary>
    private int[] numbers = [];
    private int[][] members = [];

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
        level = [.. radii.Select(r => (int)Math.Min(MostLevels - 1, Math.Log2(largest / r)))];
        levels = Levels(scale);
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
            levels = Levels(1);
            numbers = [.. places.Select((p, i) => levels[level[i]].Add(p, radii[i]))];
            members = [.. levels.Select((_, k) => level.Index().Where(l => l.Item == k).Select(l => l.Index).ToArray())];
            PushApart(largestFirst);
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
                levels[level[i]].Add(places[i], scale * radii[i]);
                return true;
            }
        }

        return false;
    }

    /// <summary>Moves overlapping pairs apart along their line of centres until none are left: those that were moved are asked anew, the smaller of two gives way by more.</summary>
    private void PushApart(int[] order)
    {
        var asked = new Queue<int>(order);
        bool[] waits = [.. Enumerable.Repeat(true, places.Length)];
        for (long pushes = 0; asked.TryDequeue(out int i);)
        {
            waits[i] = false;
            if (Overlapped(i, places[i]) is >= 0 and var j)
            {
                Vector3d d = sample.Window.Nearest(places[i] - places[j]);
                double touching = radii[i] + radii[j], length = d.Length;
                Vector3d way = d * ((touching - length + (Slack * touching)) / (length * touching));
                Push(i, way * radii[j]);
                Push(j, way * -radii[i]);
                if (++pushes > (long)MostPushes * places.Length)
                {
                    throw TooDense(sample.Fraction);
                }
            }
        }

        void Push(int i, Vector3d way)
        {
            MoveTo(i, room.Nearest(i, places[i] + way));
            if (!waits[i])
            {
                waits[i] = true;
                asked.Enqueue(i);
            }
        }
    }

    private void Equilibrate()
    {
        double stride = 0.2 * sample.Spacing;
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            int moved = 0;
            for (int i = 0; i < places.Length; i++)
            {
                var way = new Vector3d(random.NextDouble() - 0.5, random.NextDouble() - 0.5, sample.Dimensions == 3 ? random.NextDouble() - 0.5 : 0) * (2 * stride);
                Vector3d next = sample.Window.Wrap(places[i] + way);
                if (room.Holds(i, next) && Overlapped(i, next) < 0)
                {
                    MoveTo(i, room.Nearest(i, next));
                    moved++;
                }
            }

            stride *= moved > 0.4 * places.Length ? 1.1 : 0.9;
        }
    }

    private void MoveTo(int i, Vector3d place)
    {
        levels[level[i]].Move(numbers[i], place);
        places[i] = place;
    }

    /// <summary>A sphere that another would overlap at a place; −1 where none is.</summary>
    private int Overlapped(int i, Vector3d place)
    {
        for (int k = 0; k < levels.Length; k++)
        {
            if (levels[k].Overlapped(place, radii[i], k == level[i] ? numbers[i] : -1) is >= 0 and var number)
            {
                return members[k][number];
            }
        }

        return -1;
    }

    /// <summary>Empty grids for spheres of about a size each, all sizes scaled.</summary>
    private SphereGrid[] Levels(double scale) =>
        [.. Enumerable.Range(0, level.Max() + 1).Select(k => new SphereGrid(sample, level.Count(l => l == k), scale * largest / (1 << k)))];

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
}
