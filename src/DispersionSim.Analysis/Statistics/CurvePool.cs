using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Gathers curves replicate by replicate: the mean over the films, and the band of all null films point by point.</summary>
public sealed class CurvePool
{
    private readonly IReadOnlyList<ICurveMetric> metrics;
    private readonly AnalysisScale scale;
    private readonly List<double[]>[] films, nulls;

    public CurvePool(IReadOnlyList<ICurveMetric> metrics, AnalysisScale scale)
    {
        (this.metrics, this.scale) = (metrics, scale);
        films = [.. metrics.Select(_ => new List<double[]>())];
        nulls = [.. metrics.Select(_ => new List<double[]>())];
    }

    public void Add(MeasuredReplicate replicate)
    {
        if (!(replicate.Film.BulkHigh > replicate.Film.BulkLow))
        {
            return;
        }

        for (int m = 0; m < metrics.Count; m++)
        {
            films[m].Add(metrics[m].Y(replicate.Film));
            nulls[m].AddRange(replicate.NullFilms.Select(metrics[m].Y));
        }
    }

    public IReadOnlyList<Curve> Result() =>
        [.. Enumerable.Range(0, metrics.Count).Where(m => films[m].Count > 0).Select(m => Pool(metrics[m], films[m], nulls[m]))];

    private Curve Pool(ICurveMetric metric, List<double[]> film, List<double[]> nullFilm)
    {
        var curve = new Curve(metric.Row.Name, metric.XName, metric.XUnit, metric.Row.Name, metric.Row.Unit, metric.X(scale), Pointwise(film, v => v.Average()));
        return nullFilm.Count == 0
            ? curve
            : curve with
            {
                Low = Pointwise(nullFilm, v => NullBand.Of(v)!.Value.Low),
                High = Pointwise(nullFilm, v => NullBand.Of(v)!.Value.High),
                BandName = NullBand.Name(nullFilm.Count),
            };
    }

    private static double[] Pointwise(List<double[]> curves, Func<double[], double> pool) =>
        [.. Enumerable.Range(0, curves[0].Length).Select(k => pool([.. curves.Select(c => c[k])]))];
}
