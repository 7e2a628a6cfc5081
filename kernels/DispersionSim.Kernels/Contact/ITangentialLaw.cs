namespace DispersionSim.Kernels;

/// <summary>Friction against sliding, with the history of a contact.</summary>
public interface ITangentialLaw<TReal> where TReal : struct, IReal<TReal>
{
    /// <summary>Whether the law keeps a vector with the contact.</summary>
    static abstract bool Remembers { get; }

    /// <summary>Whether the law keeps the last contact spot too.</summary>
    static abstract bool RemembersSpot { get; }

    /// <summary>Force that resists sliding.</summary>
    /// <param name="normal">Unit vector n from the second to the first.</param>
    /// <param name="slip">Tangential velocity of the first against the second at the contact.</param>
    /// <param name="spot">Radius a of the contact spot.</param>
    /// <param name="damping">η.</param>
    /// <param name="limit">Largest force, μF₀.</param>
    /// <param name="timeStep">Time over which the history advances; 0 leaves it.</param>
    /// <param name="slide">The history.</param>
    /// <param name="lastSpot">Spot of the last step, where kept.</param>
    /// <param name="force">Resistance t: −t acts on the first.</param>
    void Evaluate(in Triple<TReal> normal, in Triple<TReal> slip, TReal spot, TReal damping, TReal limit, TReal timeStep, ref Triple<TReal> slide, ref TReal lastSpot, out Triple<TReal> force);

    /// <summary>Stiffness of the spring at a contact spot.</summary>
    TReal SpringStiffness(TReal spot);

    /// <summary>Strain of the spring: what it keeps as a displacement, seen at the present spot.</summary>
    /// <param name="slide">The history.</param>
    /// <param name="spot">The present spot.</param>
    /// <param name="lastSpot">Spot of the last step, where kept.</param>
    Triple<TReal> Strain(Triple<TReal> slide, TReal spot, TReal lastSpot);
}
