using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>One number in double precision: contact laws as they are meant, with nothing lost to rounding.</summary>
public readonly record struct Precise(double Value) : IReal<Precise>
{
    public static int Refinements => 5;

    public static Precise operator +(Precise a, Precise b) => new(a.Value + b.Value);

    public static Precise operator -(Precise a, Precise b) => new(a.Value - b.Value);

    public static Precise operator *(Precise a, Precise b) => new(a.Value * b.Value);

    public static Precise operator /(Precise a, Precise b) => new(a.Value / b.Value);

    public static Precise Of(float value) => new(value);

    public static Precise MultiplyAdd(Precise a, Precise b, Precise c) => new((a.Value * b.Value) + c.Value);

    public static Precise Sqrt(Precise a) => new(Math.Sqrt(a.Value));

    public static Precise InverseSqrt(Precise a) => new(1 / Math.Sqrt(a.Value));

    public static Precise Reciprocal(Precise a) => new(1 / a.Value);

    public static Precise CubeRoot(Precise a) => new(Math.Cbrt(a.Value));

    public static Precise Min(Precise a, Precise b) => new(Math.Min(a.Value, b.Value));

    public static Precise Max(Precise a, Precise b) => new(Math.Max(a.Value, b.Value));

    public static Precise Abs(Precise a) => new(Math.Abs(a.Value));

    public static Precise Greater(Precise a, Precise b) => new(a.Value > b.Value ? 1 : 0);

    public static Precise Both(Precise maskA, Precise maskB) => new(maskA.Value * maskB.Value);

    public static Precise Either(Precise maskA, Precise maskB) => Max(maskA, maskB);

    public static Precise Select(Precise mask, Precise yes, Precise no) => mask.Value > 0 ? yes : no;
}
