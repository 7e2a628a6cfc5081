using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DispersionSim.Kernels;

/// <summary>Three components and a spare, 16 bytes: one vector load on every device.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Float4
{
    public float X;
    public float Y;
    public float Z;
    public float W;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Float4(float x, float y, float z, float w = 0f)
    {
        X = x;
        Y = y;
        Z = z;
        W = w;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Dot(Float4 a, Float4 b) => (a.X * b.X) + (a.Y * b.Y) + (a.Z * b.Z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Cross(Float4 a, Float4 b) =>
        new((a.Y * b.Z) - (a.Z * b.Y), (a.Z * b.X) - (a.X * b.Z), (a.X * b.Y) - (a.Y * b.X));

    /// <summary>a + s·b, the fourth component of a kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 AddScaled(Float4 a, float s, Float4 b) => new(a.X + (s * b.X), a.Y + (s * b.Y), a.Z + (s * b.Z), a.W);

    /// <summary>s·a, fourth component 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Scale(float s, Float4 a) => new(s * a.X, s * a.Y, s * a.Z);

    /// <summary>a − b, fourth component 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Difference(Float4 a, Float4 b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    /// <summary>The part of a at right angles to the unit vector n; the fourth component of a kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Tangential(Float4 a, Float4 n) => AddScaled(a, -Dot(a, n), n);
}
