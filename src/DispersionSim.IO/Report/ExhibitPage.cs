using System.Globalization;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>What an exhibit is about, where that is not a run.</summary>
/// <param name="Declared">What "declared" means in it, a sentence.</param>
/// <param name="Measured">What "measured" means in it, a sentence.</param>
/// <param name="Sources">What was measured: a file, what it is, and by what it can be told from any other.</param>
/// <param name="Figures">Its figures, in order.</param>
public sealed record ExhibitSubject(string Declared, string Measured, IReadOnlyList<(string File, string What, string Mark)> Sources, IReadOnlyList<Picture> Figures);

/// <summary>The exhibit on a set of claims, to be printed or saved as PDF: verdicts with their evidence, then figures, what would flip a verdict, and numbered definitions.</summary>
/// <remarks>One HTML file that holds everything it shows. A run's sixteen claims take two A4 pages; what is longer flows on to the next page, and nothing is cut off by the edge of one. Every page bears its number.</remarks>
public static class ExhibitPage
{
    private const int TitleLength = 130, ValueLength = 60, DefinitionLength = 170;

    /// <summary>Claims up to which texts are given whole, in larger letters.</summary>
    private const int Few = 4;

    /// <summary>Evidence of one claim that is spelt out; what an earlier claim has said already does not count.</summary>
    private const int MostEvidence = 12;

    private const int MostSensitivity = 14, MostDefinitions = 18, MostPlots = 2;

    /// <summary>The whole page.</summary>
    /// <param name="content">What the report says.</param>
    /// <param name="subject">What it is about; the run that the report is on where null.</param>
    public static string Build(ReportContent content, ExhibitSubject? subject = null)
    {
        ExhibitSubject about = subject ?? OfRun(content);
        bool isWhole = content.Claims.Count <= Few;
        string[] defined = [.. content.Claims.SelectMany(c => c.Evidence).Where(e => e.Kind == EvidenceKind.Measured).Select(e => e.Name).Distinct().Where(name => Definition(content, name).Length > 0).Take(MostDefinitions)];
        return Html.Of($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta http-equiv="Content-Security-Policy" content="{ReportBuilder.Policy}"/>
            <title>{content.Title} · DispersionSim exhibit</title>
            <link rel="icon" href="data:,"/>
            <style>{ReportBuilder.Asset("exhibit.css")}{Foot(content)}</style>
            </head>
            <body class="{(isWhole ? "whole" : "dense")}">
            <div class="page">
            {Head(content)}
            {Claims(content.Claims, defined, isWhole)}
            <p class="key">{content.Headline} Declared: {about.Declared}. Measured: {about.Measured}, then the criterion: ✓ the whole interval meets it, ✗ the whole interval misses it, ~ neither. A dependent claim needs its own condition and a claim that it rests on. Raised numbers: definitions at the end. Evidence that an earlier claim lists is not listed again.</p>
            {Sources(about.Sources)}
            {Limits(isWhole ? content.Notes : [])}
            </div>
            <div class="page">
            {Figures(about.Figures, isWhole)}
            {Sensitivities(content.Sensitivity, isWhole)}
            {Definitions(content, defined, isWhole)}
            </div>
            </body>
            </html>

            """).Text.ReplaceLineEndings("\n");
    }

    private static ExhibitSubject OfRun(ReportContent content) => new(
        "a condition that the recipe states",
        "on the simulated structure, value with the 95 % interval over independent replicates",
        [],
        [.. content.Sections.Take(1).Select(s => s.Image), .. content.Plots.Where(p => p.Caption.Contains("null", StringComparison.Ordinal)).Take(MostPlots)]);

    /// <summary>Title and number in the margin of every page.</summary>
    private static Html Foot(ReportContent content) => new($$"""
        @page { @bottom-left { content: "{{Quoted(Cut(content.Title, TitleLength))}}"; font: 6pt sans-serif; color: #59636d; } @bottom-right { content: "Exhibit, page " counter(page) " of " counter(pages); font: 6pt sans-serif; color: #59636d; } }
        """);

    /// <summary>A text as the inside of a string of a style sheet; what could end it, or the sheet, is dropped.</summary>
    private static string Quoted(string text) => string.Concat(text.Where(c => c is not ('"' or '\\' or '<' or '>' or '&') && !char.IsControl(c)));

    private static Html Head(ReportContent content) => Html.Of($"""
        <header><h1>{Cut(content.Title, TitleLength)}</h1><p>Exhibit · {string.Join(" · ", content.Provenance.Select(p => $"{p.Name} {Cut(p.Value, 26)}"))}</p></header>
        """);

    private static Html Claims(IReadOnlyList<ClaimVerdict> claims, string[] defined, bool isWhole)
    {
        HashSet<(string, string)> said = [];
        return Html.Of($"""
            <table class="claims"><thead><tr><th scope="col">Claim</th><th scope="col">Condition</th><th scope="col">Verdict</th><th scope="col">Declared</th><th scope="col">Measured: value [95 % interval], criterion</th></tr></thead>
            <tbody>
            {Html.Join(claims, c => Row(c, defined, said, isWhole))}</tbody></table>
            """);
    }

    private static Html Row(ClaimVerdict claim, string[] defined, HashSet<(string, string)> said, bool isWhole)
    {
        int most = isWhole ? int.MaxValue : MostEvidence;
        Evidence[] fresh = [.. claim.Evidence.Where(e => said.Add((e.Name, e.Threshold)))];
        Evidence[] declared = [.. fresh.Where(e => e.Kind == EvidenceKind.Declared).Take(most)];
        Evidence[] measured = [.. fresh.Where(e => e.Kind == EvidenceKind.Measured).OrderBy(e => e.Outcome switch { Condition.NotMet => 0, Condition.Inconclusive => 1, _ => 2 }).Take(most)];
        int left = fresh.Length - declared.Length - measured.Length, earlier = claim.Evidence.Count - fresh.Length;
        Html rest = left + earlier == 0 ? Html.None : Html.Of($"<li class=\"rest\">{(earlier > 0 ? $"{earlier} as above" : "")}{(left > 0 ? $" and {left} more in the report" : "")}</li>");
        Html why = isWhole ? Html.Of($"<tr class=\"why\"><td></td><td colspan=\"4\">{Html.Prose(claim.Why)}</td></tr>\n") : Html.None;
        return Html.Of($"""
            <tr><th scope="row">{claim.Claim}</th><td>{Text(claim.Title, TitleLength, isWhole)}</td><td>{Pill.Of(claim.Verdict)}</td><td><ul>{Html.Join(declared, e => Declared(e, isWhole))}</ul></td><td><ul>{Html.Join(measured, e => Measured(e, Array.IndexOf(defined, e.Name) + 1, isWhole))}{rest}</ul></td></tr>
            {why}
            """);
    }

    private static Html Declared(Evidence e, bool isWhole) => Html.Of($"<li>{e.Name}: {Text(e.Text ?? "—", ValueLength, isWhole)} {Mark(e)}</li>");

    private static Html Measured(Evidence e, int number, bool isWhole) => Html.Of($"""
        <li>{e.Name}{(number > 0 ? Html.Of($"<sup>{number}</sup>") : Html.None)} <b>{(e.Value is double v ? FigureText.Of(v, e.Unit) : Text(e.Text ?? "—", ValueLength, isWhole))}</b>{(e.Interval is { } i ? $" [{FigureText.Range(i, e.Unit, e.Value ?? double.NaN)}]" : "")}, {Html.Prose(Text(e.Threshold, ValueLength, isWhole))} {Mark(e)}</li>
        """);

    private static Html Mark(Evidence e) => Html.Of($"<span class=\"{Pill.Class(e.Outcome)}\">{Pill.Sign(Pill.Class(e.Outcome))}</span>");

    private static Html Sources(IReadOnlyList<(string File, string What, string Mark)> sources) => sources.Count == 0 ? Html.None : Html.Of($"""
        <h2>What was measured</h2>
        <table class="sources"><thead><tr><th scope="col">File</th><th scope="col">What it is</th><th scope="col">SHA-256</th></tr></thead>
        <tbody>{Html.Join(sources, s => Html.Of($"<tr><th scope=\"row\">{s.File}</th><td>{Html.Prose(s.What)}</td><td class=\"mark\">{s.Mark}</td></tr>\n"))}</tbody></table>
        """);

    private static Html Figures(IReadOnlyList<Picture> pictures, bool isWhole) => Html.Of(
        $"<div class=\"figures\">{Html.Join(pictures.Select((p, k) => Html.Of($"<figure>{PictureSection.Image(p)}<figcaption>Figure {k + 1}. {Text(p.Caption, DefinitionLength, isWhole)}</figcaption></figure>\n")))}</div>");

    private static Html Sensitivities(IReadOnlyList<(string Assumption, string Outcome)> rows, bool isWhole) => rows.Count == 0 ? Html.None : Html.Of($"""
        <h2>What would flip a verdict</h2>
        <table class="flips"><thead><tr><th scope="col">Assumption or criterion</th><th scope="col">Where it turns</th></tr></thead>
        <tbody>{Html.Join(isWhole ? rows : rows.Take(MostSensitivity), r => Html.Of($"<tr><th scope=\"row\">{Text(r.Assumption, ValueLength, isWhole)}</th><td>{Html.Prose(Text(r.Outcome, DefinitionLength, isWhole))}</td></tr>\n"))}</tbody></table>
        """);

    private static Html Definitions(ReportContent content, string[] defined, bool isWhole) => defined.Length == 0 ? Html.None : Html.Of($"""
        <h2>Definitions</h2>
        <ol class="definitions">{Html.Join(defined, name => Html.Of($"<li><b>{name}</b>: {Html.Prose(Text(Definition(content, name), DefinitionLength, isWhole))}</li>\n"))}</ol>
        """);

    private static Html Limits(IReadOnlyList<string> notes) => notes.Count == 0 ? Html.None : Html.Of($"""
        <h2>What this does not show</h2>
        <ul class="limits">{Html.Join(notes, n => Html.Of($"<li>{Html.Prose(n)}</li>\n"))}</ul>
        """);

    private static string Text(string text, int length, bool isWhole) => isWhole ? text : Cut(text, length);

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
