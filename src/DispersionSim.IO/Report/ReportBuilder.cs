using System.Text;

namespace DispersionSim.IO;

/// <summary>Puts the report together: one HTML page that holds everything it shows, opens from a file and asks for nothing from anywhere.</summary>
/// <remarks>The answer comes first; then how firm it is, what it looks like, the figures, and at the end what is needed to repeat it. The same content gives the same bytes.</remarks>
public static class ReportBuilder
{
    /// <summary>Forbids the browser every request; styles, scripts and pictures are all inside.</summary>
    internal const string Policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

    private static readonly (string Id, string Name)[] Contents =
    [
        ("verdicts", "Verdicts"), ("margins", "Margins"), ("structure", "Structure"), ("sections", "Sections"), ("plots", "Plots"), ("metrics", "Metrics"),
        ("process", "Process"), ("limits", "Limits"), ("recipe", "Recipe"), ("provenance", "Provenance"), ("references", "Sources"),
    ];

    /// <summary>The whole page.</summary>
    public static string Build(ReportContent content)
    {
        Html body = Html.Join([
            VerdictSection.Table(content.Claims), MarginSection.Of(content.Margins), PictureSection.View3D(content), PictureSection.Sections(content.Sections),
            PictureSection.Plots([.. content.Plots.Where(p => !content.Stages.Any(s => s.Plots.Contains(p.Name, StringComparer.Ordinal)))]), FigureSection.Metrics(content.Metrics), ProcessSection.Of(content), AppendixSection.Limits(content),
            AppendixSection.Recipe(content.RecipeText), AppendixSection.Provenance(content.Provenance), AppendixSection.References(content.References)]);
        return Html.Of($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta http-equiv="Content-Security-Policy" content="{Policy}"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>{content.Title} · DispersionSim report</title>
            <link rel="icon" href="data:,"/>
            <style>{Asset("report.css")}</style>
            </head>
            <body>
            {Navigation(body)}
            <main>
            {Head(content)}
            {body}
            </main>
            {(content.Structure is null ? Html.None : Html.Of($"<script>{Asset("spheres.js")}</script>"))}
            </body>
            </html>

            """).Text.ReplaceLineEndings("\n");
    }

    private static Html Head(ReportContent content) => Html.Of($"""
        <header>
        <p class="kicker">DispersionSim report</p>
        <p class="title">{content.Title}</p>
        <h1>{content.Headline}</h1>
        {VerdictSection.Strip(content.Claims)}
        {(content.Summary.Length == 0 ? Html.None : Html.Of($"<p class=\"summary\">{Html.Prose(content.Summary)}</p>"))}
        <dl class="facts">{Html.Join(content.Facts, f => Html.Of($"<div><dt>{f.Name}</dt><dd>{f.Value}</dd></div>\n"))}</dl>
        </header>
        """);

    /// <summary>Links to the sections that are there.</summary>
    private static Html Navigation(Html body) => Html.Of($"""
        <nav aria-label="Contents"><div>{Html.Join(Contents.Where(c => body.Text.Contains($"<section id=\"{c.Id}\"", StringComparison.Ordinal)), c => Html.Of($"<a href=\"#{c.Id}\">{c.Name}</a>"))}</div></nav>
        """);

    internal static Html Asset(string name)
    {
        using Stream stream = typeof(ReportBuilder).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new(reader.ReadToEnd());
    }
}
