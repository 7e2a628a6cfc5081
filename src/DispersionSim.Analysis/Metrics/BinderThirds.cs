namespace DispersionSim.Analysis;

/// <summary>The binder's share PI/(PI + Si) in the lower and upper third of the layer over that of the three thirds together.</summary>
public sealed class BinderThirds : IMetric
{
    public static MetricRow Bottom { get; } = Of("bottom");

    public static MetricRow Top { get; } = Of("top");

    public IReadOnlyList<MetricRow> Rows { get; } = [Bottom, Top];

    public IEnumerable<Reading> Measure(MeasuredReplicate replicate) =>
        replicate.Film is { Count: > 0, Binder.Count: > 0 }
            ? [Bottom.Read(replicate, s => Relative(s, 0)), Top.Read(replicate, s => Relative(s, 2))]
            : [];

    private static double Relative(MeasuredState film, int third)
    {
        // A null film without binder gives 0/0, which pooling leaves out.
        double[] binder = HeightSlices.Amounts(film.Binder, film.Thickness, 3), solid = HeightSlices.Amounts(film.Solid, film.Thickness, 3);
        double mean = binder.Sum() / (binder.Sum() + solid.Sum());
        return binder[third] / (binder[third] + solid[third]) / mean;
    }

    private static MetricRow Of(string third) =>
        new($"binder in {third} third over mean", "-", $"Binder volume over binder and active volume in the {third} third of the layer, over the same for the whole layer.", "≥ 0", "own definition");
}
