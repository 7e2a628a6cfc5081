using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>One thread, one share of the particles: the range of their velocities, by which the lists' age is told.</summary>
/// <remarks>Share s takes particles s, s + S, s + 2S…, so that neighbouring threads read neighbouring particles.</remarks>
public readonly struct RangeGrains<TWorld> : IGrainKernel<TWorld> where TWorld : struct, IGrainWorld
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run(int i, in TWorld world, in GrainStep step)
    {
        Float4 least = world.Velocity(i), most = least;
        for (int k = i + step.Shares; k < step.Particles; k += step.Shares)
        {
            Float4 u = world.Velocity(k);
            least = new(Lesser(least.X, u.X), Lesser(least.Y, u.Y), Lesser(least.Z, u.Z), Lesser(least.W, u.W));
            most = new(Greater(most.X, u.X), Greater(most.Y, u.Y), Greater(most.Z, u.Z), Greater(most.W, u.W));
        }

        world.Least(i) = least;
        world.Most(i) = most;
    }

    /// <summary>Where either is no number the answer is none: a diverged particle is not overlooked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Lesser(float a, float b) => b < a || float.IsNaN(b) ? b : a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Greater(float a, float b) => b > a || float.IsNaN(b) ? b : a;
}
