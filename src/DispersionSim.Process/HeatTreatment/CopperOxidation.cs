namespace DispersionSim.Process;

/// <summary>Growth of Cu₂O on the foil, on each side alike.</summary>
/// <remarks>
/// dx/dt = 1/(2x/k_p + 1/k_s): diffusion through the oxide (x² = k_p t) in series with the supply of oxygen by the furnace gas.
/// k_p: E = 40 kJ/mol below 550 °C, 111 kJ/mol above (zhu-2002: 350–500 °C, and above 600 °C); prefactor assumed, 1 µm in 1 h at
/// 400 °C in air. k_p does not fall with p(O₂), since the metal side of the oxide does not see it; k_s does:
/// k_s = 2 V_ox u p(O₂)/RT₀, u the gas renewed per foil area and time. No oxide below the dissociation pressure
/// ln(p/bar) = (−337.2 kJ/mol + 151.6 J/(mol K) T)/RT of 4Cu + O₂ = 2Cu₂O (crc-handbook).
/// Not modelled: CuO, spalling, the layer as a cover of one side, reduction of oxide already there.
/// </remarks>
/// <param name="OxygenPressure">p(O₂), Pa.</param>
/// <param name="GasRenewal">u, m/s at 25 °C.</param>
public sealed record CopperOxidation(double OxygenPressure, double GasRenewal)
{
    /// <summary>Molar volume of Cu₂O, m³/mol (6000 kg/m³).</summary>
    private const double OxideMolarVolume = 2.385e-5;

    /// <summary>Thickness of copper in unit thickness of oxide (Pilling–Bedworth ratio 1.68).</summary>
    private const double CopperPerOxide = 2 * 7.092e-6 / OxideMolarVolume;

    private const double Bar = 1e5;

    private static readonly Arrhenius LowTemperature = Arrhenius.Through(1e-12 / 3600, 673.15, 40e3);
    private static readonly Arrhenius HighTemperature = Arrhenius.Through(LowTemperature.At(823.15), 823.15, 111e3);

    /// <summary>Parabolic constant k_p, m²/s.</summary>
    public static double ParabolicConstant(double temperature) =>
        Math.Max(LowTemperature.At(temperature), HighTemperature.At(temperature));

    /// <summary>Oxygen pressure below which Cu₂O cannot form, Pa.</summary>
    public static double DissociationPressure(double temperature) =>
        Bar * Math.Exp((-337.2e3 + (151.6 * temperature)) / (KineticConstants.Gas * temperature));

    /// <summary>Fastest growth that the supplied oxygen allows, k_s, m/s.</summary>
    public double SupplyLimit => 2 * OxideMolarVolume * GasRenewal * OxygenPressure / (KineticConstants.Gas * KineticConstants.RoomTemperature);

    /// <summary>Oxide thickness (m) after a time (s) at a temperature (K): exact.</summary>
    public double Advance(double thickness, double temperature, double time)
    {
        double parabolic = ParabolicConstant(temperature), supply = SupplyLimit;
        if (supply <= 0 || OxygenPressure <= DissociationPressure(temperature))
        {
            return thickness;
        }

        // x²/k_p + x/k_s grows by the time; solved for x in the form that keeps its digits when either term is small.
        double target = (thickness * thickness / parabolic) + (thickness / supply) + time;
        return 2 * target / ((1 / supply) + Math.Sqrt((1 / (supply * supply)) + (4 * target / parabolic)));
    }

    /// <summary>Fraction of the foil's thickness turned to oxide, both sides together.</summary>
    public static double ConsumedFraction(double oxideThickness, double foilThickness) =>
        Math.Min(1, 2 * oxideThickness * CopperPerOxide / foilThickness);
}
