using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>One thread, one particle: moves by its velocity relative to the flow; the box carries the flow itself.</summary>
public readonly struct AdvanceParticles<TWorld> : IKernel<TWorld> where TWorld : struct, IWorld
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run(int i, in TWorld world, in StepParameters step)
    {
        Float4 v = world.Velocity(i);
        Int4 p = world.Place(i);
        float t = step.TimeStep;

        // Inverse of the box matrix in its one plane, (D + T)⁻¹ = (1 − D⁻¹T) D⁻¹/(1 − s): the shifted axis gives back what the tilt adds;
        // s, the product of the two tilts, is 0 in shear and not in extension.
        float fx = v.X / step.Cell.X, fy = v.Y / step.Cell.Y, fz = v.Z / step.Cell.Z;
        const float turn = BoxGeometry.PerTurn;
        float mx = fx - (((step.Tilt.X * fy) + (step.Tilt.Y * fz)) * turn / step.Cell.X);
        float my = fy - (((step.Tilt.Z * fx) + (step.Tilt.W * fz)) * turn / step.Cell.Y);
        float mz = fz - (((step.TiltZ.X * fx) + (step.TiltZ.Y * fy)) * turn / step.Cell.Z);
        float xy = step.Tilt.X * step.Tilt.Z * turn * turn / (step.Cell.X * step.Cell.Y);
        float xz = step.Tilt.Y * step.TiltZ.X * turn * turn / (step.Cell.X * step.Cell.Z);
        float yz = step.Tilt.W * step.TiltZ.Y * turn * turn / (step.Cell.Y * step.Cell.Z);
        mx /= 1f - (xy + xz);
        my /= 1f - (xy + yz);
        mz /= 1f - (xz + yz);
        world.Place(i) = new(unchecked(p.X + Round(mx * t)), unchecked(p.Y + Round(my * t)), unchecked(p.Z + Round(mz * t)), p.W);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Round(float value) => (int)MathF.Floor(value + 0.5f);
}
