using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>What the virtual cells showed; null in its place means that no cell was simulated.</summary>
/// <param name="Working">Cells that take charge and give it back in the simulated protocol.</param>
/// <param name="Cells">Cells simulated, one a replicate.</param>
/// <param name="Capacity">What a cell gives on discharge, in <paramref name="Unit"/>.</param>
/// <param name="Unit">SI unit of the capacity, e.g. "C/m^2".</param>
/// <param name="Interval">95 % interval over replicates, or null.</param>
/// <param name="Text">The protocol in a few words.</param>
public sealed record CellEvidence(int Working, int Cells, double Capacity, string Unit, Interval? Interval, string Text);
