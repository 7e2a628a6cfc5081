namespace DispersionSim.Process;

/// <summary>Oxide added to the native oxide of silicon.</summary>
/// <remarks>
/// Below 600 °C a logarithmic law, dx/dt = r(T) w exp(−x/L): L = 0.25 nm, r through 2.8·10⁻¹² m/s at 400 °C with 1 eV (assumed: 1.5 nm
/// in 10 h in air at 400 °C), w = p(O₂)/21 kPa. Added to it the linear–parabolic law of dry thermal oxidation (deal-grove-1965):
/// x²/B + x/(B/A) = t, B = 772 µm²/h exp(−1.23 eV/kT), B/A = 3.71·10⁶ µm/h exp(−2.0 eV/kT) per atmosphere of oxygen,
/// negligible at 400 °C. x is the oxide added, m.
/// </remarks>
/// <param name="OxygenPressure">p(O₂), Pa.</param>
public sealed record SiliconOxidation(double OxygenPressure)
{
    private const double LogarithmicScale = 0.25e-9, SquareMicrometrePerHour = 1e-12 / 3600, MicrometrePerHour = 1e-6 / 3600, Atmosphere = 101325;

    private static readonly Arrhenius Initial = Arrhenius.Through(2.8e-12, 673.15, KineticConstants.ElectronVoltPerMole);
    private static readonly Arrhenius Parabolic = new(772 * SquareMicrometrePerHour, 1.23 * KineticConstants.ElectronVoltPerMole);
    private static readonly Arrhenius Linear = new(3.71e6 * MicrometrePerHour, 2.0 * KineticConstants.ElectronVoltPerMole);

    /// <summary>Added oxide (m) after a time (s) at a temperature (K).</summary>
    public double Advance(double thickness, double temperature, double time) =>
        OxygenPressure <= 0 ? thickness : Thermal(Logarithmic(thickness, temperature, time), temperature, time);

    private double Logarithmic(double thickness, double temperature, double time)
    {
        double rate = Initial.At(temperature) * OxygenPressure / Process.OxygenPressure.Air;
        return thickness + (LogarithmicScale * Math.Log(1 + (rate * time / LogarithmicScale * Math.Exp(-thickness / LogarithmicScale))));
    }

    private double Thermal(double thickness, double temperature, double time)
    {
        double share = OxygenPressure / Atmosphere, parabolic = Parabolic.At(temperature) * share, linear = Linear.At(temperature) * share;
        double target = (thickness * thickness / parabolic) + (thickness / linear) + time;
        return 2 * target / ((1 / linear) + Math.Sqrt((1 / (linear * linear)) + (4 * target / parabolic)));
    }
}
