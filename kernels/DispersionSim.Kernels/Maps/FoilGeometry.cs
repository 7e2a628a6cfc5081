using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>Nearest point of the foil's surface to a particle.</summary>
/// <remarks>
/// The foot point satisfies x_f = x + (z − h(x_f)) h_x(x_f); four damped fixed-point steps from the point below the centre.
/// One contact a particle: where the surface curves more sharply than the particle this is its deepest contact only.
/// </remarks>
public static class FoilGeometry
{
    /// <summary>Unit normal from the surface to the centre, distance in W (negative inside the metal).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Distance<TWorld>(in TWorld world, float x, float y, float z, in StepParameters step) where TWorld : struct, IWorld
    {
        float fx = x, fy = y;
        Float4 s = Sample(in world, fx, fy, in step);
        for (int k = 0; k < 4; k++)
        {
            float rise = z - step.FoilLevel - s.W;
            fx = 0.5f * (fx + x + (rise * s.X));
            fy = 0.5f * (fy + y + (rise * s.Y));
            s = Sample(in world, fx, fy, in step);
        }

        float dx = x - fx, dy = y - fy, dz = z - step.FoilLevel - s.W;
        float upright = 1f / MathF.Sqrt(1f + (s.X * s.X) + (s.Y * s.Y));
        Float4 n = new(-s.X * upright, -s.Y * upright, upright);
        n.W = Float4.Dot(n, new Float4(dx, dy, dz));
        return n;
    }

    /// <summary>Slope along x and y, height in W, by bilinear interpolation on the periodic grid.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Float4 Sample<TWorld>(in TWorld world, float x, float y, in StepParameters step) where TWorld : struct, IWorld
    {
        float u = x * step.FoilPerX, v = y * step.FoilPerY;
        float fu = MathF.Floor(u), fv = MathF.Floor(v);
        int i = Wrap((int)fu, step.FoilCountX), j = Wrap((int)fv, step.FoilCountY);
        int i1 = i + 1 == step.FoilCountX ? 0 : i + 1, j1 = j + 1 == step.FoilCountY ? 0 : j + 1;
        float s = u - fu, t = v - fv;
        float a = world.FoilHeight(i + (j * step.FoilCountX)), b = world.FoilHeight(i1 + (j * step.FoilCountX));
        float c = world.FoilHeight(i + (j1 * step.FoilCountX)), d = world.FoilHeight(i1 + (j1 * step.FoilCountX));
        float slopeX = (((b - a) * (1f - t)) + ((d - c) * t)) * step.FoilPerX;
        float slopeY = (((c - a) * (1f - s)) + ((d - b) * s)) * step.FoilPerY;
        float height = (((a * (1f - s)) + (b * s)) * (1f - t)) + (((c * (1f - s)) + (d * s)) * t);
        return new(slopeX, slopeY, 0f, height);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Wrap(int i, int count)
    {
        int r = i % count;
        return r < 0 ? r + count : r;
    }
}
