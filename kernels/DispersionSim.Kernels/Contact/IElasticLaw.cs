namespace DispersionSim.Kernels;

/// <summary>Force along the line of centres of a contact without its damping. A pure struct; simulation units.</summary>
public interface IElasticLaw<TReal> where TReal : struct, IReal<TReal>
{
    /// <summary>Whether the law keeps a number with the contact.</summary>
    static abstract bool Remembers { get; }

    /// <summary>Whether the law attracts: friction is then limited by |F + 2 F_po| instead of the whole normal force.</summary>
    static abstract bool Adhesive { get; }

    /// <summary>Greatest gap (negative overlap) at which a contact still holds, for a reduced radius.</summary>
    TReal Reach(TReal reducedRadius);

    /// <summary>Force at an overlap.</summary>
    /// <param name="overlap">δ = r₁ + r₂ − distance.</param>
    /// <param name="reducedRadius">R* = r₁r₂/(r₁+r₂); the particle's radius at a wall.</param>
    /// <param name="memory">What the law keeps; 0 at a new contact and after it has parted.</param>
    /// <param name="touching">Mask of the contacts that act.</param>
    /// <param name="force">Elastic force F_e, positive for repulsion.</param>
    /// <param name="spot">Radius a of the contact spot, which tangential stiffness is proportional to; 1 where the law has none.</param>
    /// <param name="stiffness">Stiffness S that damping is measured by: 4/3 E* a for curved contacts, k for linear ones.</param>
    /// <param name="pullOff">Pull-off force F_po, ≥ 0.</param>
    void Evaluate(TReal overlap, TReal reducedRadius, ref TReal memory, out TReal touching, out TReal force, out TReal spot, out TReal stiffness, out TReal pullOff);

    /// <summary>Energy at an overlap.</summary>
    /// <param name="overlap">δ.</param>
    /// <param name="reducedRadius">R*.</param>
    /// <param name="memory">What the law keeps.</param>
    /// <param name="stored">Energy that unloading gives back, attraction apart.</param>
    /// <param name="adhesive">Energy of attraction, ≤ 0 in touch.</param>
    /// <param name="lost">What plastic flow has taken up to the overlap remembered.</param>
    void Energy(TReal overlap, TReal reducedRadius, TReal memory, out TReal stored, out TReal adhesive, out TReal lost);

    /// <summary>Energy that a contact has the moment it is made, and the moment before it breaks: 0 but where contacts snap.</summary>
    void Snaps(TReal reducedRadius, out TReal made, out TReal broken);
}
