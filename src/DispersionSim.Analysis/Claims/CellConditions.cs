using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Conditions on the cell: what it is made of, and that it takes and gives charge in a simulated protocol.</summary>
internal static class CellConditions
{
    public static IEnumerable<Finding> Cell(ClaimFacts facts) =>
    [
        Present("positive electrode", facts.Declared.PositiveElectrode, "a positive electrode active material"),
        Present("electrolyte", facts.Declared.NonaqueousElectrolyte, "a nonaqueous electrolyte"),
        Charge(facts.Cell, facts.Thresholds.MinimumReplicates),
    ];

    private static Finding Present(string name, string? text, string threshold) =>
        Finding.Declared(name, string.IsNullOrEmpty(text) ? "none" : text, threshold, !string.IsNullOrEmpty(text));

    private static Finding Charge(CellEvidence? cell, int needed)
    {
        const string Name = "discharge capacity", Threshold = "the cell takes and gives charge";
        if (cell is null)
        {
            return new(Condition.Inconclusive, "no cell was simulated", [new(Name, EvidenceKind.Measured, null, "no cell was simulated", "-", null, Threshold, Condition.Inconclusive)]);
        }

        Condition outcome = Outcome(cell, needed);
        return new(outcome, Reason(cell, needed), [new(Name, EvidenceKind.Measured, cell.Capacity, cell.Text, cell.Unit, cell.Interval, Threshold, outcome)]);
    }

    /// <summary>Measured like everything else: with enough replicates all cells decide for, none against, and some leave it open.</summary>
    private static Condition Outcome(CellEvidence cell, int needed)
    {
        if (cell.Cells < needed)
        {
            return Condition.Inconclusive;
        }

        return cell.Working == cell.Cells ? Condition.Met : cell.Working == 0 ? Condition.NotMet : Condition.Inconclusive;
    }

    private static string Reason(CellEvidence cell, int needed)
    {
        if (cell.Cells < needed)
        {
            return $"{Figures.TooFew(cell.Cells, needed)} ({cell.Text})";
        }

        string does = cell.Working == cell.Cells ? "takes and gives charge" : cell.Working == 0 ? "does not take and give charge" : "takes and gives charge in some replicates alone";
        return $"the cell {does}: {Figures.Say(cell.Capacity, cell.Interval, cell.Unit)}, {cell.Text}";
    }
}
