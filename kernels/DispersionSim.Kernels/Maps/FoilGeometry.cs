using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>Distance of a sphere from a rough foil by its offset surface: the lowest height that its centre can take over each point.</summary>
/// <remarks>
/// The offset surface z_c(x, y; r) = max over the sphere's footprint of h + √(r² − d²) is tabulated for a few radii and read by quadratic
/// B-splines in the plane (so that its slope has no jumps where a sphere rests in a valley on two sides) and linearly in r.
/// Gap = (z − z_c)/√(1 + |∇z_c|²), exact to first order in the gap. A centre below z_c is always pushed out.
/// </remarks>
public static class FoilGeometry
{
    /// <summary>Unit normal from the surface to the centre, gap in W (negative in contact).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Distance<TWorld>(in TWorld world, float x, float y, float z, float radius, in StepParameters step) where TWorld : struct, IWorld
    {
        float k = (radius - step.FoilSmallest) * step.FoilPerRadius;
        k = k > 0f ? k : 0f;
        int lower = (int)k;
        lower = lower < step.FoilRadii - 1 ? lower : step.FoilRadii - 2;
        float share = k - lower;
        Float4 a = Sample(in world, lower, x, y, in step), b = Sample(in world, lower + 1, x, y, in step);
        float slopeX = a.X + (share * (b.X - a.X)), slopeY = a.Y + (share * (b.Y - a.Y)), height = a.W + (share * (b.W - a.W));
        float upright = 1f / MathF.Sqrt(1f + (slopeX * slopeX) + (slopeY * slopeY));
        return new(-slopeX * upright, -slopeY * upright, upright, (z - step.FoilLevel - height) * upright);
    }

    /// <summary>Slope along x and y, height in W, of one tabulated offset surface.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Float4 Sample<TWorld>(in TWorld world, int table, float x, float y, in StepParameters step) where TWorld : struct, IWorld
    {
        float u = x * step.FoilPerX, v = y * step.FoilPerY;
        float fu = MathF.Floor(u + 0.5f), fv = MathF.Floor(v + 0.5f);
        float s = u - fu, t = v - fv;
        int i = Wrap((int)fu, step.FoilCountX), j = Wrap((int)fv, step.FoilCountY);
        int start = table * step.FoilCountX * step.FoilCountY;
        Float4 sum = default;
        for (int oy = -1; oy <= 1; oy++)
        {
            int row = start + (Wrap(j + oy, step.FoilCountY) * step.FoilCountX);
            float wy = Weight(oy, t), dy = Slope(oy, t);
            for (int ox = -1; ox <= 1; ox++)
            {
                float h = world.FoilHeight(row + Wrap(i + ox, step.FoilCountX));
                float wx = Weight(ox, s);
                sum = new(sum.X + (h * Slope(ox, s) * wy), sum.Y + (h * wx * dy), 0f, sum.W + (h * wx * wy));
            }
        }

        return new(sum.X * step.FoilPerX, sum.Y * step.FoilPerY, 0f, sum.W);
    }

    /// <summary>Quadratic B-spline weight of the neighbour at offset −1, 0, 1 for a point at s in [−½, ½].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Weight(int offset, float s)
    {
        float d = 0.5f + (offset * s);
        return offset == 0 ? 0.75f - (s * s) : 0.5f * d * d;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Slope(int offset, float s) => offset == 0 ? -2f * s : offset * (0.5f + (offset * s));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Wrap(int i, int count)
    {
        int r = i % count;
        return r < 0 ? r + count : r;
    }
}
