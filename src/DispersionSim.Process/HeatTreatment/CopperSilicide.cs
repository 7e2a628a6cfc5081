namespace DispersionSim.Process;

/// <summary>Risk that silicon on the foil turns to copper silicide: a risk scale, not a prediction.</summary>
/// <remarks>
/// Bare contact: Cu₃Si grows as w² = ∫K dt, K through (100 nm)²/h at 200 °C with E = 1 eV (assumed; about 12 µm in 10 h at 400 °C,
/// so an unprotected layer would be consumed); the reacted fraction of contacts is 1 − exp(−w/2a).
/// With native oxide and polyimide between: the barrier is breached contact by contact, R = 1 − exp(−∫k dt), k with the same
/// energy and 1 % breached in 10 h at 400 °C (assumed). R is the fraction of silicon–copper contacts that have reacted.
/// Valid 150–550 °C. Not modelled: the amount of silicide, its effect on conduction.
/// </remarks>
public sealed class CopperSilicide
{
    private const double Energy = KineticConstants.ElectronVoltPerMole;

    private static readonly Arrhenius Growth = Arrhenius.Through(1e-14 / 3600, 473.15, Energy);
    private static readonly Arrhenius Breach = Arrhenius.Through(0.01005 / 36000, 673.15, Energy);

    private double squaredThickness;
    private double breaches;

    /// <summary>Thickness of silicide at a bare contact, m.</summary>
    public double BareThickness => Math.Sqrt(squaredThickness);

    public void Advance(double temperature, double time)
    {
        squaredThickness += Growth.At(temperature) * time;
        breaches += Breach.At(temperature) * time;
    }

    /// <summary>Reacted fraction of the contacts, 0…1.</summary>
    /// <param name="barrier">Oxide and polyimide lie between.</param>
    /// <param name="radius">Particle radius a, m.</param>
    public double Risk(bool barrier, double radius) => 1 - Math.Exp(barrier ? -breaches : -BareThickness / (2 * radius));
}
