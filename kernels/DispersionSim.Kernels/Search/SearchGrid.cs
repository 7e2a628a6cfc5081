using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DispersionSim.Kernels;

/// <summary>Cells of a search for pairs: no pair reaches further than the cells next to its own.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct SearchGrid
{
    /// <summary>Cells along x, y, z; z runs fastest.</summary>
    public int CountX;
    public int CountY;
    public int CountZ;

    /// <summary>Particles.</summary>
    public int Particles;

    /// <summary>Gap up to which pairs are listed.</summary>
    public float Gap;

    /// <summary>Cell of a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Of(Int4 place) => (((Along(place.X, CountX) * CountY) + Along(place.Y, CountY)) * CountZ) + Along(place.Z, CountZ);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Along(int place, int cells) => (int)(((ulong)(uint)place * (ulong)cells) >> 32);
}
