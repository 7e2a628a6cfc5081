namespace DispersionSim.Analysis;

/// <summary>Volume fraction of the active material against height, from exact sphere segments.</summary>
public sealed class SolidProfile : ICurveMetric
{
    public MetricRow Row { get; } = new("active volume fraction profile", "-", "Volume fraction of the active primaries in slices of the layer, from the foil's mean plane to the mean upper surface.", "0…1", "own definition");

    public string XName => "height / thickness";

    public string XUnit => "-";

    public double[] X(AnalysisScale scale) => HeightSlices.Centres;

    public double[] Y(MeasuredState film)
    {
        double slice = film.Thickness * film.State.Domain.Area / HeightSlices.Count;
        return [.. HeightSlices.Amounts(film.Solid, film.Thickness).Select(v => v / slice)];
    }
}

/// <summary>Binder's share of the solid volume against height.</summary>
public sealed class BinderProfile : ICurveMetric
{
    public MetricRow Row { get; } = new("binder share profile", "-", "Binder volume over binder and active volume in slices of the layer, from the foil's mean plane to the mean upper surface; 0 where a slice is empty.", "0…1", "own definition");

    public string XName => "height / thickness";

    public string XUnit => "-";

    public double[] X(AnalysisScale scale) => HeightSlices.Centres;

    public double[] Y(MeasuredState film) =>
        [.. HeightSlices.Amounts(film.Binder, film.Thickness)
            .Zip(HeightSlices.Amounts(film.Solid, film.Thickness), (b, s) => b + s > 0 ? b / (b + s) : 0)];
}
