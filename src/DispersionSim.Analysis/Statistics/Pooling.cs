using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Measures every replicate by the catalog and pools the replicates.</summary>
public static class Pooling
{
    /// <summary>Pools replicates; one alone gives its values without intervals.</summary>
    public static AnalysisResult Pool(IReadOnlyList<ReplicateSample> samples)
    {
        var scale = AnalysisScale.From(samples);
        var readings = new List<Reading>();
        var curves = new CurvePool(MetricCatalog.Curves, scale);
        foreach (ReplicateSample sample in samples)
        {
            var replicate = new MeasuredReplicate(sample, scale);
            readings.AddRange(MetricCatalog.Metrics.SelectMany(m => m.Measure(replicate)));
            curves.Add(replicate);
        }

        Measurement[] metrics = [.. Pool(readings)];
        return new(samples.Count, [.. metrics, .. StagePool.Of(samples, metrics.Select(m => m.Name))], curves.Result());
    }

    /// <summary>Pools readings of any number of rows, in the order in which the rows first appear in the catalog.</summary>
    public static IEnumerable<Measurement> Pool(IReadOnlyCollection<Reading> readings) =>
        MetricCatalog.Metrics.SelectMany(m => m.Rows)
            .Select(row => (Row: row, Of: readings.Where(r => r.Row == row && double.IsFinite(r.Value)).ToArray()))
            .Where(p => p.Of.Length > 0)
            .Select(p => Pool(p.Row, p.Of));

    /// <summary>Pools the readings of one row, one a replicate.</summary>
    public static Measurement Pool(MetricRow row, IReadOnlyCollection<Reading> readings)
    {
        Measurement pooled = row.Rule switch
        {
            PoolingRule.RatioToNull => Ratio(row, Paired(readings)),
            PoolingRule.DifferenceFromNull => Difference(row, Paired(readings)),
            _ => Mean(row, readings),
        };
        return pooled with { Definition = row.Definition, Bounds = row.Bounds, Interval = pooled.Interval?.Within(row.Bounds) };
    }

    private static Measurement Mean(MetricRow row, IReadOnlyCollection<Reading> readings)
    {
        double[] values = [.. readings.Select(r => r.Value)], nulls = [.. readings.SelectMany(r => r.Null).Where(double.IsFinite)];
        return new Measurement(row.Name, values.Average(), row.Unit)
        {
            Interval = StudentInterval.OfMean(values),
            NullMean = nulls.Length > 0 ? nulls.Average() : null,
            NullBand = NullBand.Of(nulls),
            Replicates = values.Length,
        };
    }

    private static Measurement Ratio(MetricRow row, (double Value, double Null)[] pairs)
    {
        double[] values = [.. pairs.Select(p => p.Value)], nulls = [.. pairs.Select(p => p.Null)];
        return new Measurement(row.Name, RatioOfMeans.Of(values, nulls), row.Unit)
        {
            Interval = RatioOfMeans.IntervalOf(values, nulls),
            NullMean = 1,
            Replicates = pairs.Length,
        };
    }

    private static Measurement Difference(MetricRow row, (double Value, double Null)[] pairs)
    {
        double[] differences = [.. pairs.Select(p => p.Value - p.Null)];
        return new Measurement(row.Name, differences.DefaultIfEmpty(double.NaN).Average(), row.Unit)
        {
            Interval = StudentInterval.OfMean(differences),
            NullMean = 0,
            Replicates = pairs.Length,
        };
    }

    private static (double Value, double Null)[] Paired(IEnumerable<Reading> readings) =>
        [.. readings.Where(r => r.Null.Count > 0 && r.Null.All(double.IsFinite)).Select(r => (r.Value, r.Null.Average()))];
}
