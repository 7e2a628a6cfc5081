using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>What the page of a measured file shows.</summary>
/// <param name="Kind">What was measured: surface, volume.</param>
/// <param name="Title">Name of the file.</param>
/// <param name="Headline">The figures that come first.</param>
/// <param name="Facts">Number, size, spacing.</param>
/// <param name="Warnings">What a reader of the numbers should know.</param>
/// <param name="Pictures">Maps and slices, then plots.</param>
/// <param name="Measured">Every number; its definition says what was filtered.</param>
public sealed record MeasuredContent(
    string Kind, string Title, IReadOnlyList<Measurement> Headline, IReadOnlyList<(string Name, string Value)> Facts, IReadOnlyList<string> Warnings, IReadOnlyList<Picture> Pictures, IReadOnlyList<Measurement> Measured);

/// <summary>The page of a measured file: one HTML file that holds everything it shows and asks for nothing from anywhere.</summary>
public static class MeasuredPage
{
    /// <summary>Writes the folder of a measured file: the page, its pictures, its numbers.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="page">Name of the page within it.</param>
    /// <param name="content">What the page shows.</param>
    /// <param name="document">The numbers.</param>
    /// <returns>Path of the page.</returns>
    /// <exception cref="InputException">The folder is in use.</exception>
    public static string Write(string folder, string page, MeasuredContent content, MetricsDocument document)
    {
        using RunFolder at = RunFolder.Create(folder);
        at.WritePictures(RunFileNames.Plots, content.Pictures);
        document.Write(at.Metrics);
        AtomicFile.Write(at.At(page), Build(content, document.Uniformity));
        return at.At(page);
    }

    private static byte[] Build(MeasuredContent content, UniformityDocument? tests) => System.Text.Encoding.UTF8.GetBytes(Html.Of($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta http-equiv="Content-Security-Policy" content="{ReportBuilder.Policy}"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>{content.Title} · DispersionSim {content.Kind}</title>
        <link rel="icon" href="data:,"/>
        <style>{ReportBuilder.Asset("report.css")}</style>
        </head>
        <body>
        <main>
        <header>
        <p class="kicker">DispersionSim {content.Kind}</p>
        <p class="title">{content.Title}</p>
        <h1>{string.Join("\u00a0· ", content.Headline.Select(m => $"{Unbroken(m.Name)}\u00a0{FigureText.Of(m.Value, m.Unit)}"))}</h1>
        {Html.Join(content.Warnings, w => Html.Of($"<p class=\"summary\"><span class=\"pill open\">note</span> {Html.Prose(w)}</p>\n"))}
        <dl class="facts">{Html.Join(content.Facts, f => Html.Of($"<div><dt>{f.Name}</dt><dd>{f.Value}</dd></div>\n"))}</dl>
        </header>
        {Html.Join(content.Pictures.Where(IsWide), p => Html.Of($"<section>{Figure(p)}</section>\n"))}
        <section><div class="grid">{Html.Join(content.Pictures.Where(p => !IsWide(p)), Figure)}</div></section>
        {(tests is { Tests.Count: > 0 } ? Tests(tests) : Html.None)}
        {Table(content.Measured)}
        </main>
        </body>
        </html>

        """).Text.ReplaceLineEndings("\n"));

    /// <summary>Maps and profiles take the page's width.</summary>
    private static bool IsWide(Picture p) => p.Name.StartsWith("height-map", StringComparison.Ordinal) || p.Name.StartsWith("profile", StringComparison.Ordinal);

    private static Html Figure(Picture p) => Html.Of($"<figure>{PictureSection.Image(p)}<figcaption>{p.Caption}</figcaption></figure>\n");

    private static Html Tests(UniformityDocument uniformity) => Html.Of($"""
        <section id="tests">
        <h2>Tests of evenness: {uniformity.Verdict}</h2>
        <p class="what">Null: {uniformity.Null}. p: share of the simulations, the sample among them, at least as extreme; adjusted after Holm for {uniformity.Tests.Count} tests. A test rejects where the adjusted p is at most 0.05, the size of the departure lies outside its margin, and the departure is not towards regularity.</p>
        <table class="metrics">
        <thead><tr><th scope="col">Test</th><th scope="col" class="number">p</th><th scope="col" class="number">Adjusted p</th><th scope="col" class="number">Size</th><th scope="col" class="number">Margin</th><th scope="col">What it comes to</th></tr></thead>
        <tbody>
        {Html.Join(uniformity.Tests, t => Html.Of($"""<tr><th scope="row">{t.Name}</th><td class="number">{Probability(t.P)}</td><td class="number">{Probability(t.AdjustedP)}</td><td class="number">{FigureText.Of(t.Effect, "-")}</td><td class="number">{(double.IsNaN(t.Margin) ? "none" : FigureText.Of(t.Margin, "-"))}</td><td><span class="what">{t.Remark}</span></td></tr>"""))}</tbody></table>
        </section>
        """);

    /// <summary>A name in one piece, and told from the number behind it where it ends in one.</summary>
    private static string Unbroken(string name) => name.Replace(' ', '\u00a0').Replace('-', '\u2011') + (char.IsDigit(name[^1]) ? ":" : "");

    private static string Probability(double p) => FormattableString.Invariant($"{p:0.0000}");

    private static Html Table(IReadOnlyList<Measurement> measured)
    {
        (bool hasIntervals, bool compared) = (measured.Any(m => m.Interval is not null), measured.Any(m => m.NullMean is not null));
        return Html.Of($"""
            <section id="metrics">
            <h2>Numbers, and how they were had</h2>
            <table class="metrics">
            <thead><tr><th scope="col">Parameter</th><th scope="col" class="number">Value</th>{(hasIntervals ? Html.Of($"<th scope=\"col\" class=\"number\">95 % interval</th>") : Html.None)}{(compared ? Html.Of($"<th scope=\"col\" class=\"number\">Null: mean, 95 % band</th>") : Html.None)}<th scope="col">How</th></tr></thead>
            <tbody>
            {Html.Join(measured, m => Row(m, hasIntervals, compared))}</tbody></table>
            </section>
            """);
    }

    private static Html Row(Measurement m, bool hasIntervals, bool compared) => Html.Of($"""
        <tr><th scope="row">{m.Name}</th><td class="number">{FigureText.Of(m.Value, m.Unit)}</td>{(hasIntervals ? Html.Of($"<td class=\"number\">{(m.Interval is { } i ? FigureText.Range(i, m.Unit, m.Value) : "")}</td>") : Html.None)}{(compared ? Html.Of($"<td class=\"number\">{Null(m)}</td>") : Html.None)}<td><span class="what">{Html.Prose(m.Definition)}</span></td></tr>

        """);

    private static string Null(Measurement m) => m.NullMean is not { } mean ? "" : FigureText.Of(mean, m.Unit) + (m.NullBand is { } band ? $", {FigureText.Range(band, m.Unit, mean)}" : "");
}
