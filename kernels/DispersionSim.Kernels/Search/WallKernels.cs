using System.Runtime.InteropServices;
using ILGPU;

namespace DispersionSim.Kernels;

/// <summary>A flat wall, as kernels see it.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct WallPlane
{
    /// <summary>Normal towards the particles; W what rounding took from the anchor's height.</summary>
    public Float4 Normal;

    /// <summary>Velocity.</summary>
    public Float4 Velocity;

    /// <summary>A point of the wall in twice the unit of places, so that differences to any place fit.</summary>
    public Int4 Anchor;

    /// <summary>Height for one unit of places along x, y, z, in <see cref="Unit"/>/2³⁰.</summary>
    public long RiseX;
    public long RiseY;
    public long RiseZ;

    /// <summary>Units of places along x, y, z for one fine unit of height, times 2³⁰.</summary>
    public long WayX;
    public long WayY;
    public long WayZ;

    /// <summary>Unit of exact heights.</summary>
    public float Unit;
}

/// <summary>Contacts with a wall: partners are ghosts, spheres of radius 0 at the wall's nearest point, listed behind the particles.</summary>
public static class WallKernels
{
    /// <summary>Bits behind the point of an exact height.</summary>
    public const int Bits = 30;

    /// <summary>Whether a particle is near a wall: adds to the length of its row.</summary>
    public static void Count(Index1D i, PairColumns columns, WallPlane wall, GrainStep step, float gap, ArrayView<int> starts)
    {
        int near = 0;
        if (Height(columns.Place[i], in wall, in step) < columns.Velocity[i].W + gap)
        {
            near = 1;
        }

        starts[i] = near;
        columns.RowStart[i] = columns.RowStart[i] + near;
    }

    /// <summary>Lists a particle's contact with a wall.</summary>
    /// <param name="i">The particle.</param>
    /// <param name="columns">The list.</param>
    /// <param name="starts">Contacts with the wall before each particle's.</param>
    /// <param name="from">Number of the first contact with the wall.</param>
    /// <param name="ghost">Its ghost.</param>
    /// <param name="spin">Spins; the fourth entry of a ghost's is divided by and must not be zero.</param>
    public static void Fill(Index1D i, PairColumns columns, ArrayView<int> starts, int from, int ghost, ArrayView<Float4> spin)
    {
        int before = starts[i];
        if (starts[i + 1] == before)
        {
            return;
        }

        int c = from + before, entry = columns.RowNext[i];
        columns.First[c] = i;
        columns.Second[c] = ghost + before;
        columns.ReducedRadius[c] = columns.Velocity[i].W;
        columns.ReducedMass[c] = 1f / columns.Inertia[i].X;
        columns.Row[entry] = 2 * c;
        columns.RowNext[i] = entry + 1;
        spin[ghost + before] = new(0f, 0f, 0f, 1e-20f);
    }

    /// <summary>Gives a contact with a wall what it remembered under its former number.</summary>
    public static void Carry(Index1D k, PairColumns columns, int from, ArrayView<int> order, ArrayView<int> formerStarts, int formerFrom, HistoryViews former, HistoryViews now)
    {
        int a = order[columns.First[from + k]], before = formerStarts[a];
        PairKernels.Move(formerStarts[a + 1] > before ? formerFrom + before : -1, from + k, 1f, in former, in now);
    }

    /// <summary>Puts a ghost where the wall is nearest to its particle.</summary>
    public static void Follow(Index1D k, ArrayView<int> signals, ArrayView<Int4> place, ArrayView<Float4> velocity, ArrayView<int> first, int from, int ghost, WallPlane wall, GrainStep step)
    {
        if (signals[DeviceSignals.Exceeded] == 1)
        {
            return;
        }

        Int4 p = place[first[from + k]];

        // Near the wall the sum fits into 64 bits, whatever its terms do.
        long height = (Twice(p.X, wall.Anchor.X) * wall.RiseX) + (Twice(p.Y, wall.Anchor.Y) * wall.RiseY) + (Twice(p.Z, wall.Anchor.Z) * wall.RiseZ), units = Whole(height);
        Triple<Scalar> fraction = GrainGeometry.Fraction(p.W, in step);
        float rest = (Left(height, units) * wall.Unit) + wall.Normal.W + GrainGeometry.Along(fraction.X.Value, fraction.Y.Value, fraction.Z.Value, wall.Normal);

        // The offset is rounded, not the foot: along the wall ghost and particle agree to the last bit.
        long x = units * wall.WayX, y = units * wall.WayY, z = units * wall.WayZ, i = Whole(x), j = Whole(y), l = Whole(z);
        float u = Left(x, i) + (rest * wall.Normal.X / step.Cell.X), v = Left(y, j) + (rest * wall.Normal.Y / step.Cell.Y), w = Left(z, l) + (rest * wall.Normal.Z / step.Cell.Z);
        int moreU = Units(u), moreV = Units(v), moreW = Units(w);
        place[ghost + k] = new(
            p.X - ((int)i + moreU),
            p.Y - ((int)j + moreV),
            p.Z - ((int)l + moreW),
            p.W - PlaceFraction.Pack(u - moreU, v - moreV, w - moreW));
        velocity[ghost + k] = new(wall.Velocity.X, wall.Velocity.Y, wall.Velocity.Z);
    }

    /// <summary>Distance from a wall, negative behind it; differences are taken in integers, so that its error is a share of itself.</summary>
    private static float Height(Int4 p, in WallPlane wall, in GrainStep step) =>
        (Difference(p.X, wall.Anchor.X) * step.Cell.X * wall.Normal.X)
        + (Difference(p.Y, wall.Anchor.Y) * step.Cell.Y * wall.Normal.Y)
        + (Difference(p.Z, wall.Anchor.Z) * step.Cell.Z * wall.Normal.Z)
        + wall.Normal.W;

    private static float Difference(int place, int anchor) => (2f * (float)(((place >> 1) & 0x7fffffff) - anchor)) + (float)(place & 1);

    /// <summary>Nearest integer of a number with bits behind the point.</summary>
    private static long Whole(long number) => (number + (1L << (Bits - 1))) >> Bits;

    /// <summary>What that leaves of it, −½ to ½.</summary>
    private static float Left(long number, long whole) => (float)(number - (whole << Bits)) / (1 << Bits);

    private static long Twice(int place, int anchor) => (2L * (((place >> 1) & 0x7fffffff) - anchor)) + (place & 1);

    private static int Units(float x) => (int)MathF.Floor(x + 0.5f);
}
