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
        new(5, "Brownian displacement and rotation", FreeMotionRows.Diffusion),
        new(6, "Stokes drift and settling", _ => FreeMotionRows.Drift()) { Logarithmic = true },
        new(7, "a pair that settles in contact", _ => DoubletRows.Settling()),
        new(8, "self-diffusion of hard spheres", SelfDiffusionRow.Run),
        new(9, "pull-off forces; stretch, shear, bend and twist of a bridge", _ => StrengthRow.Run()),
        new(10, "nothing is lost", ConservationRow.Run),
        new(11, "a sheared or extended periodic box looks the same from every image", _ => PeriodicImageRow.Run()),
        new(12, "aggregates follow N = k_f (R_g/a)^D_f", FractalRow.Run) { Logarithmic = true },
        new(13, "size after dispersion against stress, brittle bonds", BrittleSizeRow.Run) { Logarithmic = true },
        new(14, "random close packing", RandomPackingRow.Run),
        new(15, "binder profile of a drying film", _ => BinderProfileRow.Run()),
        new(16, "synthetic foil: height from its spectrum, Gaussian heights", FoilRow.Run),
        new(17, "annealing", _ => AnnealRow.Run()),
        new(21, "densification under the rolls", CalenderingRow.Run),
    ];
}
