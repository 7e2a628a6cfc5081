using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>The process stage by stage: what went in and out, how it went, what was measured.</summary>
internal static class ProcessSection
{
    private const double Gram = 1e-3;

    /// <summary>Figures that are shown at once; all stand below, with their definitions.</summary>
    private const int FirstFigures = 6;

    public static Html Of(ReportContent content) => content.Stages.Count == 0 ? Html.None : Html.Of($"""
        <section id="process">
        <h2>Process, stage by stage</h2>
        <ol class="route">{Html.Join(content.Stages, s => Html.Of($"<li><a href=\"#stage-{s.Stage}\">{Title(s.Stage)}</a></li>"))}</ol>
        {Html.Join(content.Stages.Select((stage, i) => Page(stage, i + 1, content.Plots)))}</section>
        """);

    private static Html Page(StageSummary stage, int number, IReadOnlyList<Picture> plots) => Html.Of($"""
        <article class="stage" id="stage-{stage.Stage}"><h3><span>{number}</span> {Title(stage.Stage)}</h3>
        <div class="grid">
        <div>
        {(stage.Balance is { } sheet ? Balance(sheet) : Html.None)}{First(stage.Measurements)}</div>
        {Html.Join(stage.Plots.Select(n => plots.FirstOrDefault(p => p.Name == n)).OfType<Picture>(), Plot)}</div>
        {Measured(stage.Measurements)}</article>

        """);

    private static Html Plot(Picture p) => Html.Of($"<figure>{PictureSection.Image(p)}<figcaption>{p.Caption}</figcaption></figure>\n");

    private static Html Balance(BalanceSheet sheet) => Html.Of($"""
        <figure class="balance">
        <table>
        <thead><tr><th scope="col">g/m²</th><th scope="col" class="number">in</th><th scope="col" class="number">added</th><th scope="col" class="number">out</th><th scope="col" class="number">given off</th></tr></thead>
        <tbody>
        {Html.Join(sheet.Lines, l => Line(BalanceSheet.NameOf(l.Species), l))}</tbody>
        <tfoot>{Line("all", new(default, sheet.Lines.Sum(l => l.In), sheet.Lines.Sum(l => l.Added), sheet.Lines.Sum(l => l.Out), sheet.Lines.Sum(l => l.GivenOff)))}</tfoot>
        </table>
        <figcaption>Balance of a square metre of the whole layer, mean of the replicates; {Closure(sheet)}.</figcaption>
        </figure>

        """);

    private static string Closure(BalanceSheet sheet) => sheet.Closure <= BalanceSheet.Allowed
        ? $"it closes to {(sheet.Closure == 0 ? "the last digit" : FigureText.Number(sheet.Closure))}"
        : $"it does not close: {FigureText.Number(sheet.Closure)} is off";

    private static Html Line(string name, BalanceLine l) => Html.Of($"""
        <tr><th scope="row">{name}</th><td class="number">{Mass(l.In)}</td><td class="number">{Mass(l.Added)}</td><td class="number">{Mass(l.Out)}</td><td class="number">{Mass(l.GivenOff)}</td></tr>

        """);

    /// <summary>Nothing is left blank, so that what takes part is seen at a glance.</summary>
    private static string Mass(double kilograms) => kilograms > 0 ? FigureText.Number(kilograms / Gram) : "";

    private static Html First(IReadOnlyList<Measurement> measured) => measured.Count == 0 ? Html.None : Html.Of($"""
        <table class="first"><tbody>{Html.Join(measured.Take(FirstFigures), m => Html.Of($"<tr><th scope=\"row\">{m.Name}</th><td class=\"number\">{FigureText.Of(m.Value, m.Unit)}</td></tr>\n"))}</tbody></table>

        """);

    private static Html Measured(IReadOnlyList<Measurement> measured) => measured.Count == 0 ? Html.None : Html.Of($"""
        <details><summary>All {measured.Count} figures of this stage</summary>
        <table class="figures"><thead><tr><th scope="col">Figure</th><th scope="col" class="number">Value</th><th scope="col" class="number">95 % interval</th></tr></thead>
        <tbody>{Html.Join(measured, m => Html.Of($"<tr><th scope=\"row\">{m.Name}{FigureSection.Definition(m)}</th><td class=\"number\">{FigureText.Of(m.Value, m.Unit)}</td><td class=\"number\">{FigureSection.Range(m.Interval, m)}</td></tr>\n"))}</tbody></table></details>
        """);

    /// <summary>"heat-treatment" as "Heat treatment".</summary>
    private static string Title(string stage) => stage.Length == 0 ? "" : char.ToUpperInvariant(stage[0]) + stage[1..].Replace('-', ' ');
}
