using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>A drag that is that of the mean velocity of before and after a step (Crank and Nicolson): of second order, and no step makes it grow.</summary>
public static class MeanDrag
{
    /// <summary>What is left of a change of velocity that was found with the drag of before.</summary>
    /// <param name="share">Step over the time in which the drag stops the motion.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Slowing(float share) => 1f / (1f + (0.5f * share));
}
