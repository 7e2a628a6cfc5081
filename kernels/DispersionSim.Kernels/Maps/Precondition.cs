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
            AddLink((entry & 1) == 1, world.Normal(link), world.Arm(link), world.Stiffness(link), step.TimeStep, ref push, ref turn);
        }

        world.InverseDiagonal(i) = new(1f / push.X, 1f / push.Y, 1f / push.Z);
        world.InverseDiagonalSpin(i) = new(1f / turn.X, 1f / turn.Y, 1f / turn.Z);
    }

    /// <summary>Adds what a link adds to the diagonal of one of its particles.</summary>
    /// <param name="second">The particle is the second of the link.</param>
    /// <param name="n">Unit vector of the link.</param>
    /// <param name="arm">Its arms.</param>
    /// <param name="stiffness">Its stiffness, a drag where negative (SlipLaw).</param>
    /// <param name="time">Length of the step.</param>
    /// <param name="push">Diagonal of the velocities.</param>
    /// <param name="turn">Diagonal of the spins.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddLink(bool second, Float4 n, Float4 arm, Float4 stiffness, float time, ref Float4 push, ref Float4 turn)
    {
        float a = second ? arm.Y : arm.X;
        float slide = SlipLaw.Resistance(stiffness.Y, time), roll = SlipLaw.Resistance(stiffness.Z, time);
        Add(ref push, n, time * stiffness.X, slide);
        Add(ref turn, n, SlipLaw.Resistance(stiffness.W, time), roll + (a * a * slide));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref Float4 sum, Float4 n, float along, float across)
    {
        float s = along - across;
        sum = new(sum.X + across + (s * n.X * n.X), sum.Y + across + (s * n.Y * n.Y), sum.Z + across + (s * n.Z * n.Z));
    }
}
