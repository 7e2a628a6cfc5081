namespace DispersionSim.Analysis;

/// <summary>Everything that is measured on a replicate's slurry and film, one line each; docs/metrics.md has a row for each name.</summary>
public static class MetricCatalog
{
    public static IReadOnlyList<IMetric> Metrics { get; } =
    [
        new PrimarySizes(),
        new SurvivingBonds(),
        new ParentFragments(),
        new SlurryClusters(),
        new QuadratVariance(),
        new DepthSlope(),
        new NearestNeighbourIndex(),
        new FilmContacts(),
        new BinderVariance(),
        new BinderThirds(),
        new BinderContact(),
        new LayerComposition(),
        new ConductivePowder(),
    ];

    public static IReadOnlyList<ICurveMetric> Curves { get; } =
    [
        new RadialDistribution(),
        new SolidProfile(),
        new BinderProfile(),
    ];

    /// <summary>Every row, those of the curves last.</summary>
    public static IReadOnlyList<MetricRow> Rows { get; } = [.. Metrics.SelectMany(m => m.Rows), .. Curves.Select(c => c.Row)];
}
