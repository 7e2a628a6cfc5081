namespace DispersionSim.Cell;

/// <summary>Nonaqueous electrolytes that the cell knows.</summary>
public enum ElectrolyteKind
{
    /// <summary>LiPF₆ in ethylene carbonate and ethyl methyl carbonate, 3:7 by weight.</summary>
    Lipf6InEcEmc,
}

/// <summary>The electrolyte as a conductor of uniform concentration.</summary>
/// <remarks>
/// κ = 0.1297 c³ − 2.51 c^1.5 + 3.329 c S/m, c in mol/dm³, 0.2–2 mol/dm³ (nyman-2008): 0.949 S/m at 1 mol/dm³.
/// In a porous layer κ_eff = κ ε/τ, τ the tortuosity factor, ε^(1−b) where only a Bruggeman exponent b is known.
/// </remarks>
/// <param name="Concentration">Salt, mol/m³.</param>
public sealed record Electrolyte(double Concentration)
{
    /// <summary>κ, S/m.</summary>
    public double Conductivity
    {
        get
        {
            double c = Concentration / 1000;
            return (0.1297 * c * c * c) - (2.51 * c * Math.Sqrt(c)) + (3.329 * c);
        }
    }

    /// <summary>Resistance of a porous layer through its thickness, Ω m².</summary>
    /// <param name="thickness">m.</param>
    /// <param name="porosity">ε.</param>
    /// <param name="tortuosity">τ.</param>
    public double LayerResistance(double thickness, double porosity, double tortuosity) =>
        thickness * tortuosity / (Conductivity * porosity);

    /// <summary>Tortuosity factor of a Bruggeman medium, ε^(1 − b).</summary>
    public static double BruggemanTortuosity(double porosity, double exponent) => Math.Pow(porosity, 1 - exponent);
}
