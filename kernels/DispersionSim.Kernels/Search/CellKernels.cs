using ILGPU;

namespace DispersionSim.Kernels;

/// <summary>Sorting particles by cell.</summary>
public static class CellKernels
{
    /// <summary>Cell of a particle, and its number to be sorted with it.</summary>
    public static void Key(Index1D i, ArrayView<Int4> place, SearchGrid grid, ArrayView<int> keys, ArrayView<int> order)
    {
        keys[i] = grid.Of(place[i]);
        order[i] = i;
    }

    /// <summary>First sorted particle in a cell or behind it.</summary>
    public static void Start(Index1D cell, ArrayView<int> keys, int count, ArrayView<int> starts)
    {
        int low = 0, high = count;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (keys[middle] < cell)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        starts[cell] = low;
    }

    /// <summary>A column of places in the new order.</summary>
    public static void Gather(Index1D i, ArrayView<int> order, ArrayView<Int4> from, ArrayView<Int4> to) => to[i] = from[order[i]];

    /// <summary>A column of vectors in the new order; their fourth entries times a factor of 1 or 0.</summary>
    public static void Gather(Index1D i, ArrayView<int> order, ArrayView<Float4> from, float fourth, ArrayView<Float4> to)
    {
        Float4 v = from[order[i]];
        to[i] = new(v.X, v.Y, v.Z, fourth * v.W);
    }

    /// <summary>Follows a box whose tilt was taken back by whole boxes: integers, and their fractions with them, so that no distance changes.</summary>
    public static void Turn(Index1D i, ArrayView<int> signals, ArrayView<Int4> place, ArrayView<Float4> rest, Int4 flow, Int4 gradient)
    {
        if (signals[DeviceSignals.Stopped] == 0)
        {
            Int4 p = place[i];
            Float4 left = rest[i];
            int along = (p.X * gradient.X) + (p.Y * gradient.Y) + (p.Z * gradient.Z);
            float share = (left.X * gradient.X) + (left.Y * gradient.Y) + (left.Z * gradient.Z);
            float x = left.X + (flow.X * share), y = left.Y + (flow.Y * share), z = left.Z + (flow.Z * share);
            float wholeX = MathF.Floor(x + 0.5f), wholeY = MathF.Floor(y + 0.5f), wholeZ = MathF.Floor(z + 0.5f);
            (x, y, z) = (x - wholeX, y - wholeY, z - wholeZ);
            rest[i] = new(x, y, z, left.W);
            place[i] = new(p.X + (flow.X * along) + (int)wholeX, p.Y + (flow.Y * along) + (int)wholeY, p.Z + (flow.Z * along) + (int)wholeZ, PlaceFraction.Pack(x, y, z));
        }
    }
}
