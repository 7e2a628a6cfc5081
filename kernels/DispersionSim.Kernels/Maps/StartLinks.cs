using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>One thread, one active link: the link's part of the right-hand side, spring force plus what the flow, and the pair's turning, would add to it within the step.</summary>
public readonly struct StartLinks<TWorld> : IKernel<TWorld> where TWorld : struct, IWorld
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run(int i, in TWorld world, in StepParameters step) => world.LinkForce(i) = Load(world.Active(i), in world, in step, out world.LinkMoment(i));

    /// <summary>Force and moment on the first of a link's two particles, the backward sign of both left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Load(int link, in TWorld world, in StepParameters step, out Float4 moment)
    {
        Int4 pair = world.Link(link);
        Float4 n = world.Normal(link), k = world.Stiffness(link), arm = world.Arm(link);
        Float4 flow = LinkMotion.FlowSlip(n, arm, pair.Z, in step);
        if (pair.Z == LinkKind.Pair && step.FoilRadii == 0)
        {
            // The last step's motion stands for this one's: where a pair turns, going straight on would take it apart. Not over a foil (which alone has tables of radii), where steps are long and motion ends.
            Float4 motion = Float4.Difference(world.Velocity(pair.X), world.Velocity(pair.Y));
            flow = Float4.AddScaled(flow, step.TimeStep * LinkMotion.Parting(motion, n, arm.X + arm.Y, in step), n);
        }

        Float4 extra = LinkMotion.Resist(flow, n, k.X * step.TimeStep, SlipLaw.Resistance(k.Y, step.TimeStep));
        moment = world.SpringMoment(link);
        return Float4.AddScaled(world.SpringForce(link), 1f, extra);
    }
}
