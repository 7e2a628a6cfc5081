using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>A vector in space, its components of any kind of number.</summary>
public struct Triple<TReal> where TReal : struct, IReal<TReal>
{
    public TReal X;
    public TReal Y;
    public TReal Z;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Triple(TReal x, TReal y, TReal z)
    {
        X = x;
        Y = y;
        Z = z;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Triple<TReal> operator +(Triple<TReal> a, Triple<TReal> b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Triple<TReal> operator -(Triple<TReal> a, Triple<TReal> b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Triple<TReal> operator *(Triple<TReal> a, TReal s) => new(a.X * s, a.Y * s, a.Z * s);

    /// <summary>s·b + c.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Triple<TReal> MultiplyAdd(Triple<TReal> b, TReal s, Triple<TReal> c) =>
        new(TReal.MultiplyAdd(b.X, s, c.X), TReal.MultiplyAdd(b.Y, s, c.Y), TReal.MultiplyAdd(b.Z, s, c.Z));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Dot(Triple<TReal> a, Triple<TReal> b) => TReal.MultiplyAdd(a.X, b.X, TReal.MultiplyAdd(a.Y, b.Y, a.Z * b.Z));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Triple<TReal> Cross(Triple<TReal> a, Triple<TReal> b) =>
        new((a.Y * b.Z) - (a.Z * b.Y), (a.Z * b.X) - (a.X * b.Z), (a.X * b.Y) - (a.Y * b.X));

    /// <summary>The part of a at right angles to the unit vector n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Triple<TReal> Tangential(Triple<TReal> a, Triple<TReal> n) => a - (n * Dot(a, n));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Triple<TReal> Select(TReal mask, Triple<TReal> yes, Triple<TReal> no) =>
        new(TReal.Select(mask, yes.X, no.X), TReal.Select(mask, yes.Y, no.Y), TReal.Select(mask, yes.Z, no.Z));
}
