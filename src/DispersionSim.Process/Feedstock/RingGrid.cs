using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>A point in cylindrical coordinates about the z axis.</summary>
internal readonly record struct RingPoint(double Distance, double Angle, double Height)
{
    public static RingPoint Of(Vector3d p) => new(Math.Sqrt((p.X * p.X) + (p.Y * p.Y)), Math.Atan2(p.Y, p.X), p.Z);
}

/// <summary>Spheres sorted into cells by distance from the axis and height: neighbours there can meet when turned about the axis.</summary>
internal sealed class RingGrid
{
    private readonly double cell;
    private readonly double lowest;
    private readonly int rings;
    private readonly int levels;
    private readonly int[] start;
    private readonly int[] member;

    /// <summary>Sorts the spheres into cells.</summary>
    /// <param name="position">Centres.</param>
    /// <param name="radius">Radii.</param>
    /// <param name="reach">Largest distance of two centres that may touch: the edge of a cell.</param>
    public RingGrid(Vector3d[] position, double[] radius, double reach)
    {
        cell = reach;
        Radius = radius;
        Point = Array.ConvertAll(position, RingPoint.Of);
        lowest = Point.Min(p => p.Height);
        rings = (int)(Point.Max(p => p.Distance) / cell) + 1;
        levels = (int)((Point.Max(p => p.Height) - lowest) / cell) + 1;
        start = new int[(rings * levels) + 1];
        member = new int[Point.Length];
        SortIntoCells();
    }

    public RingPoint[] Point { get; }

    public double[] Radius { get; }

    public ReadOnlySpan<int> Cell(int ring, int level)
    {
        int index = (ring * levels) + level;
        return member.AsSpan(start[index], start[index + 1] - start[index]);
    }

    /// <summary>Ranges of rings and levels that hold every sphere within reach; empty (first above last) where there is none.</summary>
    public (int First, int Last, int Low, int High) Around(RingPoint p)
    {
        int ring = (int)Math.Floor(p.Distance / cell), level = (int)Math.Floor((p.Height - lowest) / cell);
        return (Math.Max(0, ring - 1), Math.Min(rings - 1, ring + 1), Math.Max(0, level - 1), Math.Min(levels - 1, level + 1));
    }

    private void SortIntoCells()
    {
        int[] home = Array.ConvertAll(Point, p => ((int)(p.Distance / cell) * levels) + (int)((p.Height - lowest) / cell));
        foreach (int h in home)
        {
            start[h + 1]++;
        }

        for (int c = 0; c < start.Length - 1; c++)
        {
            start[c + 1] += start[c];
        }

        int[] next = [.. start];
        for (int i = 0; i < home.Length; i++)
        {
            member[next[home[i]]++] = i;
        }
    }
}
