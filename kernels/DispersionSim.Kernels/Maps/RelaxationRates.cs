using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>One thread, one particle: how fast its contacts would relax it if its neighbours stood still, an upper bound, into the first lane of the inverse diagonal.</summary>
/// <remarks>
/// The largest eigenvalue of R⁻¹ Bᵀ K B in the particle's own six rows. Translation and rotation each have a block of three rows, bounded by
/// m + √2 s, m the mean and s the scatter of its eigenvalues (wolkowicz-styan-1980), and by the sum of its links' own; what couples them is a cross product with one vector, of
/// exactly that vector's norm. The eigenvalue of the two by two matrix of the three bounds is a bound of the whole.
/// A sliding spring counts as sticking.
/// </remarks>
public readonly struct RelaxationRates<TWorld> : IKernel<TWorld> where TWorld : struct, IWorld
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run(int i, in TWorld world, in StepParameters step)
    {
        Float4 pushDiagonal = default, pushRest = default, turnDiagonal = default, turnRest = default, coupling = default;
        float pushSum = 0f, turnSum = 0f;
        int end = world.RowStart(i + 1);
        for (int k = world.RowStart(i); k < end; k++)
        {
            int entry = world.Row(k);
            int link = world.Active(entry >> 1);
            bool second = (entry & 1) == 1;
            Float4 n = world.Normal(link), stiffness = world.Stiffness(link), arm = world.Arm(link);
            float a = second ? -arm.Y : arm.X;
            float slide = stiffness.Y < 0f ? -stiffness.Y * world.Slide(link).W / world.SpringForce(link).W : stiffness.Y;
            float roll = stiffness.Z < 0f ? 0f : stiffness.Z, twist = stiffness.W < 0f ? 0f : stiffness.W;
            float across = roll + (a * a * slide);
            Add(ref pushDiagonal, ref pushRest, n, stiffness.X, slide);
            Add(ref turnDiagonal, ref turnRest, n, twist, across);
            pushSum += stiffness.X > slide ? stiffness.X : slide;
            turnSum += twist > across ? twist : across;
            coupling = Float4.AddScaled(coupling, a * slide, n);
        }

        Float4 size = world.Size(i);
        float push = Largest(pushDiagonal, pushRest, pushSum) / size.Y, turn = Largest(turnDiagonal, turnRest, turnSum) / size.Z;
        float middle = 0.5f * (push + turn), half = 0.5f * (push - turn);
        world.InverseDiagonal(i) = new(middle + MathF.Sqrt((half * half) + (Float4.Dot(coupling, coupling) / (size.Y * size.Z))), 0f, 0f);
    }

    /// <summary>Adds across·(1 − n nᵀ) + along·n nᵀ to a symmetric matrix: its diagonal, and xy, yz, zx.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref Float4 diagonal, ref Float4 rest, Float4 n, float along, float across)
    {
        float s = along - across;
        diagonal = new(diagonal.X + across + (s * n.X * n.X), diagonal.Y + across + (s * n.Y * n.Y), diagonal.Z + across + (s * n.Z * n.Z));
        rest = new(rest.X + (s * n.X * n.Y), rest.Y + (s * n.Y * n.Z), rest.Z + (s * n.Z * n.X));
    }

    /// <summary>Upper bound of the largest eigenvalue of a symmetric 3 × 3 matrix.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Largest(Float4 diagonal, Float4 rest, float sum)
    {
        float mean = (diagonal.X + diagonal.Y + diagonal.Z) * 0.33333334f;
        Float4 off = new(diagonal.X - mean, diagonal.Y - mean, diagonal.Z - mean);
        float scatter = (Float4.Dot(off, off) + (2f * Float4.Dot(rest, rest))) * 0.33333334f;
        float bound = mean + MathF.Sqrt(2f * scatter);
        return bound < sum ? bound : sum;
    }
}
