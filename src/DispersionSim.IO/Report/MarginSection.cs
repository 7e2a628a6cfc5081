using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>How far each deciding figure is from flipping its verdict: the figure over its limit, with its interval, on one common scale.</summary>
internal static class MarginSection
{
    /// <summary>The scale ends at twice the limit; what lies beyond is drawn at the edge.</summary>
    private const double End = 2;

    private const double Width = 260;

    /// <summary>Radius of the dot: none is cut off at the edge.</summary>
    private const double Dot = 4;

    public static Html Of(IReadOnlyList<Margin> margins) => margins.Count == 0 ? Html.None : Html.Of($"""
        <section id="margins">
        <h2>How far the verdicts are from flipping</h2>
        <table class="margins">
        <thead><tr><th scope="col">Claim</th><th scope="col">Figure</th><th scope="col" class="number">Value</th><th scope="col" class="number">Limit</th><th scope="col">Value over limit <span class="scale"><i>0</i><i>1</i><i>2</i></span></th><th scope="col">Remark</th></tr></thead>
        <tbody>
        {Html.Join(margins, Row)}</tbody></table>
        <p class="key">The shaded half is where the requirement is met; the bar is the 95 % interval, the dot the value. A bar that crosses the middle line leaves the verdict open.</p>
        </section>
        """);

    private static Html Row(Margin m) => Html.Of($"""
        <tr><th scope="row">{m.Claim}</th><td>{m.Name}</td><td class="number">{FigureText.Of(m.Value, m.Unit)}</td><td class="number">{Sign(m)} {FigureText.Of(m.Limit, m.Unit)}</td>
        <td>{Gauge(m)}</td><td>{Remark(m)}</td></tr>

        """);

    // A share cannot be less than 0, so that "at least 0" would ask for nothing: where the limit is 0 it has to be exceeded.
    private static string Sign(Margin m) => (m.AtMost, m.Limit) switch
    {
        (true, _) => "≤",
        (false, 0) => ">",
        _ => "≥",
    };

    private static string Remark(Margin m) => m.Remark.Length > 0 ? Html.Prose(m.Remark)
        : m.Limit == 0 ? $"{FigureText.Of(m.Value, m.Unit)} from the limit"
        : $"{FigureText.Number(m.Value / m.Limit)} × the limit";

    private static Html Gauge(Margin m)
    {
        double value = m.Value / m.Limit, low = (m.Interval?.Low ?? m.Value) / m.Limit, high = (m.Interval?.High ?? m.Value) / m.Limit;

        // Over a negative limit the scale turns round: 0 is inside "at least −0.2".
        double good = m.AtMost != (m.Limit < 0) ? 0 : Width / 2;
        return Html.Of($"""
            <svg class="gauge {Outcome(m)}" viewBox="0 0 260 18" width="260" height="18" role="img" aria-label="value over limit {FigureText.Number(value)}"><rect class="good" x="{good:0}" y="2" width="130" height="14"/><line class="limit" x1="130" y1="0" x2="130" y2="18"/><line class="range" x1="{At(low):0.#}" y1="9" x2="{At(high):0.#}" y2="9"/><circle cx="{At(value):0.#}" cy="9" r="4"/>{(value > End && double.IsFinite(value) ? Html.Of($"<text x=\"250\" y=\"13\" text-anchor=\"end\">×{FigureText.Number(value)}</text>") : Html.None)}</svg>
            """);
    }

    private static string Outcome(Margin m)
    {
        double low = m.Interval?.Low ?? m.Value, high = m.Interval?.High ?? m.Value;
        bool inside = m.AtMost ? high <= m.Limit : low >= m.Limit, outside = m.AtMost ? low > m.Limit : high < m.Limit;
        return inside ? "yes" : outside ? "no" : "open";
    }

    private static double At(double ratio) => double.IsFinite(ratio) ? Math.Clamp(Math.Clamp(ratio, 0, End) / End * Width, Dot, Width - Dot) : Width - Dot;
}
