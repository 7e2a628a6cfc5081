using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>What a stage returns: the new state, what was measured on the way, and curves for the report.</summary>
public sealed record StageResult(ElectrodeState State, IReadOnlyList<Measurement> Measurements, IReadOnlyList<Curve> Curves);
