using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>One thread, one particle: sums what its links add to its rows, Bᵀ f, into force and torque.</summary>
public readonly struct GatherRows<TWorld> : IKernel<TWorld> where TWorld : struct, IWorld
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run(int i, in TWorld world, in StepParameters step)
    {
        Float4 force = default, torque = default;
        int end = world.RowStart(i + 1);
        for (int k = world.RowStart(i); k < end; k++)
        {
            int entry = world.Row(k);
            int c = entry >> 1;
            int link = world.Active(c);
            LinkMotion.AddRow((entry & 1) == 1, world.Normal(link), world.Arm(link), world.LinkForce(c), world.LinkMoment(c), ref force, ref torque);
        }

        world.Force(i) = force;
        world.Torque(i) = torque;
    }
}
