using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DispersionSim.Kernels;

/// <summary>A place in the box in units of box length / 2³²: differences wrap round the periodic box by themselves.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Int4
{
    public int X;
    public int Y;
    public int Z;
    public int W;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Int4(int x, int y, int z, int w = 0)
    {
        X = x;
        Y = y;
        Z = z;
        W = w;
    }
}
