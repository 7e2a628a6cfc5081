using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>One thread, one particle: velocity and spin under the present forces of its links alone, v = −R⁻¹ Bᵀ f.</summary>
public readonly struct FollowForces<TWorld> : IKernel<TWorld> where TWorld : struct, IWorld
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run(int i, in TWorld world, in StepParameters step)
    {
        Float4 force = default, torque = default;
        int end = world.RowStart(i + 1);
        for (int k = world.RowStart(i); k < end; k++)
        {
            int entry = world.Row(k);
            int link = world.Active(entry >> 1);
            LinkMotion.AddRow((entry & 1) == 1, world.Normal(link), world.Arm(link), world.SpringForce(link), world.SpringMoment(link), ref force, ref torque);
        }

        Float4 size = world.Size(i);
        world.Velocity(i) = Float4.Scale(-1f / size.Y, force);
        world.Spin(i) = Float4.Scale(-1f / size.Z, torque);
    }
}
