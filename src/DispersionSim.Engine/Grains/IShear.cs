using System.Runtime.CompilerServices;

namespace DispersionSim.Engine;

/// <summary>Axes of a simple shear, known when the program is compiled.</summary>
public interface IShear
{
    /// <summary>Axis of the flow, 0 to 2; −1 without shear.</summary>
    static abstract int Flow { get; }

    /// <summary>Axis of the gradient.</summary>
    static abstract int Gradient { get; }
}

/// <summary>A box at rest.</summary>
public readonly struct NoShear : IShear
{
    public static int Flow
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => -1;
    }

    public static int Gradient
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => -1;
    }
}

/// <summary>Flow along x, gradient along y.</summary>
public readonly struct ShearXY : IShear
{
    public static int Flow
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 0;
    }

    public static int Gradient
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }
}

/// <summary>Flow along x, gradient along z.</summary>
public readonly struct ShearXZ : IShear
{
    public static int Flow
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 0;
    }

    public static int Gradient
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 2;
    }
}

/// <summary>Flow along y, gradient along z.</summary>
public readonly struct ShearYZ : IShear
{
    public static int Flow
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    public static int Gradient
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 2;
    }
}
