using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>A wall that is not there.</summary>
public readonly struct NoWallLaw : INormalLaw
{
    public float Reach => 0f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(float overlap, float reducedRadius, float cover, ref float memory, out float force, out float stiffness, out float elastic, out float pullOff)
    {
        force = 0f;
        stiffness = 0f;
        elastic = 0f;
        pullOff = 0f;
    }
}
