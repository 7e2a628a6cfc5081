using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>Where grains stand on a height field: up to a few feet each, every one a local minimum of the distance to the surface.</summary>
/// <remarks>
/// Feet are sought over the grid when lists are made and followed by Newton's method in between, so that each keeps its number, and with it its spring, while the grain slides or
/// rolls. On a surface that may be curved more sharply than a grain, minima are born and die under way (the centre crosses the surface's evolute): there they are sought
/// again whenever the grain has moved, and the share of a foot fades out before it dies, so that the force makes no leap (<see cref="FootShares"/>).
/// </remarks>
/// <param name="surface">The surface, its first grid point at the origin.</param>
/// <param name="grains">Number of grains.</param>
internal sealed class FieldFeet(HeightField surface, int grains)
{
    /// <summary>Most feet of a grain.</summary>
    public const int Most = 6;

    /// <summary>Way after which feet are sought again, in grid spacings.</summary>
    private const double Stale = 1e-3;

    private readonly double[] feet = [.. Enumerable.Repeat(double.NaN, 2 * Most * grains)];
    private readonly Foot[] stands = [.. Enumerable.Repeat(Foot.None, Most * grains)];
    private readonly Foot[] stood = [.. Enumerable.Repeat(Foot.None, Most * grains)];
    private readonly Vector3d[] sought = new Vector3d[grains];
    private readonly double[] reaches = new double[grains];

    /// <summary>Where the field's first grid point is now.</summary>
    public Vector3d Origin { get; set; }

    public HeightField Surface => surface;

    /// <summary>Gap at which a contact may still hold.</summary>
    public double Reach { get; set; }

    /// <summary>Whether the laws at the wall go by R*; else they are springs.</summary>
    public bool ByRadius { get; set; } = true;

    /// <summary>All feet and how they stood, as a run that goes on needs them.</summary>
    public double[] State
    {
        get => [.. feet, .. stands.SelectMany(s => new[] { s.Distance, s.Whole, s.Load.ReducedRadius, s.Load.Share })];
        set
        {
            value.AsSpan(0, feet.Length).CopyTo(feet);
            for (int k = 0; k < stands.Length; k++)
            {
                ReadOnlySpan<double> own = value.AsSpan(feet.Length + (4 * k), 4);
                stands[k] = Foot.None with { Distance = own[0], Whole = own[1], Load = new(own[2], own[3]) };
            }
        }
    }

    /// <summary>Seeks all feet of a grain within a reach of its centre.</summary>
    public void Seek(int grain, Vector3d position, double reach)
    {
        Vector3d p = position - Origin;
        reaches[grain] = reach;
        Span<double> own = Own(grain);
        Span<bool> free = stackalloc bool[Most];
        for (int n = 0; n < Most; n++)
        {
            if (!double.IsNaN(own[2 * n]) && Distance(p, own[2 * n], own[(2 * n) + 1]) > reach)
            {
                Leave(own, n);
            }
        }

        // What a foot remembers is not for the next of its number: one that ends here keeps it until the next step.
        MarkFree(own, free);
        Settle(p, own);
        Find(grain, p, own, free);
    }

    /// <summary>Whether a grain has a foot.</summary>
    public bool Stands(int grain)
    {
        Span<double> own = Own(grain);
        for (int n = 0; n < Most; n++)
        {
            if (!double.IsNaN(own[2 * n]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Carries all feet of a grain along with it; to be done once a step, before they are asked for.</summary>
    public void Carry(int grain, Vector3d position, double radius)
    {
        Vector3d p = position - Origin;
        Span<double> own = Own(grain);
        Span<bool> free = stackalloc bool[Most];
        MarkFree(own, free);
        Settle(p, own);
        Span<Foot> all = stands.AsSpan(Most * grain, Most);
        all.CopyTo(stood.AsSpan(Most * grain, Most));
        double nearest = Describe(p, grain, radius, all), stale = Stale * Math.Min(surface.SpacingX, surface.SpacingY);

        // A foot that is born has a nearer one beside it: while none touches, none that touches can be missed.
        if ((nearest < radius || double.IsPositiveInfinity(nearest)) && surface.Sharpness * reaches[grain] > 1 && !((p - sought[grain]).Length < stale))
        {
            Find(grain, p, own, free);
            Describe(p, grain, radius, all);
        }

        FootShares.Share(all, radius, Reach, ByRadius);
    }

    /// <summary>Distance of the centre from a foot as it was last carried along; infinite where the grain has no such foot.</summary>
    /// <param name="grain">The grain.</param>
    /// <param name="number">Number of the foot.</param>
    /// <param name="position">Centre of the grain.</param>
    /// <param name="radius">Its radius.</param>
    /// <param name="foot">Point on which the grain presses: so far from the centre that the overlap, or gap, is the foot's share.</param>
    public double Follow(int grain, int number, Vector3d position, double radius, out Vector3d foot)
    {
        Foot stand = stands[(Most * grain) + number];
        double depth = radius - stand.Distance;
        foot = stand.Load.Share < 1 && stand.Distance > 0 ? position + ((stand.Point + Origin - position) * ((radius - (stand.Load.Share * depth)) / stand.Distance)) : stand.Point + Origin;
        return stand.Distance;
    }

    /// <summary>A foot at the last step, and at the one before.</summary>
    public (Foot Now, Foot Before) Stand(int grain, int number) => (stands[(Most * grain) + number], stood[(Most * grain) + number]);

    private static void MarkFree(Span<double> own, Span<bool> free)
    {
        for (int n = 0; n < Most; n++)
        {
            free[n] = double.IsNaN(own[2 * n]);
        }
    }

    private Span<double> Own(int grain) => feet.AsSpan(2 * Most * grain, 2 * Most);

    private static void Leave(Span<double> own, int number) => (own[2 * number], own[(2 * number) + 1]) = (double.NaN, double.NaN);

    /// <summary>Follows the feet to their minima; of two that meet, the one that came from farther away has lost its own.</summary>
    private void Settle(Vector3d p, Span<double> own)
    {
        Span<double> way = stackalloc double[Most];
        for (int n = 0; n < Most; n++)
        {
            if (double.IsNaN(own[2 * n]))
            {
                continue;
            }

            Bring(p, own.Slice(2 * n, 2));
            double x = own[2 * n], y = own[(2 * n) + 1];
            bool holds = surface.Nearest(p, ref own[2 * n], ref own[(2 * n) + 1]);
            way[n] = Math.Abs(own[2 * n] - x) + Math.Abs(own[(2 * n) + 1] - y);
            for (int k = 0; k < n && holds; k++)
            {
                if (!double.IsNaN(own[2 * k]) && IsOne(p, own[2 * k], own[(2 * k) + 1], own[2 * n], own[(2 * n) + 1]))
                {
                    holds = way[n] < way[k];
                    Leave(own, holds ? k : n);
                }
            }

            if (!holds)
            {
                Leave(own, n);
            }
        }
    }

    /// <summary>Whether two minima are the same: no ridge between them.</summary>
    private bool IsOne(Vector3d p, double ax, double ay, double bx, double by)
    {
        double limit = Math.Max(surface.SpacingX, surface.SpacingY), apart = Math.Abs(ax - bx) + Math.Abs(ay - by);
        return apart < 1e-6 * limit || (apart < limit && Distance(p, (ax + bx) / 2, (ay + by) / 2) <= Math.Max(Distance(p, ax, ay), Distance(p, bx, by)));
    }

    /// <summary>Seeks minima that are no feet yet; they take free numbers, the nearest first.</summary>
    private void Find(int grain, Vector3d p, Span<double> own, Span<bool> free)
    {
        double reach = reaches[grain];
        sought[grain] = p;
        if (p.Z - reach > surface.Ceiling)
        {
            return;
        }

        var found = new List<(double Distance, double X, double Y)>();
        foreach ((double x, double y) in Starts(p, reach))
        {
            (double fx, double fy) = (x, y);
            if (surface.Nearest(p, ref fx, ref fy) && Distance(p, fx, fy) is var distance && distance < reach)
            {
                found.Add((distance, fx, fy));
            }
        }

        found.Sort();
        foreach ((double _, double x, double y) in found)
        {
            int at = -1;
            bool known = false;
            for (int n = Most - 1; n >= 0; n--)
            {
                bool empty = double.IsNaN(own[2 * n]);
                known |= !empty && IsOne(p, own[2 * n], own[(2 * n) + 1], x, y);
                at = empty && free[n] ? n : at;
            }

            if (!known && at >= 0)
            {
                (own[2 * at], own[(2 * at) + 1]) = (x, y);
            }
            else if (!known)
            {
                // Its number is free in the next step, when the spring of the foot before it is forgotten.
                sought[grain] = new(double.NaN, double.NaN, double.NaN);
            }
        }
    }

    /// <summary>Writes down all feet of a grain; returns the least distance.</summary>
    /// <remarks>
    /// While a foot presses it keeps the R* with which it touched: one that followed the surface at a given overlap would make energy of ways round. Apart, and under tension
    /// beyond the first touch, it is that of the place. A foot that is born of one that presses goes on with what that one had.
    /// </remarks>
    private double Describe(Vector3d p, int grain, double radius, Span<Foot> all)
    {
        Span<double> own = Own(grain);
        ReadOnlySpan<Foot> before = stood.AsSpan(Most * grain, Most);
        double nearest = double.PositiveInfinity;
        for (int n = 0; n < Most; n++)
        {
            double kept = before[n].Distance < radius ? before[n].Whole : double.IsPositiveInfinity(before[n].Distance) ? Deepest(before, radius) : double.NaN;
            all[n] = double.IsNaN(own[2 * n]) ? Foot.None : Describe(p, radius, own[2 * n], own[(2 * n) + 1], kept);
            nearest = Math.Min(nearest, all[n].Distance);
        }

        return nearest;
    }

    /// <summary>R* of the foot that presses most; not a number where none does.</summary>
    private static double Deepest(ReadOnlySpan<Foot> feet, double radius)
    {
        (double distance, double whole) = (radius, double.NaN);
        foreach (Foot foot in feet)
        {
            (distance, whole) = foot.Distance < distance ? (foot.Distance, foot.Whole) : (distance, whole);
        }

        return whole;
    }

    private Foot Describe(Vector3d p, double radius, double x, double y, double kept)
    {
        FieldPoint point = surface.Evaluate(x, y);
        Vector3d local = new(x, y, point.Height), away = p - local;
        double distance = away.Length * Math.Sign(away.Z - (away.X * point.SlopeX) - (away.Y * point.SlopeY));
        double whole = double.IsNaN(kept) ? surface.EvaluateEven(x, y).ReducedRadius(radius, FootShares.Fades) : kept;
        return new(local, distance, whole, point.Roundness(p.Z), new(whole, 1));
    }

    /// <summary>Brings a foot on a field that continues itself to the copy nearest to the grain, which may have crossed the box's border.</summary>
    private void Bring(Vector3d p, Span<double> foot)
    {
        if (surface.Periodic)
        {
            foot[0] += surface.LengthX * Math.Round((p.X - foot[0]) / surface.LengthX);
            foot[1] += surface.LengthY * Math.Round((p.Y - foot[1]) / surface.LengthY);
        }
    }

    /// <summary>Points of the grid halved that are nearer than their neighbours, and the point below the centre.</summary>
    /// <remarks>A patch may have a minimum that no point of the grid itself is a neighbour to: found only once the grain is deep in it, it would act with a blow.</remarks>
    private IEnumerable<(double X, double Y)> Starts(Vector3d p, double reach)
    {
        yield return (p.X, p.Y);
        int x0 = (int)Math.Floor((p.X - reach) / surface.SpacingX), x1 = (int)Math.Ceiling((p.X + reach) / surface.SpacingX);
        int y0 = (int)Math.Floor((p.Y - reach) / surface.SpacingY), y1 = (int)Math.Ceiling((p.Y + reach) / surface.SpacingY);
        double[,] square = surface.Halved(x0 - 1, y0 - 1, x1 - x0 + 3, y1 - y0 + 3);
        double stepX = surface.SpacingX / 2, stepY = surface.SpacingY / 2;
        for (int i = 0; i < square.GetLength(0); i++)
        {
            for (int j = 0; j < square.GetLength(1); j++)
            {
                double dx = ((x0 - 1) * surface.SpacingX) + (i * stepX) - p.X, dy = ((y0 - 1) * surface.SpacingY) + (j * stepY) - p.Y, dz = square[i, j] - p.Z;
                square[i, j] = (dx * dx) + (dy * dy) + (dz * dz);
            }
        }

        double farthest = reach + surface.SpacingX + surface.SpacingY;
        for (int i = 1; i < square.GetLength(0) - 1; i++)
        {
            for (int j = 1; j < square.GetLength(1) - 1; j++)
            {
                if (square[i, j] < farthest * farthest && IsLeast(square, i, j))
                {
                    yield return (((x0 - 1) * surface.SpacingX) + (i * stepX), ((y0 - 1) * surface.SpacingY) + (j * stepY));
                }
            }
        }
    }

    private static bool IsLeast(double[,] square, int i, int j)
    {
        for (int a = -1; a <= 1; a++)
        {
            for (int b = -1; b <= 1; b++)
            {
                if (square[i + a, j + b] < square[i, j])
                {
                    return false;
                }
            }
        }

        return true;
    }

    private double Distance(Vector3d p, double x, double y)
    {
        double dx = x - p.X, dy = y - p.Y, dz = surface.Evaluate(x, y).Height - p.Z;
        return Math.Sqrt((dx * dx) + (dy * dy) + (dz * dz));
    }
}
