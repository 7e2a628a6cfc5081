using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>The answer: a strip of all claims, then a table with the deciding figure of each and its evidence folded away.</summary>
internal static class VerdictSection
{
    public static Html Strip(IReadOnlyList<ClaimVerdict> claims) => Html.Of($"""
        <ol class="strip" aria-label="Verdicts at a glance">
        {Html.Join(claims, c => Html.Of($"<li><a class=\"{Pill.Class(c.Verdict)}\" href=\"#claim-{c.Claim}\" title=\"Claim {c.Claim}: {VerdictWords.Of(c.Verdict)}\"><b>{c.Claim}</b><span>{Pill.Sign(Pill.Class(c.Verdict))}</span></a></li>\n"))}</ol>
        """);

    public static Html Table(IReadOnlyList<ClaimVerdict> claims) => Html.Of($"""
        <section id="verdicts">
        <h2>Verdicts</h2>
        <table class="verdicts">
        <thead><tr><th scope="col">Claim</th><th scope="col">Condition</th><th scope="col">Verdict</th><th scope="col">Deciding figure</th><th scope="col">Required</th><th scope="col">Why</th></tr></thead>
        {Html.Join(claims, Row)}</table>
        <p class="key"><b>How to read this.</b> Intervals are 95 % confidence intervals over independent replicates. <i>Supported</i>: the whole interval meets
        the requirement. <i>Not supported</i>: the whole interval misses it. <i>Inconclusive</i>: it straddles it. A dependent claim is supported when its own condition
        and its parent are. <i>Measured</i> figures come from the simulated structure; <i>declared</i> conditions from the recipe.</p>
        </section>
        """);

    /// <summary>What the verdict hangs on: what fails, else what is open, else what was measured, else what was declared.</summary>
    internal static Evidence? Deciding(ClaimVerdict claim) =>
        claim.Evidence.FirstOrDefault(e => e.Outcome == Condition.NotMet)
        ?? claim.Evidence.FirstOrDefault(e => e.Outcome == Condition.Inconclusive)
        ?? claim.Evidence.FirstOrDefault(e => e.Kind == EvidenceKind.Measured)
        ?? (claim.Evidence.Count > 0 ? claim.Evidence[0] : null);

    private static Html Row(ClaimVerdict claim)
    {
        Evidence? deciding = Deciding(claim);
        return Html.Of($"""
            <tbody id="claim-{claim.Claim}">
            <tr><th scope="row">{claim.Claim}</th><td>{Html.Prose(claim.Title)}</td><td>{Pill.Of(claim.Verdict)}{Own(claim)}</td>
            <td class="figure">{(deciding is null ? Html.None : Figure(deciding))}</td><td>{Html.Prose(deciding?.Threshold ?? "")}</td><td>{Html.Prose(claim.Why)}</td></tr>
            {(claim.Evidence.Count == 0 ? Html.None : EvidenceRow(claim))}</tbody>

            """);
    }

    /// <summary>The claim's own condition where it says something else than the verdict.</summary>
    private static Html Own(ClaimVerdict claim) => Pill.Class(claim.Own) == Pill.Class(claim.Verdict)
        ? Html.None
        : Html.Of($"<span class=\"own\">own condition {VerdictWords.Of(claim.Own)}</span>");

    private static Html Figure(Evidence e) => Html.Of($"<b>{Value(e)}</b>{Interval(e)}<span class=\"what\">{e.Name}</span>");

    private static Html EvidenceRow(ClaimVerdict claim) => Html.Of($"""
        <tr class="evidence"><td></td><td colspan="5"><details><summary>Evidence ({claim.Evidence.Count})</summary>
        <table><thead><tr><th scope="col">Figure or condition</th><th scope="col">Kind</th><th scope="col" class="number">Value</th><th scope="col" class="number">95 % interval</th><th scope="col">Required</th><th scope="col">Outcome</th></tr></thead>
        <tbody>{Html.Join(claim.Evidence, EvidenceLine)}</tbody></table></details></td></tr>

        """);

    private static Html EvidenceLine(Evidence e) => Html.Of($"""
        <tr><td>{e.Name}</td><td>{VerdictWords.Of(e.Kind)}</td><td class="number">{Value(e)}</td><td class="number">{Range(e)}</td><td>{Html.Prose(e.Threshold)}</td><td>{Pill.Of(e.Outcome)}</td></tr>

        """);

    private static string Value(Evidence e) => e.Value is double v ? FigureText.Of(v, e.Unit) : Html.Prose(e.Text ?? "—");

    private static string Range(Evidence e) => e.Interval is Interval i ? FigureText.Range(i, e.Unit, e.Value ?? double.NaN) : "—";

    private static Html Interval(Evidence e) => e.Interval is null ? Html.None : Html.Of($" <span class=\"interval\">{Range(e)}</span>");
}
