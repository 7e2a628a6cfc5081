using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>What a reader needs to judge and to repeat the run: what is left out, limits, recipe, provenance, sources.</summary>
internal static class AppendixSection
{
    public static Html Limits(ReportContent content) => content.Unreported.Count + content.Notes.Count == 0 ? Html.None : Html.Of($"""
        <section id="limits">
        <h2>Limits, and what is not reported</h2>
        {(content.Notes.Count == 0 ? Html.None : Html.Of($"<ul class=\"notes\">{Html.Join(content.Notes, n => Html.Of($"<li>{n}</li>\n"))}</ul>"))}
        {(content.Unreported.Count == 0 ? Html.None : Table(content.Unreported))}
        </section>
        """);

    public static Html Recipe(string text) => text.Length == 0 ? Html.None : Html.Of($"""
        <section id="recipe">
        <h2>Recipe, as resolved</h2>
        <details><summary>Show the {text.TrimEnd().Split('\n').Length} lines</summary><pre>{text}</pre></details>
        </section>
        """);

    public static Html Provenance(IReadOnlyList<(string Name, string Value)> entries) => entries.Count == 0 ? Html.None : Html.Of($"""
        <section id="provenance">
        <h2>Provenance</h2>
        <dl>{Html.Join(entries, e => Html.Of($"<dt>{e.Name}</dt><dd>{e.Value}</dd>\n"))}</dl>
        </section>
        """);

    public static Html References(IReadOnlyList<Reference> references) => references.Count == 0 ? Html.None : Html.Of($"""
        <section id="references">
        <h2>Sources used</h2>
        <ol class="references">{Html.Join(references, r => Html.Of($"<li>{r.Citation}</li>\n"))}</ol>
        </section>
        """);

    private static Html Table(IReadOnlyList<Unreported> items) => Html.Of($"""
        <table class="unreported"><thead><tr><th scope="col">Not reported</th><th scope="col">Why</th></tr></thead>
        <tbody>{Html.Join(items, u => Html.Of($"<tr><th scope=\"row\">{u.Name}</th><td>{u.Why}</td></tr>\n"))}</tbody></table>
        """);
}
