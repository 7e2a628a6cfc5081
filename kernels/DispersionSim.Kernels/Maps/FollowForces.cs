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
            bool second = (entry & 1) == 1;
            int link = world.Active(entry >> 1);
            Float4 f = world.SpringForce(link), arm = world.Arm(link);
            float sign = second ? -1f : 1f;
            force = Float4.AddScaled(force, sign, f);
            torque = Float4.AddScaled(torque, second ? -arm.Y : -arm.X, Float4.Cross(world.Normal(link), f));
            torque = Float4.AddScaled(torque, sign, world.SpringMoment(link));
        }

        Float4 size = world.Size(i);
        world.Velocity(i) = Float4.Scale(-1f / size.Y, force);
        world.Spin(i) = Float4.Scale(-1f / size.Z, torque);
    }
}
