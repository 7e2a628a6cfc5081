using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>The verdicts as a plain text table for standard output.</summary>
internal static class VerdictTable
{
    public static string Of(IReadOnlyList<ClaimVerdict> claims)
    {
        int title = claims.Max(c => c.Title.Length);
        IEnumerable<string> rows = claims.Select(c =>
            $"{c.Claim,5}  {c.Title.PadRight(title)}  {VerdictWords.Of(c.Own),-12}  {VerdictWords.Of(c.Verdict),-13}  {c.Why}");
        return string.Join(Environment.NewLine, rows.Prepend($"claim  {"own condition".PadRight(title)}  {"own",-12}  {"verdict",-13}  why"));
    }
}
