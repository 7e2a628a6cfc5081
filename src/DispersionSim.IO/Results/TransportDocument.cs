namespace DispersionSim.IO;

/// <summary>Transport along one axis through one phase or several together.</summary>
/// <param name="Axis">0 = z (page), 1 = y, 2 = x.</param>
/// <param name="Phase">The labels that conduct.</param>
/// <param name="TortuosityFactor">τ = ε / effective; null where nothing percolates.</param>
/// <param name="Effective">Effective conductivity relative to the phase's own.</param>
public sealed record TransportResult(
    int Axis,
    IReadOnlyList<int> Phase,
    double VolumeFraction,
    double PercolatingFraction,
    double? TortuosityFactor,
    double Effective,
    double FluxImbalance,
    int Iterations,
    double Seconds);

/// <summary>The document of <c>transport --json</c>.</summary>
public sealed record TransportDocument(IReadOnlyList<TransportResult> Results)
{
    public byte[] ToJson() => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteArray("results", Results, (j, r) =>
        {
            j.WriteStartObject();
            j.WriteNumber("axis", r.Axis);
            j.WriteArray("phase", r.Phase, (k, label) => k.WriteNumberValue(label));
            j.WriteReal("volume_fraction", r.VolumeFraction);
            j.WriteReal("percolating_fraction", r.PercolatingFraction);
            j.WriteReal("tortuosity_factor", r.TortuosityFactor);
            j.WriteReal("effective", r.Effective);
            j.WriteReal("flux_imbalance", r.FluxImbalance);
            j.WriteNumber("iterations", r.Iterations);
            j.WriteReal("seconds", r.Seconds);
            j.WriteEndObject();
        });
        json.WriteEndObject();
    });
}
