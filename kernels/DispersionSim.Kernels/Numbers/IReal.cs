namespace DispersionSim.Kernels;

/// <summary>A number, or several side by side, that a contact law is written in: one body of a law serves a device, a 16-wide host loop and a double-precision reference.</summary>
/// <remarks>
/// Implemented by <see cref="Scalar"/> (one float: devices and the plain host path) and, in the engine, by vectors of 8 and 16 floats and by a double.
/// A mask is a number too: all its bits set, or 1, where the condition holds, and 0 where not.
/// </remarks>
public interface IReal<TSelf> where TSelf : struct, IReal<TSelf>
{
    /// <summary>How many steps of quadratic convergence bring two correct digits to this number's rounding.</summary>
    static abstract int Refinements { get; }

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator *(TSelf a, TSelf b);

    static abstract TSelf operator /(TSelf a, TSelf b);

    /// <summary>A number that is exact in single precision.</summary>
    static abstract TSelf Of(float value);

    /// <summary>a·b + c, fused where the hardware does.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);

    static abstract TSelf Sqrt(TSelf a);

    /// <summary>1/√a for a &gt; 0, to rounding or a unit beyond it.</summary>
    static abstract TSelf InverseSqrt(TSelf a);

    /// <summary>1/a, to rounding or a unit beyond it.</summary>
    static abstract TSelf Reciprocal(TSelf a);

    /// <summary>a^(1/3) for a ≥ 0.</summary>
    static abstract TSelf CubeRoot(TSelf a);

    static abstract TSelf Min(TSelf a, TSelf b);

    static abstract TSelf Max(TSelf a, TSelf b);

    static abstract TSelf Abs(TSelf a);

    /// <summary>Mask of a &gt; b.</summary>
    static abstract TSelf Greater(TSelf a, TSelf b);

    /// <summary>Mask that holds where both hold.</summary>
    static abstract TSelf Both(TSelf maskA, TSelf maskB);

    /// <summary>Mask that holds where either holds.</summary>
    static abstract TSelf Either(TSelf maskA, TSelf maskB);

    static abstract TSelf Select(TSelf mask, TSelf yes, TSelf no);
}
