namespace DispersionSim.Process;

/// <summary>How much material one replicate simulates.</summary>
/// <param name="Primaries">Active primaries.</param>
/// <param name="Width">Edge of the film segment, m; null to choose one.</param>
public sealed record SampleSize(int Primaries, double? Width);
