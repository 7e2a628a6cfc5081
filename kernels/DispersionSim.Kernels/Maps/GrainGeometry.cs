using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>Distances and flow in the (possibly sheared) box of a granular system.</summary>
public static class GrainGeometry
{
    /// <summary>Vector from b to a, nearest image: integer differences wrap round the box, the tilt is added after.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Triple<Scalar> Between(Int4 a, Int4 b, in GrainStep step)
    {
        float x = unchecked(a.X - b.X), y = unchecked(a.Y - b.Y), z = unchecked(a.Z - b.Z);
        float shift = Along(x, y, z, step.Gradient) * step.Tilt;
        return new(
            new((x * step.Cell.X) + (step.Flow.X * shift)),
            new((y * step.Cell.Y) + (step.Flow.Y * shift)),
            new((z * step.Cell.Z) + (step.Flow.Z * shift)));
    }

    /// <summary>How fast the flow carries the ends of a vector apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Triple<Scalar> FlowAcross(Triple<Scalar> d, in GrainStep step)
    {
        float speed = Along(d.X.Value, d.Y.Value, d.Z.Value, step.Gradient) * step.Rate;
        return new(new(step.Flow.X * speed), new(step.Flow.Y * speed), new(step.Flow.Z * speed));
    }

    /// <summary>Component along a unit vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Along(float x, float y, float z, Float4 unit) => (x * unit.X) + (y * unit.Y) + (z * unit.Z);

    /// <summary>What the fractions of places add to the vector between them.</summary>
    /// <param name="packed">Difference of the places' fourth entries.</param>
    /// <param name="step">The box.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Triple<Scalar> Fraction(int packed, in GrainStep step)
    {
        float x = PlaceFraction.X(packed) / PlaceFraction.Steps, y = PlaceFraction.Y(packed) / PlaceFraction.Steps, z = PlaceFraction.Z(packed) / PlaceFraction.Steps;
        float shift = Along(x, y, z, step.Gradient) * step.Tilt;
        return new(
            new((x * step.Cell.X) + (step.Flow.X * shift)),
            new((y * step.Cell.Y) + (step.Flow.Y * shift)),
            new((z * step.Cell.Z) + (step.Flow.Z * shift)));
    }
}
