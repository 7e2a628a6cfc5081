using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>One thread, one active link: Δt K B p for the search direction p.</summary>
public readonly struct MultiplyLinks<TWorld> : IKernel<TWorld> where TWorld : struct, IWorld
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run(int i, in TWorld world, in StepParameters step)
    {
        int link = world.Active(i);
        Int4 pair = world.Link(link);
        Float4 n = world.Normal(link), k = world.Stiffness(link);
        Float4 wi = world.SearchSpin(pair.X), wj = world.SearchSpin(pair.Y);
        Float4 slip = LinkMotion.Slip(world.SearchVelocity(pair.X), world.SearchVelocity(pair.Y), wi, wj, n, world.Arm(link));
        world.LinkForce(i) = LinkMotion.Resist(slip, n, k.X * step.TimeStep, SlipLaw.Resistance(k.Y, step.TimeStep));
        world.LinkMoment(i) = LinkMotion.Resist(Float4.Difference(wi, wj), n, SlipLaw.Resistance(k.W, step.TimeStep), SlipLaw.Resistance(k.Z, step.TimeStep));
    }
}
