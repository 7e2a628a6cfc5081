using System.Runtime.InteropServices;
using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>The voxels near a sphere or a contact axis, each with its distance and normal: a body of any size about it, and the size at which a wanted volume fits.</summary>
/// <remarks>
/// A voxel's coverage by the body "distance ≤ s" is that of the plane tangent to it (<see cref="PlaneCut"/>), clipped by what is free.
/// The deposit between two levels grows with the outer one, so the level whose deposit is a wanted volume is found by regula falsi:
/// the discretisation error and the volume that neighbours already hold are made up at the body's own rim.
/// </remarks>
internal sealed class LevelSet(VoxelCanvas canvas)
{
    private const double Tolerance = 3e-5;
    private const int MostSteps = 60;

    // Half the diagonal of a unit cube: farther than that a plane misses it.
    private const double HalfDiagonal = 0.8661;

    private readonly List<LevelCell> cells = [];
    private readonly double size = canvas.Grid.Size;
    private double innerLevel;

    /// <summary>Collects the voxels between an inner level (−∞ for none) and an outer one around a centre; m.</summary>
    public void AroundPoint(Vector3d centre, double inner, double outer)
    {
        innerLevel = inner;
        Collect(new(centre, Vector3d.Zero, 0, inner - (HalfDiagonal * size), outer + (HalfDiagonal * size)), outer);
    }

    /// <summary>Collects the voxels up to a distance from an axis, over a span to both sides of its middle; m.</summary>
    public void AroundAxis(Vector3d middle, Vector3d axis, double halfSpan, double outer)
    {
        innerLevel = double.NegativeInfinity;
        double reach = Math.Sqrt((outer * outer) + (halfSpan * halfSpan));
        Collect(new(middle, axis, halfSpan + (0.5 * size), double.NegativeInfinity, outer + (HalfDiagonal * size)), reach);
    }

    /// <summary>The outer level at which the deposit is a volume (in voxels), or the nearest one allowed.</summary>
    public double LevelOf(double volume, double low, double high, bool clipped)
    {
        Refresh(clipped);
        double below = Sum(low) - volume, above = Sum(high) - volume;
        if (above <= 0 || below >= 0)
        {
            return above <= 0 ? high : low;
        }

        double level = low;
        for (int step = 0; step < MostSteps; step++)
        {
            level = low + ((high - low) * below / (below - above));
            double miss = Sum(level) - volume;
            if (Math.Abs(miss) <= Tolerance * volume)
            {
                break;
            }

            // Illinois rule: the end that stays counts half, or the bracket would shrink from one side alone.
            (low, below, high, above) = miss < 0 ? (level, miss, high, above / 2) : (low, below / 2, level, miss);
        }

        return level;
    }

    /// <summary>Gives every voxel its share up to a level; returns the volume given, voxels.</summary>
    public double Deposit(double level, VoxelPhase phase, int particle)
    {
        double sum = 0;
        foreach (ref readonly LevelCell cell in CollectionsMarshal.AsSpan(cells))
        {
            double amount = cell.Covered(level) - cell.Inner;
            if (amount > 0)
            {
                sum += particle < 0 ? canvas.Give(cell.Voxel, phase, amount) : canvas.Give(cell.Voxel, phase, amount, particle);
            }
        }

        return sum;
    }

    private void Refresh(bool clipped)
    {
        foreach (ref LevelCell cell in CollectionsMarshal.AsSpan(cells))
        {
            cell.Room = clipped ? canvas.Free(cell.Voxel) : 1;
        }
    }

    private double Sum(double level)
    {
        double sum = 0;
        foreach (ref readonly LevelCell cell in CollectionsMarshal.AsSpan(cells))
        {
            sum += cell.Room > 0 ? Math.Min(cell.Covered(level) - cell.Inner, cell.Room) : 0;
        }

        return sum;
    }

    private void Collect(in LevelCore core, double reach)
    {
        cells.Clear();
        VoxelGrid grid = canvas.Grid;
        var middle = new Vector3d(core.Middle.X, core.Middle.Y * grid.StretchY, core.Middle.Z - grid.OriginZ);
        (int y0, int y1) = Span(middle.Y, reach, grid.CountY);
        (int z0, int z1) = (Math.Max(0, (int)Math.Floor((middle.Z - reach) / size)), Math.Min(grid.CountZ - 1, (int)Math.Floor((middle.Z + reach) / size)));
        for (int z = z0; z <= z1; z++)
        {
            for (int y = y0; y <= y1; y++)
            {
                CollectRow(core, reach, middle, y, z);
            }
        }
    }

    private void CollectRow(in LevelCore core, double reach, Vector3d middle, int y, int z)
    {
        double dy = ((y + 0.5) * size) - middle.Y, dz = ((z + 0.5) * size) - middle.Z, limit = reach + (HalfDiagonal * size);
        double chord = (limit * limit) - (dy * dy) - (dz * dz);
        if (chord < 0)
        {
            return;
        }

        VoxelGrid grid = canvas.Grid;
        (int x0, int x1) = Span(middle.X, Math.Sqrt(chord), grid.CountX);
        int voxel = grid.Wrapped(x0, y, z), rowEnd = grid.Wrapped(0, y, z) + grid.CountX;
        for (int x = x0; x <= x1; x++, voxel = voxel + 1 == rowEnd ? rowEnd - grid.CountX : voxel + 1)
        {
            if (core.TryMeasure(new(((x + 0.5) * size) - middle.X, dy, dz), out Vector3d from, out double distance))
            {
                cells.Add(new(voxel, from, distance, size, innerLevel));
            }
        }
    }

    // Never once around the periodic cell: a voxel must not be collected twice.
    private (int First, int Last) Span(double middle, double reach, int count)
    {
        int first = (int)Math.Floor((middle - reach) / size), last = (int)Math.Floor((middle + reach) / size);
        if (last - first < count)
        {
            return (first, last);
        }

        int start = (int)Math.Floor(middle / size) - (count / 2);
        return (start, start + count - 1);
    }
}
