using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>How near a quantity that a claim is decided on is to the limit at which the outcome would turn.</summary>
/// <param name="Claim">1–16.</param>
/// <param name="Name">Name of the measurement.</param>
/// <param name="Value">In <paramref name="Unit"/>.</param>
/// <param name="Interval">95 % interval.</param>
/// <param name="Limit">The nearest limit, in the same unit.</param>
/// <param name="AtMost">The limit bounds from above.</param>
/// <param name="Unit">SI unit.</param>
public sealed record ClaimMargin(int Claim, string Name, double Value, Interval Interval, double Limit, bool AtMost, string Unit);
