namespace DispersionSim.Cell;

/// <summary>A material that takes and gives lithium.</summary>
public sealed record ActiveMaterial
{
    public required string Name { get; init; }

    /// <summary>Lithium at stoichiometry 1, mol/m³ of unlithiated material.</summary>
    public required double MaximumConcentration { get; init; }

    /// <summary>Diffusivity of lithium, m²/s.</summary>
    public required double Diffusivity { get; init; }

    /// <summary>m in j₀ = m √(c_e c (c_max − c)), A/m² (m³/mol)^1.5.</summary>
    public required double RatePrefactor { get; init; }

    /// <summary>Open-circuit potential while lithium goes in, V against Li/Li⁺ of the stoichiometry.</summary>
    public required Func<double, double> Lithiation { get; init; }

    /// <summary>Open-circuit potential while lithium comes out; the same where there is no hysteresis.</summary>
    public required Func<double, double> Delithiation { get; init; }

    /// <summary>A key of the reference catalog.</summary>
    public required string Source { get; init; }
}
