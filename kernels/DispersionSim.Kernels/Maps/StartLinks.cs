using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>One thread, one active link: the link's part of the right-hand side, spring force plus what the flow would add to it within the step.</summary>
public readonly struct StartLinks<TWorld> : IKernel<TWorld> where TWorld : struct, IWorld
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run(int i, in TWorld world, in StepParameters step)
    {
        int link = world.Active(i);
        Float4 n = world.Normal(link), k = world.Stiffness(link);
        Float4 flow = LinkMotion.FlowSlip(n, world.Arm(link), world.Link(link).Z, in step);
        Float4 extra = LinkMotion.Resist(flow, n, k.X * step.TimeStep, SlipLaw.Resistance(k.Y, step.TimeStep));
        world.LinkForce(i) = Float4.AddScaled(world.SpringForce(link), 1f, extra);
        world.LinkMoment(i) = world.SpringMoment(link);
    }
}
