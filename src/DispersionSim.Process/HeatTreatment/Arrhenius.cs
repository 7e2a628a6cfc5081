namespace DispersionSim.Process;

/// <summary>A thermally activated rate, k = A exp(−E/RT).</summary>
/// <param name="Prefactor">A, in the unit of the rate.</param>
/// <param name="Energy">E, J/mol.</param>
public readonly record struct Arrhenius(double Prefactor, double Energy)
{
    /// <summary>Rate at an absolute temperature, in the unit of the prefactor.</summary>
    public double At(double temperature) => Prefactor * Math.Exp(-Energy / (KineticConstants.Gas * temperature));

    /// <summary>The rate of given activation energy (J/mol) that has a given value at a given temperature (K).</summary>
    public static Arrhenius Through(double rate, double temperature, double energy) =>
        new(rate * Math.Exp(energy / (KineticConstants.Gas * temperature)), energy);
}
