using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>What all replicates together measure.</summary>
/// <param name="Replicates">Independent replicates pooled.</param>
/// <param name="Measurements">Metrics of the catalog in its order, then what the stages measured.</param>
/// <param name="Curves">Mean curves with the null's band.</param>
public sealed record AnalysisResult(int Replicates, IReadOnlyList<Measurement> Measurements, IReadOnlyList<Curve> Curves)
{
    /// <summary>The measurement of this name, or null.</summary>
    public Measurement? Find(string name) => Measurements.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.Ordinal));
}
