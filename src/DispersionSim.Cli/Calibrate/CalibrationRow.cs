using DispersionSim.Analysis;
using DispersionSim.Core;

namespace DispersionSim.Cli;

/// <summary>How often the uniformity rule, or a part of it, decides which way on layers of one kind.</summary>
/// <param name="Layers">Whose layers: the recipe's own, or its process null.</param>
/// <param name="Part">Which part of the rule, or which of its quantities.</param>
/// <param name="PerGroup">Layers a group.</param>
/// <param name="Met">Groups found uniform.</param>
/// <param name="Open">Groups left open.</param>
/// <param name="NotMet">Groups found not uniform.</param>
internal sealed record CalibrationRow(string Layers, string Part, int PerGroup, int Met, int Open, int NotMet)
{
    public int Groups => Met + Open + NotMet;

    /// <summary>Share of the groups found uniform, with its exact 95 % interval.</summary>
    public Measurement Share => new($"{Layers}, {Part}, groups of {PerGroup}: found uniform", Met / (double)Groups, "-")
    {
        Interval = ProportionInterval.Of(Met, Groups),
        Replicates = Groups,
        Definition = $"share of groups; {Open} open, {NotMet} found not uniform; interval of Clopper and Pearson",
    };

    /// <summary>The row as a line of a table.</summary>
    public string Words => FormattableString.Invariant(
        $"{Layers,-19} {Part,-38} groups of {PerGroup,2}: uniform {Met,3}  open {Open,3}  not {NotMet,3}  of {Groups,3}: {Share.Value,5:P0} [{Share.Interval!.Value.Low:P0}, {Share.Interval!.Value.High:P0}]");

    public static CalibrationRow Of(string layers, string part, int perGroup, IEnumerable<Condition> outcomes)
    {
        Condition[] all = [.. outcomes];
        return new(layers, part, perGroup, all.Count(o => o == Condition.Met), all.Count(o => o == Condition.Inconclusive), all.Count(o => o == Condition.NotMet));
    }
}
