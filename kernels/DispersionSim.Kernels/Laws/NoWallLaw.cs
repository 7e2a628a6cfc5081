using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>A wall that is not there.</summary>
public readonly struct NoWallLaw : INormalLaw
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(float overlap, float reducedRadius, ref float memory, out float force, out float stiffness, out float pullOff)
    {
        force = 0f;
        stiffness = 0f;
        pullOff = 0f;
    }
}
