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

    /// <summary>place · cells / 2³² of a place without sign, in two halves, so that no unsigned number has to be widened. Up to 2¹⁵ cells.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Along(int place, int cells)
    {
        int high = (place >> 16) & 0xffff, low = place & 0xffff;
        return ((high * cells) + ((low * cells) >> 16)) >> 16;
    }
}
