using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>One thread, one active link: springs follow the motion that the step found.</summary>
public readonly struct AdvanceLinks<TWorld> : IKernel<TWorld> where TWorld : struct, IWorld
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run(int i, in TWorld world, in StepParameters step)
    {
        int link = world.Active(i);
        Int4 pair = world.Link(link);
        Float4 n = world.Normal(link), arm = world.Arm(link);
        Float4 wi = world.Spin(pair.X), wj = world.Spin(pair.Y);
        Float4 slip = LinkMotion.Slip(world.Velocity(pair.X), world.Velocity(pair.Y), wi, wj, n, arm);
        slip = Float4.AddScaled(slip, 1f, LinkMotion.FlowSlip(n, arm, pair.Z, in step));
        Float4 spin = Float4.Difference(wi, wj);
        Float4 along = Float4.Tangential(slip, n), rolling = Float4.Tangential(spin, n);
        Float4 stiffness = world.Stiffness(link);
        world.Slide(link) = Slid(LinkMotion.Turned(world.Slide(link), n), along, stiffness, in step);
        Roll(link, in world, LinkMotion.Turned(world.Roll(link), n), rolling, Float4.Dot(spin, n), stiffness, in step);
    }

    /// <summary>Elongation after the step; W keeps the speed for the slip law.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Float4 Slid(Float4 slide, Float4 motion, Float4 stiffness, in StepParameters step)
    {
        Float4 next = stiffness.Y >= 0f
            ? Float4.AddScaled(slide, step.TimeStep, motion)
            : Float4.Scale(-stiffness.Y / (stiffness.X * step.TangentialRatio), motion);
        next.W = MathF.Sqrt(Float4.Dot(motion, motion));
        return next;
    }

    /// <summary>Rolling and twisting angle after the step; a slipping one follows the motion, of critical length in steady slip.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Roll(int link, in TWorld world, Float4 roll, Float4 rolling, float twisting, Float4 stiffness, in StepParameters step)
    {
        Float4 memory = world.Memory(link);
        float twist = stiffness.W >= 0f ? roll.W + (step.TimeStep * twisting) : memory.Z * twisting;
        roll = stiffness.Z >= 0f ? Float4.AddScaled(roll, step.TimeStep, rolling) : Float4.Scale(memory.Z, rolling);
        roll.W = twist;
        world.Roll(link) = roll;
        if (!(memory.Y > 0f))
        {
            world.Memory(link).W = MathF.Sqrt(Float4.Dot(rolling, rolling) + (twisting * twisting));
        }
    }
}
