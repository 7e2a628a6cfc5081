using System.Runtime.CompilerServices;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Cells of one size level: every particle of the level reaches no further than the cells next to its own.</summary>
internal sealed class CellGrid
{
    /// <summary>Cells along x, y, z; z runs fastest.</summary>
    public int CountX { get; private set; }

    public int CountY { get; private set; }

    public int CountZ { get; private set; }

    public int Cells => CountX * CountY * CountZ;

    /// <summary>First cell of this grid in the list of all grids' cells.</summary>
    public int Base { get; set; }

    /// <summary>Whether there are three cells along each axis, so that neighbours are distinct.</summary>
    public bool IsFine => CountX >= 3 && CountY >= 3 && CountZ >= 3;

    /// <summary>Divides a box by a reach; more than a few cells a particle are not made.</summary>
    public void Divide(FlowingBox box, double reach, int particles)
    {
        double stretched = Math.Sqrt(1 + (box.Slant * box.Slant));
        double nx = Along(0), ny = Along(1), nz = Along(2);
        double crowd = Math.Cbrt(Math.Max(1, nx * ny * nz / ((4.0 * particles) + 64)));
        CountX = Cut(nx);
        CountY = Cut(ny);
        CountZ = Cut(nz);

        double Along(int axis) => box.Length[axis] / (reach * ((int)box.FlowAxis == axis ? stretched : 1));
        int Cut(double n) => (int)Math.Clamp(n / crowd, Math.Min(n, 3), 1024);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Of(in Int4 place) => (((Along(place.X, CountX) * CountY) + Along(place.Y, CountY)) * CountZ) + Along(place.Z, CountZ);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Along(int place, int cells) => (int)(((ulong)(uint)place * (ulong)cells) >> 32);
}
