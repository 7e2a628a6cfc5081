using System.Globalization;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>The exhibit: two A4 pages on the whole set of claims, to be printed or saved as PDF; verdicts with their evidence, then figures, what would flip a verdict, and numbered definitions.</summary>
/// <remarks>One HTML file that holds everything it shows. Texts are cut where they would not fit a page; the report has them whole.</remarks>
public static class ExhibitPage
{
    private const int TitleLength = 130, ValueLength = 60, DefinitionLength = 170;

    /// <summary>Evidence of one claim that is spelt out; what an earlier claim has said already does not count.</summary>
    private const int MostEvidence = 12;

    private const int MostSensitivity = 14, MostDefinitions = 18, MostPlots = 2;

    /// <summary>The whole page.</summary>
    /// <param name="content">What the report says.</param>
    public static string Build(ReportContent content)
    {
        string[] defined = [.. content.Claims.SelectMany(c => c.Evidence).Where(e => e.Kind == EvidenceKind.Measured).Select(e => e.Name).Distinct().Where(name => Definition(content, name).Length > 0).Take(MostDefinitions)];
        return Html.Of($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta http-equiv="Content-Security-Policy" content="{ReportBuilder.Policy}"/>
            <title>{content.Title} · DispersionSim exhibit</title>
            <link rel="icon" href="data:,"/>
            <style>{ReportBuilder.Asset("exhibit.css")}</style>
            </head>
            <body>
            <div class="page">
            {Head(content, 1)}
            {Claims(content.Claims, defined)}
            <p class="key">{content.Headline} Declared: a condition that the recipe states. Measured: on the simulated structure, value with the 95 % interval over independent replicates, then the criterion: ✓ the whole interval meets it, ✗ the whole interval misses it, ~ neither. A dependent claim needs its own condition and a claim that it rests on. Raised numbers: definitions overleaf. Evidence that an earlier claim lists is not listed again.</p>
            </div>
            <div class="page">
            {Head(content, 2)}
            {Figures(content)}
            {Sensitivities(content.Sensitivity)}
            {Definitions(content, defined)}
            </div>
            </body>
            </html>

            """).Text.ReplaceLineEndings("\n");
    }

    private static Html Head(ReportContent content, int page) => Html.Of($"""
        <header><h1>{Cut(content.Title, TitleLength)}</h1><p>Exhibit, page {page} of 2 · {string.Join(" · ", content.Provenance.Select(p => $"{p.Name} {Cut(p.Value, 26)}"))}</p></header>
        """);

    private static Html Claims(IReadOnlyList<ClaimVerdict> claims, string[] defined)
    {
        HashSet<(string, string)> said = [];
        return Html.Of($"""
            <table class="claims"><thead><tr><th scope="col">Claim</th><th scope="col">Condition</th><th scope="col">Verdict</th><th scope="col">Declared</th><th scope="col">Measured: value [95 % interval], criterion</th></tr></thead>
            <tbody>
            {Html.Join(claims, c => Row(c, defined, said))}</tbody></table>
            """);
    }

    private static Html Row(ClaimVerdict claim, string[] defined, HashSet<(string, string)> said)
    {
        Evidence[] fresh = [.. claim.Evidence.Where(e => said.Add((e.Name, e.Threshold)))];
        Evidence[] declared = [.. fresh.Where(e => e.Kind == EvidenceKind.Declared).Take(MostEvidence)];
        Evidence[] measured = [.. fresh.Where(e => e.Kind == EvidenceKind.Measured).OrderBy(e => e.Outcome switch { Condition.NotMet => 0, Condition.Inconclusive => 1, _ => 2 }).Take(MostEvidence)];
        int left = fresh.Length - declared.Length - measured.Length, earlier = claim.Evidence.Count - fresh.Length;
        Html rest = left + earlier == 0 ? Html.None : Html.Of($"<li class=\"rest\">{(earlier > 0 ? $"{earlier} as above" : "")}{(left > 0 ? $" and {left} more in the report" : "")}</li>");
        return Html.Of($"""
            <tr><th scope="row">{claim.Claim}</th><td>{Cut(claim.Title, TitleLength)}</td><td>{Pill.Of(claim.Verdict)}</td><td><ul>{Html.Join(declared, Declared)}</ul></td><td><ul>{Html.Join(measured, e => Measured(e, Array.IndexOf(defined, e.Name) + 1))}{rest}</ul></td></tr>

            """);
    }

    private static Html Declared(Evidence e) => Html.Of($"<li>{e.Name}: {Cut(e.Text ?? "—", ValueLength)} {Mark(e)}</li>");

    private static Html Measured(Evidence e, int number) => Html.Of($"""
        <li>{e.Name}{(number > 0 ? Html.Of($"<sup>{number}</sup>") : Html.None)} <b>{(e.Value is double v ? FigureText.Of(v, e.Unit) : Cut(e.Text ?? "—", ValueLength))}</b>{(e.Interval is { } i ? $" [{FigureText.Range(i, e.Unit, e.Value ?? double.NaN)}]" : "")}, {Html.Prose(Cut(e.Threshold, ValueLength))} {Mark(e)}</li>
        """);

    private static Html Mark(Evidence e) => Html.Of($"<span class=\"{Pill.Class(e.Outcome)}\">{Pill.Sign(Pill.Class(e.Outcome))}</span>");

    /// <summary>A section of the layer, and the curves with the band of their null.</summary>
    private static Html Figures(ReportContent content)
    {
        Picture[] pictures = [.. content.Sections.Take(1).Select(s => s.Image), .. content.Plots.Where(p => p.Caption.Contains("null", StringComparison.Ordinal)).Take(MostPlots)];
        return Html.Of($"<div class=\"figures\">{Html.Join(pictures.Select((p, k) => Html.Of($"<figure>{PictureSection.Image(p)}<figcaption>Figure {k + 1}. {Cut(p.Caption, DefinitionLength)}</figcaption></figure>\n")))}</div>");
    }

    private static Html Sensitivities(IReadOnlyList<(string Assumption, string Outcome)> rows) => rows.Count == 0 ? Html.None : Html.Of($"""
        <h2>What would flip a verdict</h2>
        <table class="flips"><thead><tr><th scope="col">Assumption or criterion</th><th scope="col">Where it turns</th></tr></thead>
        <tbody>{Html.Join(rows.Take(MostSensitivity), r => Html.Of($"<tr><th scope=\"row\">{Cut(r.Assumption, ValueLength)}</th><td>{Html.Prose(Cut(r.Outcome, DefinitionLength))}</td></tr>\n"))}</tbody></table>
        """);

    private static Html Definitions(ReportContent content, string[] defined) => defined.Length == 0 ? Html.None : Html.Of($"""
        <h2>Definitions</h2>
        <ol class="definitions">{Html.Join(defined, name => Html.Of($"<li><b>{name}</b>: {Html.Prose(Cut(Definition(content, name), DefinitionLength))}</li>\n"))}</ol>
        """);

    private static string Definition(ReportContent content, string name) =>
        content.Metrics.Concat(content.Stages.SelectMany(s => s.Measurements)).FirstOrDefault(m => m.Name == name && m.Definition.Length > 0)?.Definition ?? "";

    /// <summary>A text of no more than so many characters, cut after a word.</summary>
    private static string Cut(string text, int length)
    {
        var whole = new StringInfo(text);
        if (whole.LengthInTextElements <= length)
        {
            return text;
        }

        string start = whole.SubstringByTextElements(0, length - 1);
        int space = start.LastIndexOf(' ');
        return (space > length / 2 ? start[..space] : start) + "…";
    }
}
