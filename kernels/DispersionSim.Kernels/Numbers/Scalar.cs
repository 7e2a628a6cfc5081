using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>One number in single precision: what a device computes with.</summary>
public readonly struct Scalar : IReal<Scalar>
{
    public readonly float Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Scalar(float value) => Value = value;

    public static int Refinements
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 3;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar operator +(Scalar a, Scalar b) => new(a.Value + b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar operator -(Scalar a, Scalar b) => new(a.Value - b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar operator *(Scalar a, Scalar b) => new(a.Value * b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar operator /(Scalar a, Scalar b) => new(a.Value / b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar Of(float value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar MultiplyAdd(Scalar a, Scalar b, Scalar c) => new((a.Value * b.Value) + c.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar Sqrt(Scalar a) => new(MathF.Sqrt(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar InverseSqrt(Scalar a) => new(1f / MathF.Sqrt(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar Reciprocal(Scalar a) => new(1f / a.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar CubeRoot(Scalar a) => new(Kernels.CubeRoot.Of(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar Min(Scalar a, Scalar b) => new(a.Value < b.Value ? a.Value : b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar Max(Scalar a, Scalar b) => new(a.Value > b.Value ? a.Value : b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar Abs(Scalar a) => new(MathF.Abs(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar Greater(Scalar a, Scalar b) => new(a.Value > b.Value ? 1f : 0f);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar Both(Scalar maskA, Scalar maskB) => new(maskA.Value * maskB.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar Either(Scalar maskA, Scalar maskB) => Max(maskA, maskB);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar Select(Scalar mask, Scalar yes, Scalar no) => new(mask.Value > 0f ? yes.Value : no.Value);
}
