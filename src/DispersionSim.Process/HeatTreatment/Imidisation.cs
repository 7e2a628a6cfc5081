namespace DispersionSim.Process;

/// <summary>How far curing has come.</summary>
/// <param name="Imidised">X, imidised fraction of the precursor.</param>
/// <param name="ReducedTime">z = ∫ k (1 + s r) dt, the time in units of the rate.</param>
/// <param name="Solvent">r, mass of solvent that the precursor still holds, over its own.</param>
public readonly record struct ImidisationState(double Imidised, double ReducedTime, double Solvent);

/// <summary>Conversion of the precursor to polyimide.</summary>
/// <remarks>
/// dX/dz = β z^(β−1) (X∞(T) − X) while X &lt; X∞, dz = k (1 + s r) dt, k = A exp(−E/RT). X is the imidised fraction; X∞, below 1 for a glass
/// that stiffens as it cures, is 0.9 at 200 °C and 1 from 300 °C, linear between and below, not less than 0.7. β is 1 (first order), or less
/// for the stretched (Kohlrausch–Williams–Watts) tail: at one temperature X = X∞ (1 − exp(−(kt)^β)).
/// Solvent that the precursor holds speeds curing up: s = 10 (assumed: three times as fast with a fifth of its mass in NMP); it leaves by
/// dr/dt = −k_s r, half in 10 min at 120 °C with 90 kJ/mol (assumed).
/// Defaults for PMDA-ODA: A = 1.9·10⁹ s⁻¹, E = 104 kJ/mol (assumed; half life 42 min at 150 °C, 6 min at 180 °C).
/// Ester type: fitted to 22.5 % at 238 °C and 98.3 % at 310 °C on a ramp of 2 K/min, X∞ = 1.
/// </remarks>
/// <param name="Rate">k, 1/s.</param>
/// <param name="Vitrifies">Whether X∞ falls below 1 under 300 °C.</param>
/// <param name="MassFactor">Mass of imide formed by unit mass of precursor.</param>
/// <param name="Data">Temperatures that the constants were taken from.</param>
public sealed record Imidisation(Arrhenius Rate, bool Vitrifies, double MassFactor, TemperatureRange Data)
{
    // Molar masses in g/mol: repeat unit of the PMDA-ODA amic acid, water; methyl ester of it, methanol.
    private const double AmicAcid = 418.36, Water = 18.015, MethylEster = 446.41, Methanol = 32.042;

    private const double SolventAcceleration = 10;

    /// <summary>PMDA-ODA polyamic acid: two waters leave each repeat unit, factor 0.914.</summary>
    public static Imidisation PmdaOda { get; } = new(new(1.9e9, 104e3), Vitrifies: true, LessTwoWaters(AmicAcid), TemperatureRange.Celsius(100, 450));

    /// <summary>Its methyl ester: two methanols leave each repeat unit, factor 0.856.</summary>
    public static Imidisation EsterType { get; } = new(new(2.7057e5, 86.73e3), Vitrifies: false, 1 - (2 * Methanol / MethylEster), TemperatureRange.Celsius(25, 350));

    /// <summary>Evaporation of solvent that the precursor holds, k_s, 1/s.</summary>
    public static Arrhenius SolventLoss { get; } = Arrhenius.Through(Math.Log(2) / 600, 393.15, 90e3);

    /// <summary>β, exponent of the stretched tail; 1 for first order.</summary>
    public double Stretch { get; init; } = 1;

    /// <summary>Mass factor of a polyamic acid whose repeat unit (g/mol) loses two waters.</summary>
    public static double LessTwoWaters(double repeatUnit) => 1 - (2 * Water / repeatUnit);

    /// <summary>Greatest imidised fraction at a temperature (K).</summary>
    public double Limit(double temperature) => Vitrifies ? Math.Clamp(0.9 + ((temperature - 473.15) * 1e-3), 0.7, 1) : 1;

    /// <summary>Imidised fraction of a dry precursor after a time (s) at a temperature (K), first order: exact.</summary>
    public double Advance(double imidised, double temperature, double time) => Advance(new ImidisationState(imidised, 0, 0), temperature, time).Imidised;

    /// <summary>State after a time (s) at a temperature (K): exact.</summary>
    public ImidisationState Advance(ImidisationState state, double temperature, double time)
    {
        double loss = SolventLoss.At(temperature), left = Math.Exp(-loss * time), limit = Limit(temperature);
        double reduced = Rate.At(temperature) * (time + (SolventAcceleration * state.Solvent * (1 - left) / loss)), after = state.ReducedTime + reduced;
        double exponent = Stretch == 1 ? reduced : Math.Pow(after, Stretch) - Math.Pow(state.ReducedTime, Stretch);
        double imidised = state.Imidised >= limit ? state.Imidised : limit - ((limit - state.Imidised) * Math.Exp(-exponent));
        return new(imidised, after, state.Solvent * left);
    }
}
