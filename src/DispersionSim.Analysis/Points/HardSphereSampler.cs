using System.Runtime.CompilerServices;
using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>One random arrangement of hard spheres or discs of given radii.</summary>
/// <remarks>
/// Random sequential addition, the largest first, up to a filled share of 0.32 in space and 0.42 in the plane (it ends at 0.38 and 0.55). Denser ones are added smaller, brought
/// to size, pushed apart pair by pair until none overlap, and then moved by Monte Carlo to equilibrium. Sources: widom-1966 (addition), metropolis-1953 (moves).
/// </remarks>
internal sealed class HardSphereSampler
{
    private const int MostTries = 100_000;
    private const int MostPushes = 5_000;
    private const int Sweeps = 100;

    /// <summary>Grids for spheres of about a size each, so that a small one is not compared with all the small ones within the largest's reach. Added the largest first, none asks a grid of smaller ones; moved spheres would, and take one grid.</summary>
    private const int MostLevels = 4;

    /// <summary>Gap that a push leaves, over the sum of the radii: far above rounding, far below what a function could show.</summary>
    private const double Slack = 1e-5;

    private readonly PointSample sample;
    private readonly ISphereRoom room;
    private readonly RandomStream random;
    private readonly double[] radii;
    private readonly Vector3d[] places;
    private readonly NeighbourCells[] levels;

    private readonly double largest, scale;

    // 0 along open axes, so that nothing is taken off there.
    private readonly Vector3d perPeriod;

    /// <summary>A sampler.</summary>
    /// <param name="sample">The box, and the radii of all that lies in it.</param>
    /// <param name="room">Where each may lie.</param>
    /// <param name="random">Chooses the places.</param>
    public HardSphereSampler(PointSample sample, ISphereRoom room, RandomStream random)
    {
        (this.sample, this.room, this.random, radii) = (sample, room, random, sample.Radii);
        places = new Vector3d[radii.Length];
        Domain window = sample.Window;
        scale = Math.Min(1, Math.Pow((sample.Dimensions == 3 ? 0.32 : 0.42) / sample.Fraction, 1.0 / sample.Dimensions));
        perPeriod = new(window.PeriodicX ? 1 / window.Size.X : 0, window.PeriodicY ? 1 / window.Size.Y : 0, window.PeriodicZ ? 1 / window.Size.Z : 0);
        largest = radii.Max();
        levels = [.. Enumerable.Range(0, scale < 1 ? 1 : Math.Min(MostLevels, Halvings(radii.Min()) + 1)).Select(k => new NeighbourCells(sample, 2 * largest / (1 << k)))];
    }

    /// <summary>Draws an arrangement: the places in the order of the radii.</summary>
    /// <exception cref="InputException">The radii do not fit into the window at random.</exception>
    public Vector3d[] Draw()
    {
        // Equal ones in any order, so that no part of the box is filled before another.
        int[] largestFirst = Shuffling.Of([.. Enumerable.Range(0, radii.Length)], random);
        Array.Sort([.. largestFirst.Select(i => -radii[i])], largestFirst);
        foreach (int i in largestFirst)
        {
            Add(i);
        }

        if (scale < 1)
        {
            PushApart();
            Equilibrate();
        }

        return places;
    }

    private static InputException TooDense(double fraction) =>
        new($"the null of random hard spheres cannot be made: a filled share of {fraction:F3} is too dense to be random; give --null csr");

    private void Add(int i)
    {
        for (int tries = 0; tries < MostTries; tries++)
        {
            places[i] = room.Random(i, random);
            if (!Overlaps(i, places[i], scale))
            {
                levels[Math.Min(levels.Length - 1, Halvings(radii[i]))].Add(i, places[i]);
                return;
            }
        }

        throw TooDense(sample.Fraction);
    }

    /// <summary>Moves overlapping pairs apart along their line of centres until none are left.</summary>
    private void PushApart()
    {
        for (int round = 0; round < MostPushes; round++)
        {
            bool apart = true;
            for (int i = 0; i < places.Length; i++)
            {
                foreach (int j in levels[0].Near(places[i]).Where(j => j != i))
                {
                    Vector3d d = sample.Window.Nearest(places[i] - places[j]);
                    double length = d.Length, overlap = radii[i] + radii[j] - length;
                    if (overlap > 0)
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
        double stride = 0.2 * sample.Spacing;
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            int moved = 0;
            for (int i = 0; i < places.Length; i++)
            {
                var way = new Vector3d(random.NextDouble() - 0.5, random.NextDouble() - 0.5, sample.Dimensions == 3 ? random.NextDouble() - 0.5 : 0) * (2 * stride);
                Vector3d next = sample.Window.Wrap(places[i] + way);
                if (room.Holds(i, next) && !Overlaps(i, next, 1))
                {
                    Place(i, next);
                    moved++;
                }
            }

            stride *= moved > 0.4 * places.Length ? 1.1 : 0.9;
        }
    }

    private void Place(int i, Vector3d place)
    {
        Vector3d next = room.Nearest(i, place);
        levels[0].Move(i, places[i], next);
        places[i] = next;
    }

    /// <summary>Whether a particle at a place would overlap another, with all sizes scaled.</summary>
    private bool Overlaps(int i, Vector3d place, double scale)
    {
        var test = new Overlap(sample.Window.Size, perPeriod, places, radii, i, place, scale);
        foreach (NeighbourCells cells in levels)
        {
            if (cells.Any(place, ref test))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How often the largest radius can be halved and still not be below a radius.</summary>
    private int Halvings(double radius) => (int)Math.Min(MostLevels, Math.Log2(largest / radius));

    private readonly record struct Overlap(Vector3d Size, Vector3d PerPeriod, Vector3d[] Places, double[] Radii, int Own, Vector3d Place, double Scale) : ICandidateTest
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Passes(int i)
        {
            double reach = Scale * (Radii[Own] + Radii[i]);
            Vector3d d = Place - Places[i];
            double x = d.X - (Size.X * Math.Round(d.X * PerPeriod.X)), y = d.Y - (Size.Y * Math.Round(d.Y * PerPeriod.Y)), z = d.Z - (Size.Z * Math.Round(d.Z * PerPeriod.Z));
            return i != Own && (x * x) + (y * y) + (z * z) < reach * reach;
        }
    }
}
