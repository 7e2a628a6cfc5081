namespace DispersionSim.Kernels;

/// <summary>Viscous resistance along the line of centres, and, by the same coefficient, to sliding.</summary>
public interface IDampingLaw<TReal> where TReal : struct, IReal<TReal>
{
    /// <summary>η, force over velocity.</summary>
    /// <param name="stiffness">S of the elastic law.</param>
    /// <param name="spot">Radius of the contact spot.</param>
    /// <param name="mass">m* = m₁m₂/(m₁+m₂); the particle's mass at a wall.</param>
    TReal Coefficient(TReal stiffness, TReal spot, TReal mass);
}
