using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>Largest sliding force, rolling moment and twisting moment that a contact carries, and its rolling and twisting stiffness.</summary>
/// <remarks>
/// With the load N = F + 2F_c (F the net normal force, F_c the pull-off force):
/// sliding |F_t| ≤ μ N; rolling M_r ≤ 2 N ξ_c, which is 4 F_c ξ_c without external load, stiffness 2 N R* per angle;
/// twisting M_t ≤ ⅔ μ r_c N, yielding at the same displacement ξ_c.
/// Source: dominik-tielens-1997 (rolling, 4F_c ξ_c); twisting by integrating Coulomb friction over the contact spot.
/// </remarks>
public readonly struct FrictionLimits
{
    public readonly float Sliding;
    public readonly float Rolling;
    public readonly float Twisting;
    public readonly float RollingStiffness;
    public readonly float TwistingStiffness;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FrictionLimits(float force, float pullOff, float reducedRadius, in StepParameters step)
    {
        float load = force + (2f * pullOff);
        load = load > 0f ? load : 0f;
        float spot = step.ContactRadius * CubeRoot.Squared(reducedRadius);
        Sliding = step.Friction * load;
        Rolling = 2f * load * step.RollingDisplacement;
        Twisting = 0.6666667f * step.Friction * spot * load;
        RollingStiffness = 2f * load * reducedRadius;
        TwistingStiffness = Twisting * reducedRadius / step.RollingDisplacement;
    }
}
