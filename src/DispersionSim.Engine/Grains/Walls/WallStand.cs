namespace DispersionSim.Engine;

/// <summary>What the laws take of a contact with a curved wall: R* and the share s of the overlap.</summary>
/// <remarks>A law's force F(sδ, R*) acts over dδ, so that the contact holds U(sδ, R*)/s.</remarks>
/// <param name="ReducedRadius">R*.</param>
/// <param name="Share">s.</param>
internal readonly record struct WallLoad(double ReducedRadius, double Share);

/// <summary>A contact with a curved wall at a step and at the one before.</summary>
/// <param name="Overlap">Whole overlap δ; minus infinity where there is no contact.</param>
/// <param name="Load">What the laws take of it.</param>
/// <param name="OverlapBefore">δ at the step before.</param>
/// <param name="LoadBefore">What they took.</param>
internal readonly record struct WallStand(double Overlap, WallLoad Load, double OverlapBefore, WallLoad LoadBefore)
{
    /// <summary>Whether there is a contact.</summary>
    public bool Is => !double.IsNegativeInfinity(Overlap);

    /// <summary>Whether there was one.</summary>
    public bool Was => !double.IsNegativeInfinity(OverlapBefore);
}
