namespace DispersionSim.Engine;

/// <summary>The energy account of a granular system at one time, J.</summary>
/// <remarks>
/// Held + taken − given stays what it was at the start. Each entry is found on its own: energies held from overlaps and strains, what is taken from the
/// forces and motions of dashpots and sliders, so that what is open tells the error of the integration, of second order in the time step.
/// </remarks>
/// <param name="values">By term.</param>
/// <param name="start">Held at the start.</param>
public sealed class EnergyAccount(IReadOnlyList<double> values, double start)
{
    public double this[EnergyTerm term] => values[(int)term];

    public double Held => Sum(EnergyTerms.Held);

    public double Taken => Sum(EnergyTerms.Taken);

    public double Given => Sum(EnergyTerms.Given);

    /// <summary>Held + taken − given less what was held at the start: 0 but for the error of the integration.</summary>
    public double Open => Held + Taken - Given - start;

    private double Sum(IReadOnlyList<EnergyTerm> terms) => terms.Sum(t => this[t]);
}
