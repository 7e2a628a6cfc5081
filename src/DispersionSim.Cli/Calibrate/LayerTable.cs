using System.Text;
using DispersionSim.Analysis;

namespace DispersionSim.Cli;

/// <summary>The quantities that the uniformity rule decides on, layer by layer with those of its nulls, as a table: what its intervals are made of.</summary>
internal static class LayerTable
{
    /// <summary>The table as comma-separated values.</summary>
    /// <param name="samples">Layers with their nulls; windows are those of all of them together.</param>
    public static string Of(IReadOnlyList<ReplicateSample> samples)
    {
        int nulls = samples.Max(s => s.NullFilms.Count);
        var text = new StringBuilder("layer,quantity,value");
        text.AppendJoin("", Enumerable.Range(1, nulls).Select(k => $",null {k}")).Append('\n');
        var scale = AnalysisScale.From(samples);
        for (int k = 0; k < samples.Count; k++)
        {
            var replicate = new MeasuredReplicate(samples[k], scale);
            foreach (Reading reading in MetricCatalog.Metrics.SelectMany(m => m.Measure(replicate)))
            {
                text.Append($"{k + 1},\"{reading.Row.Name}\",{Number(reading.Value)}").AppendJoin("", reading.Null.Select(n => $",{Number(n)}")).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Number(double value) => FormattableString.Invariant($"{value:G9}");
}
