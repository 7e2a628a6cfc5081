namespace DispersionSim.Process;

/// <summary>The rows that <c>dispersionsim validate</c> and the tests run.</summary>
public static class ValidationCatalog
{
    public static IReadOnlyList<ValidationRow> All { get; } =
    [
        new(1, "greatest tension of a doublet in shear", _ => DoubletRows.Tension()),
        new(2, "shear rate that breaks a doublet", _ => DoubletRows.BreakingRate()),
        new(3, "period of a rigid doublet", _ => DoubletRows.Period()),
        new(4, "greatest internal force of aggregates against their size", InternalForceRow.Run) { Logarithmic = true },
        new(7, "a pair that settles in contact", _ => DoubletRows.Settling()),
        new(13, "size after dispersion against stress, brittle bonds", BrittleSizeRow.Run) { Logarithmic = true },
        new(14, "random close packing", RandomPackingRow.Run),
        new(21, "densification under the rolls", CalenderingRow.Run),
    ];
}
