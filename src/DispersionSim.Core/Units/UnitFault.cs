namespace DispersionSim.Core;

/// <summary>Why a unit expression cannot be read.</summary>
/// <param name="Symbol">The offending part.</param>
/// <param name="Reason">What is wrong with it; null where it is simply no known unit.</param>
public sealed record UnitFault(string Symbol, string? Reason);
