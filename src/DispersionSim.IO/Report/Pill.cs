using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Outcomes as small labels: word, sign and colour, so that none is told by colour alone.</summary>
internal static class Pill
{
    public static Html Of(Verdict verdict) => Mark(Class(verdict), VerdictWords.Of(verdict));

    public static Html Of(Condition condition) => Mark(Class(condition), VerdictWords.Of(condition));

    /// <summary>CSS class: yes, no or open.</summary>
    public static string Class(Verdict verdict) => verdict switch { Verdict.Supported => "yes", Verdict.NotSupported => "no", _ => "open" };

    public static string Class(Condition condition) => condition switch { Condition.Met => "yes", Condition.NotMet => "no", _ => "open" };

    /// <summary>A check mark, a cross or a tilde.</summary>
    public static string Sign(string outcome) => outcome switch { "yes" => "✓", "no" => "✗", _ => "~" };

    private static Html Mark(string outcome, string word) => Html.Of($"<span class=\"pill {outcome}\"><span aria-hidden=\"true\">{Sign(outcome)}</span> {word}</span>");
}
