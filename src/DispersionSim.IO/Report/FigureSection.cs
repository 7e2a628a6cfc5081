using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>The table of pooled metrics with their null models.</summary>
internal static class FigureSection
{
    public static Html Metrics(IReadOnlyList<Measurement> metrics) => metrics.Count == 0 ? Html.None : Html.Of($"""
        <section id="metrics">
        <h2>Metrics</h2>
        <table class="metrics">
        <thead><tr><th scope="col">Metric</th><th scope="col" class="number">Value</th><th scope="col" class="number">95 % interval</th><th scope="col" class="number">Null mean</th><th scope="col" class="number">Null band</th><th scope="col">Against null</th><th scope="col" class="number">Replicates</th></tr></thead>
        <tbody>
        {Html.Join(metrics, Metric)}</tbody></table>
        <p class="key">The null is the same material placed at random and taken through the same process; its band holds 95 % of what chance alone gives.</p>
        </section>
        """);

    private static Html Metric(Measurement m) => Html.Of($"""
        <tr><th scope="row">{m.Name}{Definition(m)}</th><td class="number">{FigureText.Of(m.Value, m.Unit)}</td><td class="number">{Range(m.Interval, m)}</td>
        <td class="number">{(m.NullMean is double mean ? FigureText.Of(mean, m.Unit) : "")}</td><td class="number">{Range(m.NullBand, m)}</td><td>{AgainstNull(m)}</td><td class="number">{m.Replicates}</td></tr>

        """);

    public static Html Definition(Measurement m) => m.Definition.Length == 0 ? Html.None : Html.Of($"<span class=\"what\">{m.Definition}</span>");

    public static string Range(Interval? interval, Measurement m) => interval is Interval i ? FigureText.Range(i, m.Unit, m.Value) : "";

    private static string AgainstNull(Measurement m) => m.NullBand is not Interval band || double.IsNaN(m.Value) ? ""
        : band.Contains(m.Value) ? "inside" : m.Value > band.High ? "above" : "below";
}
