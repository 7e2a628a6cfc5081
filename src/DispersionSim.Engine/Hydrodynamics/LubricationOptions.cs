namespace DispersionSim.Engine;

/// <summary>Tier T2: films between neighbours, and a mean field for what is farther away.</summary>
/// <remarks>
/// Far terms on 6πμa and 8πμa³ at volume fraction φ of the whole box: 1 + 2.725φ − 6.583φ² and 1 + 0.749φ − 2.469φ² beside logarithmic films, 1 + 2.16φ and 1
/// beside squeezing alone. Source: the tables of LAMMPS' pair style lubricate (fast lubrication dynamics), kumar-higdon-2010.
/// </remarks>
public sealed record LubricationOptions
{
    /// <summary>Gap below which a film gets no thinner (roughness, adsorbed layer), m.</summary>
    public double SmallestGap { get; init; } = 2e-9;

    /// <summary>Films shear and pump as well, with the logarithm of the gap; otherwise they are only squeezed.</summary>
    public bool Logarithms { get; init; } = true;

    /// <summary>Factor on the drag of translation at a volume fraction.</summary>
    public double FarTranslation(double fraction) => Logarithms ? 1 + (fraction * (2.725 - (6.583 * fraction))) : 1 + (2.16 * fraction);

    /// <summary>Factor on the drag of rotation.</summary>
    public double FarRotation(double fraction) => Logarithms ? 1 + (fraction * (0.749 - (2.469 * fraction))) : 1;
}
