using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>One thread, one particle: inverse of the matrix's diagonal.</summary>
public readonly struct Precondition<TWorld> : IKernel<TWorld> where TWorld : struct, IWorld
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run(int i, in TWorld world, in StepParameters step)
    {
        Float4 size = world.Size(i);
        Float4 push = new(size.Y, size.Y, size.Y), turn = new(size.Z, size.Z, size.Z);
        int end = world.RowStart(i + 1);
        for (int k = world.RowStart(i); k < end; k++)
        {
            int entry = world.Row(k);
            int link = world.Active(entry >> 1);
            Float4 n = world.Normal(link), stiffness = world.Stiffness(link), arm = world.Arm(link);
            float a = (entry & 1) == 1 ? arm.Y : arm.X;
            float slide = SlipLaw.Resistance(stiffness.Y, step.TimeStep), roll = SlipLaw.Resistance(stiffness.Z, step.TimeStep);
            Add(ref push, n, step.TimeStep * stiffness.X, slide);
            Add(ref turn, n, SlipLaw.Resistance(stiffness.W, step.TimeStep), roll + (a * a * slide));
        }

        world.InverseDiagonal(i) = new(1f / push.X, 1f / push.Y, 1f / push.Z);
        world.InverseDiagonalSpin(i) = new(1f / turn.X, 1f / turn.Y, 1f / turn.Z);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref Float4 sum, Float4 n, float along, float across)
    {
        float s = along - across;
        sum = new(sum.X + across + (s * n.X * n.X), sum.Y + across + (s * n.Y * n.Y), sum.Z + across + (s * n.Z * n.Z));
    }
}
