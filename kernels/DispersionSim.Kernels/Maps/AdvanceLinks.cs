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
        Float4 roll = world.Roll(link);
        float twist = roll.W + (step.TimeStep * Float4.Dot(spin, n));
        roll = Float4.AddScaled(roll, step.TimeStep, Float4.Tangential(spin, n));
        roll.W = twist;
        world.Roll(link) = roll;
        world.Slide(link) = Float4.AddScaled(world.Slide(link), step.TimeStep, Float4.Tangential(slip, n));
    }
}
