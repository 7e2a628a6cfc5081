namespace DispersionSim.Process;

/// <summary>Van der Waals attraction of two equal spheres, each with a shell of oxide.</summary>
/// <remarks>
/// F = (a/12)[A_oo/h² + 2A_os/(h + t)² + A_ss/(h + 2t)²], t the thickness of the shell, with
/// A_oo = (√A_ox − √A_m)², A_os = (√A_core − √A_ox)(√A_ox − √A_m), A_ss = (√A_core − √A_ox)². Valid for h, t ≪ a. The zero-frequency term is left out of
/// combining rules and added to A_oo where it is known. Source: israelachvili-2011, ch. 13.
/// </remarks>
/// <param name="Core">Hamaker constant of the core across vacuum, J.</param>
/// <param name="Oxide">Of the oxide, J.</param>
/// <param name="Medium">Of the solution, J.</param>
/// <param name="Thickness">t, m.</param>
/// <param name="ZeroFrequency">Added to A_oo, J: what remains between oxides whose refractive index is that of the solution.</param>
public readonly record struct OxideShell(double Core, double Oxide, double Medium, double Thickness, double ZeroFrequency = 0)
{
    /// <summary>A that a bare sphere would need for the same attraction at a separation: 12 F h²/a.</summary>
    public double EffectiveHamaker(double separation)
    {
        if (Thickness <= 0)
        {
            return VanDerWaals.Across(Core, Core, Medium);
        }

        double outer = VanDerWaals.Across(Oxide, Oxide, Medium) + ZeroFrequency;
        double mixed = (Math.Sqrt(Core) - Math.Sqrt(Oxide)) * (Math.Sqrt(Oxide) - Math.Sqrt(Medium));
        double inner = VanDerWaals.Across(Core, Core, Oxide);
        double once = separation / (separation + Thickness), twice = separation / (separation + (2 * Thickness));
        return outer + (2 * mixed * once * once) + (inner * twice * twice);
    }
}
