using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>One thread, one active link: springs follow the motion that the step found.</summary>
public readonly struct AdvanceLinks<TWorld> : IKernel<TWorld> where TWorld : struct, IWorld
{
    // Not marked for inlining: as a method of its own it is compiled whole on the host; device code inlines it anyway.
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
        world.Slide(link) = Slid(link, in world, along, in step);
        Roll(link, in world, rolling, Float4.Dot(spin, n), in step);
    }

    /// <summary>Elongation after the step; W keeps the speed for the slip law.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Float4 Slid(int link, in TWorld world, Float4 motion, in StepParameters step)
    {
        Float4 slide = LinkMotion.Turned(world.Slide(link), world.Normal(link)), stiffness = world.Stiffness(link);
        Float4 next = stiffness.Y >= 0f
            ? Float4.AddScaled(Float4.Scale(world.SpringForce(link).W, slide), step.TimeStep, motion)
            : Float4.Scale(world.SpringForce(link).W / slide.W, motion);
        next.W = MathF.Sqrt(Float4.Dot(motion, motion));
        return next;
    }

    /// <summary>Rolling and twisting angle after the step; one that slips fast follows the motion, of critical length in steady slip.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Roll(int link, in TWorld world, Float4 rolling, float twisting, in StepParameters step)
    {
        Float4 stiffness = world.Stiffness(link), memory = world.Memory(link), arm = world.Arm(link);
        Float4 roll = LinkMotion.Turned(world.Roll(link), world.Normal(link));
        float critical = step.RollingDisplacement / arm.Z;
        float twist = stiffness.W >= 0f ? ((arm.W - 1f) * roll.W) + (step.TimeStep * twisting) : critical / memory.W * twisting;
        roll = stiffness.Z >= 0f
            ? Float4.AddScaled(Float4.Scale(world.SpringMoment(link).W, roll), step.TimeStep, rolling)
            : Float4.Scale(critical / memory.Z, rolling);
        roll.W = twist;
        world.Roll(link) = roll;
        if (!(memory.Y > 0f))
        {
            world.Memory(link) = new(memory.X, memory.Y, MathF.Sqrt(Float4.Dot(rolling, rolling)), MathF.Abs(twisting));
        }
    }
}
