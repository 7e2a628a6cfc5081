namespace DispersionSim.Analysis;

/// <summary>g(r) of the primaries in the film's bulk, with the translation correction along z: see <see cref="PairCorrelation"/>.</summary>
public sealed class RadialDistribution : ICurveMetric
{
    private const int ShellsPerDiameter = 10;

    public MetricRow Row { get; } = new("radial distribution", "-", "g(r) of the centres of the active primaries in the film's bulk, periodic in the plane and edge-corrected along the height.", "≥ 0, 1 for points placed at random", "ripley-1976");

    public string XName => "distance";

    public string XUnit => "m";

    public double[] X(AnalysisScale scale) => [.. Enumerable.Range(0, Shells(scale)).Select(k => (k + 0.5) * Step(scale))];

    public double[] Y(MeasuredState film)
    {
        Core.Vector3d[] inBulk = [.. film.Positions.Where(p => p.Z >= film.BulkLow && p.Z <= film.BulkHigh)];
        return PairCorrelation.RadialDistribution(film.BulkDomain, inBulk, Step(film.Scale), Shells(film.Scale));
    }

    private static double Step(AnalysisScale scale) => scale.MedianDiameter / ShellsPerDiameter;

    private static int Shells(AnalysisScale scale) => (int)(scale.PairRange / Step(scale));
}
