using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>How one cluster stands to another when it is turned about an axis.</summary>
internal enum TurnOutcome
{
    /// <summary>An angle was found at which the clusters touch without overlap.</summary>
    Touching,

    /// <summary>No angle brings a pair of spheres into contact.</summary>
    Apart,

    /// <summary>At every angle some pair overlaps.</summary>
    Blocked,
}

/// <summary>Finds the angles at which a cluster, turned about the z axis through the origin, just touches a fixed one.</summary>
/// <remarks>
/// In cylindrical coordinates a turning sphere j and a fixed sphere i overlap where
/// cos(φ_i − φ_j − θ) > [(z_i − z_j)² + ρ_i² + ρ_j² − (a_i + a_j)²] / (2 ρ_i ρ_j): an arc of θ. The ends of the gaps between all arcs
/// are every contact this axis offers, exact and free of overlap. Pairs are found on a grid in (ρ, z), which no turn changes.
/// </remarks>
internal sealed class TouchingTurn
{
    private const double NarrowestGap = 1e-9;

    private readonly RingGrid grid;
    private readonly List<(double Start, double End)> arcs = [];
    private readonly List<double> contacts = [];

    public TouchingTurn(Vector3d[] turning, double[] turningRadius, double reach) => grid = new(turning, turningRadius, reach);

    /// <summary>Looks for a contact about this axis.</summary>
    /// <param name="position">Centres of the fixed cluster.</param>
    /// <param name="radius">Its radii.</param>
    /// <param name="random">Chooses among the contacts.</param>
    /// <param name="angle">The angle to turn by, where the outcome is touching.</param>
    public TurnOutcome Find(Vector3d[] position, double[] radius, RandomStream random, out double angle)
    {
        angle = 0;
        arcs.Clear();
        for (int i = 0; i < radius.Length; i++)
        {
            if (!AddArcs(RingPoint.Of(position[i]), radius[i]))
            {
                return TurnOutcome.Blocked;
            }
        }

        if (arcs.Count == 0)
        {
            return TurnOutcome.Apart;
        }

        CollectContacts();
        if (contacts.Count == 0)
        {
            return TurnOutcome.Blocked;
        }

        angle = contacts[random.NextInt(contacts.Count)];
        return TurnOutcome.Touching;
    }

    /// <summary>Adds the arcs of every sphere near one of the fixed cluster.</summary>
    /// <returns>False where a pair overlaps at every angle.</returns>
    private bool AddArcs(RingPoint fixedPoint, double fixedRadius)
    {
        (int first, int last, int low, int high) = grid.Around(fixedPoint);
        for (int ring = first; ring <= last; ring++)
        {
            for (int level = low; level <= high; level++)
            {
                foreach (int j in grid.Cell(ring, level))
                {
                    if (!AddArc(fixedPoint, grid.Point[j], fixedRadius + grid.Radius[j]))
                    {
                        return false;
                    }
                }
            }
        }

        return true;
    }

    private bool AddArc(RingPoint a, RingPoint b, double touch)
    {
        double dz = a.Height - b.Height;
        double above = (dz * dz) + (a.Distance * a.Distance) + (b.Distance * b.Distance) - (touch * touch);
        double scale = 2 * a.Distance * b.Distance;
        if (above >= scale)
        {
            return true;
        }

        if (above <= -scale)
        {
            return false;
        }

        double half = Math.Acos(above / scale), start = a.Angle - b.Angle - half;
        start -= 2 * Math.PI * Math.Floor(start / (2 * Math.PI));
        arcs.Add((start, start + (2 * half)));
        return true;
    }

    // An arc may run past 2π; what it covers beyond is then covered at the beginning of the circle too.
    private void CollectContacts()
    {
        contacts.Clear();
        arcs.Sort();
        double covered = arcs.Max(arc => arc.End) - (2 * Math.PI);
        bool covers = covered > 0;
        foreach ((double start, double end) in arcs)
        {
            if (covers && start - covered > NarrowestGap)
            {
                contacts.Add(covered);
                contacts.Add(start);
            }

            covered = covers ? Math.Max(covered, end) : end;
            covers = true;
        }

        AddLastGap(covered);
    }

    private void AddLastGap(double covered)
    {
        double first = arcs[0].Start;
        bool wraps = arcs.Any(arc => arc.End > 2 * Math.PI);
        if (!wraps && first + (2 * Math.PI) - covered > NarrowestGap)
        {
            contacts.Add(covered);
            contacts.Add(first);
        }
    }
}
