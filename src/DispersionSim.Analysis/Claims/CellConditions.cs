using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Conditions on the cell: what it is made of, and that it takes and gives charge in a simulated protocol.</summary>
internal static class CellConditions
{
    public static IEnumerable<Finding> Cell(ClaimFacts facts) =>
    [
        Present("positive electrode", facts.Declared.PositiveElectrode, "a positive electrode active material"),
        Present("electrolyte", facts.Declared.NonaqueousElectrolyte, "a nonaqueous electrolyte"),
        Charge(facts.Cell),
    ];

    private static Finding Present(string name, string? text, string threshold) =>
        Finding.Declared(name, string.IsNullOrEmpty(text) ? "none" : text, threshold, !string.IsNullOrEmpty(text));

    private static Finding Charge(CellEvidence? cell)
    {
        const string Name = "discharge capacity", Threshold = "the cell takes and gives charge";
        if (cell is null)
        {
            return new(Condition.Inconclusive, "no cell was simulated", [new(Name, EvidenceKind.Measured, null, "no cell was simulated", "-", null, Threshold, Condition.Inconclusive)]);
        }

        Condition outcome = cell.TakesAndGivesCharge ? Condition.Met : Condition.NotMet;
        string reason = cell.TakesAndGivesCharge ? "the cell takes and gives charge" : "the cell does not take and give charge";
        return new(outcome, $"{reason}: {Figures.Say(cell.Capacity, cell.Interval, cell.Unit)}, {cell.Text}", [new(Name, EvidenceKind.Measured, cell.Capacity, cell.Text, cell.Unit, cell.Interval, Threshold, outcome)]);
    }
}
