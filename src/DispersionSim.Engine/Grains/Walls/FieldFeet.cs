using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>Where grains stand on a height field: up to a few feet each, every one a local minimum of the distance to the surface.</summary>
/// <remarks>
/// Feet are sought over the grid when lists are made and followed by Newton's method in between, so that each keeps its number, and with it its spring, while
/// the grain slides or rolls. Feet nearer to each other than a quarter of the radius count as one.
/// </remarks>
/// <param name="surface">The surface, its first grid point at the origin.</param>
/// <param name="grains">Number of grains.</param>
internal sealed class FieldFeet(HeightField surface, int grains)
{
    /// <summary>Most feet of a grain.</summary>
    public const int Most = 4;

    private const double Apart = 0.25;

    private readonly double[] feet = [.. Enumerable.Repeat(double.NaN, 2 * Most * grains)];

    /// <summary>Where the field's first grid point is now.</summary>
    public Vector3d Origin { get; set; }

    public HeightField Surface => surface;

    /// <summary>All feet, as a run that goes on needs them.</summary>
    public double[] State => feet;

    /// <summary>Seeks all feet of a grain within a reach of its centre.</summary>
    public void Seek(int grain, Vector3d position, double reach)
    {
        Vector3d p = position - Origin;
        var found = new List<(double Distance, double X, double Y)>();
        if (p.Z - reach < surface.Ceiling)
        {
            foreach ((double x, double y) in Starts(p, reach))
            {
                (double fx, double fy) = (x, y);
                if (surface.Nearest(p, ref fx, ref fy))
                {
                    found.Add((Distance(p, fx, fy), fx, fy));
                }
            }
        }

        found.RemoveAll(f => f.Distance > reach);
        found.Sort();
        Keep(grain, p, found, Apart * reach);
    }

    /// <summary>Whether a grain has a foot.</summary>
    public bool Stands(int grain) => Enumerable.Range(0, Most).Any(n => !double.IsNaN(feet[2 * ((Most * grain) + n)]));

    /// <summary>Distance to a foot, followed from where it was last; infinite where the grain has no such foot.</summary>
    public double Follow(int grain, int number, Vector3d position, double radius, out Vector3d foot)
    {
        Vector3d p = position - Origin;
        int at = 2 * ((Most * grain) + number);
        foot = position;
        if (double.IsNaN(feet[at]))
        {
            return double.PositiveInfinity;
        }

        Bring(p, feet.AsSpan(at, 2));
        if (!surface.Nearest(p, ref feet[at], ref feet[at + 1]) || Meets(at, grain, number, Apart * radius))
        {
            (feet[at], feet[at + 1]) = (double.NaN, double.NaN);
            return double.PositiveInfinity;
        }

        FieldPoint point = surface.Evaluate(feet[at], feet[at + 1]);
        Vector3d local = new(feet[at], feet[at + 1], point.Height), away = p - local;
        foot = local + Origin;
        return away.Length * Math.Sign(away.Z - (away.X * point.SlopeX) - (away.Y * point.SlopeY));
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

    /// <summary>Whether a foot has run into one of a lower number.</summary>
    private bool Meets(int at, int grain, int number, double apart)
    {
        for (int k = 0; k < number; k++)
        {
            int other = 2 * ((Most * grain) + k);
            double dx = feet[at] - feet[other], dy = feet[at + 1] - feet[other + 1];
            if ((dx * dx) + (dy * dy) < apart * apart)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Grid points that are nearer than their neighbours, and the point below the centre.</summary>
    private IEnumerable<(double X, double Y)> Starts(Vector3d p, double reach)
    {
        yield return (p.X, p.Y);
        int x0 = (int)Math.Floor((p.X - reach) / surface.SpacingX), x1 = (int)Math.Ceiling((p.X + reach) / surface.SpacingX);
        int y0 = (int)Math.Floor((p.Y - reach) / surface.SpacingY), y1 = (int)Math.Ceiling((p.Y + reach) / surface.SpacingY);
        var square = new double[x1 - x0 + 3, y1 - y0 + 3];
        for (int i = 0; i < square.GetLength(0); i++)
        {
            for (int j = 0; j < square.GetLength(1); j++)
            {
                double dx = ((x0 - 1 + i) * surface.SpacingX) - p.X, dy = ((y0 - 1 + j) * surface.SpacingY) - p.Y, dz = surface.At(x0 - 1 + i, y0 - 1 + j) - p.Z;
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
                    yield return ((x0 - 1 + i) * surface.SpacingX, (y0 - 1 + j) * surface.SpacingY);
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

    /// <summary>Gives found feet the numbers of those that they go on from; new ones take what is free, the nearest first.</summary>
    private void Keep(int grain, Vector3d p, List<(double Distance, double X, double Y)> found, double apart)
    {
        var kept = new List<(double X, double Y)>();
        foreach ((double _, double x, double y) in found)
        {
            if (kept.Count < Most && kept.All(k => Math.Sqrt(((k.X - x) * (k.X - x)) + ((k.Y - y) * (k.Y - y))) > apart))
            {
                kept.Add((x, y));
            }
        }

        Span<double> own = feet.AsSpan(2 * Most * grain, 2 * Most);
        for (int n = 0; n < Most; n++)
        {
            Bring(p, own.Slice(2 * n, 2));
            (double ox, double oy) = (own[2 * n], own[(2 * n) + 1]);
            int match = double.IsNaN(ox) ? -1 : kept.FindIndex(k => Math.Sqrt(((k.X - ox) * (k.X - ox)) + ((k.Y - oy) * (k.Y - oy))) <= apart);
            (own[2 * n], own[(2 * n) + 1]) = match < 0 ? (double.NaN, double.NaN) : kept[match];
            if (match >= 0)
            {
                kept.RemoveAt(match);
            }
        }

        for (int n = 0; n < Most && kept.Count > 0; n++)
        {
            if (double.IsNaN(own[2 * n]))
            {
                (own[2 * n], own[(2 * n) + 1]) = kept[0];
                kept.RemoveAt(0);
            }
        }
    }
}
