namespace DispersionSim.Process;

/// <summary>Conversion of the precursor to polyimide.</summary>
/// <remarks>
/// dX/dt = k(T) (X∞(T) − X) while X &lt; X∞, k = A exp(−E/RT). X is the imidised fraction; X∞, below 1 for a glass that stiffens
/// as it cures, is 0.9 at 200 °C and 1 from 300 °C, linear between and below, not less than 0.7.
/// Defaults for PMDA-ODA: A = 1.9·10⁹ s⁻¹, E = 104 kJ/mol (assumed; half life 42 min at 150 °C, 6 min at 180 °C).
/// Ester type: fitted to 22.5 % at 238 °C and 98.3 % at 310 °C on a ramp of 2 K/min, X∞ = 1.
/// Valid 100–450 °C. Not modelled: solvent held in the film (speeds it up), stretched-exponential tail.
/// </remarks>
/// <param name="Rate">k, 1/s.</param>
/// <param name="Vitrifies">Whether X∞ falls below 1 under 300 °C.</param>
/// <param name="MassFactor">Mass of imide formed by unit mass of precursor.</param>
public sealed record Imidisation(Arrhenius Rate, bool Vitrifies, double MassFactor)
{
    // Molar masses in g/mol: repeat unit of the PMDA-ODA amic acid, water; methyl ester of it, methanol.
    private const double AmicAcid = 418.36, Water = 18.015, MethylEster = 446.41, Methanol = 32.042;

    /// <summary>PMDA-ODA polyamic acid: two waters leave each repeat unit, factor 0.914.</summary>
    public static Imidisation PmdaOda { get; } = new(new(1.9e9, 104e3), Vitrifies: true, 1 - (2 * Water / AmicAcid));

    /// <summary>Its methyl ester: two methanols leave each repeat unit, factor 0.856.</summary>
    public static Imidisation EsterType { get; } = new(new(2.7057e5, 86.73e3), Vitrifies: false, 1 - (2 * Methanol / MethylEster));

    /// <summary>The preset of a chemistry.</summary>
    public static Imidisation Of(BinderChemistry chemistry) => chemistry == BinderChemistry.EsterType ? EsterType : PmdaOda;

    /// <summary>Greatest imidised fraction at a temperature (K).</summary>
    public double Limit(double temperature) => Vitrifies ? Math.Clamp(0.9 + ((temperature - 473.15) * 1e-3), 0.7, 1) : 1;

    /// <summary>Imidised fraction after a time (s) at a temperature (K): exact.</summary>
    public double Advance(double imidised, double temperature, double time)
    {
        double limit = Limit(temperature);
        return imidised >= limit ? imidised : limit - ((limit - imidised) * Math.Exp(-Rate.At(temperature) * time));
    }
}
