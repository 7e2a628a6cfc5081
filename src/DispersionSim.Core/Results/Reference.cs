namespace DispersionSim.Core;

/// <summary>A published source that a law, material or metric names by its key.</summary>
public sealed record Reference(string Key, string Citation);
