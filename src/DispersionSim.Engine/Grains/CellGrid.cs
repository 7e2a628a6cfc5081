using System.Runtime.CompilerServices;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Cells of one size level: every particle of the level reaches no further than the cells next to its own.</summary>
/// <param name="slowest">Axis along which the number of a cell grows slowest; the axes after it follow in turn.</param>
internal sealed class CellGrid(int slowest)
{
    /// <summary>Axes from the slowest to the fastest.</summary>
    public int AxisSlow { get; } = slowest;

    public int AxisMiddle { get; } = (slowest + 1) % 3;

    public int AxisFast { get; } = (slowest + 2) % 3;

    /// <summary>Cells along each of these axes.</summary>
    public int CountSlow { get; private set; }

    public int CountMiddle { get; private set; }

    public int CountFast { get; private set; }

    public int Cells => CountSlow * CountMiddle * CountFast;

    /// <summary>First cell of this grid in the list of all grids' cells.</summary>
    public int Base { get; set; }

    /// <summary>Whether there are three cells along each axis, so that neighbours are distinct.</summary>
    public bool IsFine => CountSlow >= 3 && CountMiddle >= 3 && CountFast >= 3;

    /// <summary>Divides a box by a reach; more than a few cells a particle are not made.</summary>
    public void Divide(FlowingBox box, double reach, int particles)
    {
        double stretched = Math.Sqrt(1 + (box.Slant * box.Slant));
        double nx = Along(AxisSlow), ny = Along(AxisMiddle), nz = Along(AxisFast);
        double crowd = Math.Cbrt(Math.Max(1, nx * ny * nz / ((4.0 * particles) + 64)));
        CountSlow = Cut(nx);
        CountMiddle = Cut(ny);
        CountFast = Cut(nz);

        double Along(int axis) => box.Length[axis] / (reach * ((int)box.FlowAxis == axis ? stretched : 1));
        int Cut(double n) => (int)Math.Clamp(n / crowd, Math.Min(n, 3), 1024);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe int Of(in Int4 place)
    {
        fixed (int* p = &place.X)
        {
            return (((Along(p[AxisSlow], CountSlow) * CountMiddle) + Along(p[AxisMiddle], CountMiddle)) * CountFast) + Along(p[AxisFast], CountFast);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Along(int place, int cells) => (int)(((ulong)(uint)place * (ulong)cells) >> 32);
}
