using System.Globalization;
using System.Text;
using DispersionSim.Core;

namespace DispersionSim.Cli;

/// <summary>A dispersion told in words.</summary>
internal static class DisperseWords
{
    /// <summary>The answer in a sentence or two.</summary>
    public static string Answer(DispersionSummary summary)
    {
        DispersedAt[] reached = [.. summary.Dispersed.OfType<DispersedAt>()];
        string end = $"at the end of strain {summary.Figure("shear strain"):G3} {summary.Figure("surviving bonds at end of shear"):P1} of the powder's bonds hold and the largest fragment has {summary.Figure("largest fragment"):F0} primaries (hydrodynamic tier T{summary.Figure("hydrodynamic tier"):F0})";
        return reached.Length == summary.Dispersed.Count
            ? $"dispersed in every replicate from strain {Range(reached, d => d.Strain, "-")} on: {Range(reached, d => d.Time, "s")} at {Si(summary.Figure("shear stress"), "Pa")}, {Range(reached, d => d.Energy, "J/m^3")}; {end}"
            : $"not dispersed in {summary.Dispersed.Count - reached.Length} of {summary.Dispersed.Count} replicates; {end}";
    }

    public static string Page(RunPlan plan, DispersionSummary summary)
    {
        var page = new StringBuilder();
        page.AppendLine(CultureInfo.InvariantCulture, $"# Dispersion of {plan.Recipe.Name}").AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"{plan.Replicates} powders of {plan.Level.Primaries} primaries, seed {plan.Recipe.Seed}. {Sentence(Answer(summary))}.").AppendLine();
        page.AppendLine("Dispersed: at most 5 % of the powder's bonds hold and at most 5 % of the mass is in fragments of more than five primaries, from then on.").AppendLine();
        page.AppendLine("| figure | value | 95 % interval | what it is |").AppendLine("|---|---|---|---|");
        foreach (Measurement m in summary.Figures)
        {
            string interval = m.Interval is { } i ? $"{Si(i.Low, m.Unit)} to {Si(i.High, m.Unit)}" : "";
            page.AppendLine(CultureInfo.InvariantCulture, $"| {m.Name} | {Si(m.Value, m.Unit)} | {interval} | {m.Definition} |");
        }

        page.AppendLine().AppendLine("![fragment size](plots/fragment-size.png)").AppendLine("![shares](plots/shares.png)").AppendLine("![final sizes](plots/final-sizes.png)").AppendLine("![breakage](plots/breakage.png)").AppendLine("![taken off](plots/taken-off.png)").AppendLine("![energy](plots/energy.png)");
        return page.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>A number with its unit, three digits.</summary>
    public static string Si(double value, string unit) => unit == "-" ? $"{value:G3}" : Quantity.Rounded(value, unit, 3);

    private static string Range(DispersedAt[] all, Func<DispersedAt, double> of, string unit)
    {
        (double low, double high) = (all.Min(of), all.Max(of));
        return low == high ? Si(low, unit) : $"{Si(low, unit)} to {Si(high, unit)}";
    }

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
