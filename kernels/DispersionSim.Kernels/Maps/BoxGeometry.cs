using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>From fixed-point places to distances in the (possibly sheared) box.</summary>
public static class BoxGeometry
{
    /// <summary>Turns round the box in a fixed-point unit, 2⁻³².</summary>
    public const float PerTurn = 2.3283064e-10f;

    /// <summary>Vector from b to a, nearest image: integer differences wrap round the box, the tilt is added after.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Between(Int4 a, Int4 b, in StepParameters step)
    {
        float ix = unchecked(a.X - b.X), iy = unchecked(a.Y - b.Y), iz = unchecked(a.Z - b.Z);
        float fx = ix * PerTurn, fy = iy * PerTurn, fz = iz * PerTurn;
        return new(
            (ix * step.Cell.X) + (step.Tilt.X * fy) + (step.Tilt.Y * fz),
            (iy * step.Cell.Y) + (step.Tilt.Z * fx) + (step.Tilt.W * fz),
            (iz * step.Cell.Z) + (step.TiltZ.X * fx) + (step.TiltZ.Y * fy));
    }

    /// <summary>Velocity gradient times a vector: how fast the flow carries its two ends apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 FlowAcross(Float4 r, in StepParameters step) =>
        new(Float4.Dot(step.GradientX, r), Float4.Dot(step.GradientY, r), Float4.Dot(step.GradientZ, r));

    /// <summary>Distance along a periodic axis from the box's lower face, in box units (no unsigned-to-float conversion: it would go through double).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Along(int place, float cell) => (int)((uint)place >> 8) * (cell * 256f);
}
