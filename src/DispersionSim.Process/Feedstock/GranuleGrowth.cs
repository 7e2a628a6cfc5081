using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>A granule while it grows: see <see cref="DenseGranule"/>.</summary>
internal sealed class GranuleGrowth
{
    private const int Directions = 24;
    private const int NearestTried = 7;
    private const double RadialTolerance = 0.05;
    private const double ContactTolerance = 1e-9;

    private readonly double[] radius;
    private readonly double packing;
    private readonly double coordination;
    private readonly RandomStream random;
    private readonly SphereGrid grid;
    private readonly Vector3d[] position;
    private readonly List<int> near = [];
    private readonly List<double> gaps = [];
    private readonly List<int> scratch = [];
    private int contacts;
    private double mass;
    private double momentOfInertia;
    private Vector3d centre;

    public GranuleGrowth(double[] radius, double packing, RandomStream random)
    {
        this.radius = radius;
        this.packing = packing;
        this.random = random;
        coordination = 4.4 + (4.4 * (packing - 0.3));
        position = new Vector3d[radius.Length];
        double ball = Math.Cbrt(AggregateShape.SumOfCubes(radius) / packing);
        grid = SphereGrid.Open(1.2 * ball, 2 * radius.Max());
    }

    /// <summary>Puts the next primary in its place.</summary>
    public void Set(int i)
    {
        Vector3d site = i switch
        {
            0 => Vector3d.Zero,
            1 => (radius[0] + radius[1]) * random.NextDirection(),
            _ => Site(radius[i]),
        };
        contacts += CountContacts(site, radius[i]);
        grid.Add(site, radius[i]);
        position[i] = site;
        Weigh(site, radius[i]);
    }

    /// <summary>The primaries set so far, about their centre of mass.</summary>
    public Vector3d[] Centred() => Array.ConvertAll(position, p => p - centre);

    private Vector3d Site(double r)
    {
        double wanted = WantedDistance(r);
        bool threeContacts = 2 * contacts < coordination * grid.Count;
        Vector3d? site = threeContacts ? Best(r, wanted, r, TriplesAbout) : null;
        return site ?? Best(r, wanted, r, PairsAbout) ?? Best(r, wanted, double.PositiveInfinity, TriplesAbout) ?? Landing(r);
    }

    // M R_g² is carried along as the sum of m (x² + 3/5 a²) about the centre of mass.
    private double WantedDistance(double r)
    {
        double m = r * r * r, total = mass + m;
        double gyrationSquared = 0.6 * Math.Pow(total / packing, 2.0 / 3.0);
        double square = total * ((total * gyrationSquared) - momentOfInertia - (0.6 * m * r * r)) / (mass * m);
        return Math.Sqrt(Math.Max(0, square));
    }

    private void Weigh(Vector3d site, double r)
    {
        double m = r * r * r, total = mass + m;
        Vector3d arm = site - centre;
        momentOfInertia += (0.6 * m * r * r) + (mass * m / total * arm.LengthSquared);
        centre += m / total * arm;
        mass = total;
    }

    private delegate void Enumerate(double r, double wanted, Action<Vector3d> consider);

    /// <summary>The free site nearest to the wanted distance from the centre of mass, or null where none comes within a tolerance of it.</summary>
    private Vector3d? Best(double r, double wanted, double tolerance, Enumerate sites)
    {
        Vector3d? best = null;
        double error = tolerance;
        void Consider(Vector3d site)
        {
            double off = Math.Abs((site - centre).Length - wanted);
            if (off < error && !grid.Collides(site, r, -ContactTolerance))
            {
                (best, error) = (site, off);
            }
        }

        for (int k = 0; k < Directions && error > RadialTolerance * r; k++)
        {
            Vector3d direction = random.NextDirection();
            double distance = wanted;
            GatherNear(centre + (distance * direction), r);
            sites(r, wanted, Consider);
            while (error > RadialTolerance * r && grid.Collides(centre + (distance * direction), r, 0))
            {
                distance += r / 2;
                GatherNear(centre + (distance * direction), r);
                sites(r, wanted, Consider);
            }
        }

        return best;
    }

    /// <summary>The few spheres whose surfaces are nearest to a point, none farther than a primary could bridge.</summary>
    private void GatherNear(Vector3d point, double r)
    {
        grid.Near(point, scratch);
        near.Clear();
        gaps.Clear();
        foreach (int i in scratch)
        {
            double gap = (grid.Position(i) - point).Length - grid.Radius(i);
            if (gap < 3 * r && (near.Count < NearestTried || gap < gaps[^1]))
            {
                Insert(i, gap);
            }
        }
    }

    private void Insert(int i, double gap)
    {
        int at = gaps.FindIndex(g => g > gap);
        at = at < 0 ? gaps.Count : at;
        gaps.Insert(at, gap);
        near.Insert(at, i);
        if (near.Count > NearestTried)
        {
            gaps.RemoveAt(NearestTried);
            near.RemoveAt(NearestTried);
        }
    }

    private void TriplesAbout(double r, double wanted, Action<Vector3d> consider)
    {
        for (int a = 0; a < near.Count; a++)
        {
            for (int b = a + 1; b < near.Count; b++)
            {
                for (int c = b + 1; c < near.Count; c++)
                {
                    Consider(Touch(near[a], r), Touch(near[b], r), Touch(near[c], r), consider);
                }
            }
        }
    }

    private void PairsAbout(double r, double wanted, Action<Vector3d> consider)
    {
        for (int a = 0; a < near.Count; a++)
        {
            for (int b = a + 1; b < near.Count; b++)
            {
                Consider(Touch(near[a], r), Touch(near[b], r), (centre, wanted), consider);
            }
        }
    }

    private (Vector3d Centre, double Distance) Touch(int i, double r) => (grid.Position(i), grid.Radius(i) + r);

    private static void Consider((Vector3d, double) a, (Vector3d, double) b, (Vector3d, double) c, Action<Vector3d> consider)
    {
        if (TouchingSite.Find(a, b, c, out Vector3d first, out Vector3d second))
        {
            consider(first);
            consider(second);
        }
    }

    /// <summary>Where a sphere that comes straight at the centre of mass from far away lands: always a contact, if only one.</summary>
    private Vector3d Landing(double r)
    {
        Vector3d direction;
        double outermost;
        do
        {
            direction = random.NextDirection();
            outermost = Outermost(direction, r);
        }
        while (outermost <= 0);

        return centre + (outermost * direction);
    }

    private double Outermost(Vector3d direction, double r)
    {
        double outermost = 0;
        for (int i = 0; i < grid.Count; i++)
        {
            Vector3d arm = grid.Position(i) - centre;
            double along = Vector3d.Dot(arm, direction), touch = grid.Radius(i) + r;
            double room = (touch * touch) - arm.LengthSquared + (along * along);
            outermost = room > 0 ? Math.Max(outermost, along + Math.Sqrt(room)) : outermost;
        }

        return outermost;
    }

    private int CountContacts(Vector3d site, double r)
    {
        grid.Near(site, near);
        return near.Count(i => (grid.Position(i) - site).Length < (1 + ContactTolerance) * (grid.Radius(i) + r));
    }
}
