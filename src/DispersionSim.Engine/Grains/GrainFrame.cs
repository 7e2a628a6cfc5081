using System.Runtime.CompilerServices;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Geometry and flow of a sheared periodic box in single precision.</summary>
public readonly struct GrainFrame
{
    private const double Turns = FlowingBox.Turns;

    /// <summary>Box length per fixed-point unit along x, y, z.</summary>
    public readonly Float4 Cell;

    /// <summary>Shift along the flow for one fixed-point unit along the gradient.</summary>
    public readonly float Tilt;

    /// <summary>Shift along the flow per length along the gradient.</summary>
    public readonly float Slant;

    /// <summary>Shear rate.</summary>
    public readonly float Rate;

    public GrainFrame(FlowingBox box)
    {
        Cell = new((float)(box.Length[0] / Turns), (float)(box.Length[1] / Turns), (float)(box.Length[2] / Turns));
        Tilt = (float)(box.Tilt / Turns);
        Slant = (float)box.Slant;
        Rate = (float)box.ShearRate;
    }

    /// <summary>Distance vector from differences of fixed-point places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Triple<TReal> Distance<TReal, TShear>(Triple<TReal> places) where TReal : struct, IReal<TReal> where TShear : struct, IShear
    {
        Triple<TReal> d = new(places.X * TReal.Of(Cell.X), places.Y * TReal.Of(Cell.Y), places.Z * TReal.Of(Cell.Z));
        if (TShear.Flow >= 0)
        {
            TReal shift = Component<TReal>(places, TShear.Gradient) * TReal.Of(Tilt);
            Add(ref d, TShear.Flow, shift);
        }

        return d;
    }

    /// <summary>Adds the flow's difference across a distance to a relative velocity.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddFlow<TReal, TShear>(ref Triple<TReal> velocity, Triple<TReal> distance) where TReal : struct, IReal<TReal> where TShear : struct, IShear
    {
        if (TShear.Flow >= 0)
        {
            Add(ref velocity, TShear.Flow, Component<TReal>(distance, TShear.Gradient) * TReal.Of(Rate));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal Component<TReal>(Triple<TReal> a, int axis) where TReal : struct, IReal<TReal> => axis == 0 ? a.X : axis == 1 ? a.Y : a.Z;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TReal>(ref Triple<TReal> a, int axis, TReal share) where TReal : struct, IReal<TReal>
    {
        if (axis == 0)
        {
            a.X = a.X + share;
        }
        else if (axis == 1)
        {
            a.Y = a.Y + share;
        }
        else
        {
            a.Z = a.Z + share;
        }
    }
}
