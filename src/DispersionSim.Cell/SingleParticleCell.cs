namespace DispersionSim.Cell;

/// <summary>Two electrodes and an electrolyte resistance between them, per unit area.</summary>
/// <remarks>V = φ_p − φ_n − I R, I positive on discharge (A/m²), R in Ω m²: R = L_n/3κ_n + L_s/κ_s + L_p/3κ_p.</remarks>
/// <param name="Negative">Gives lithium on discharge.</param>
/// <param name="Positive">Takes it.</param>
/// <param name="Resistance">R, Ω m²; 0 for the plain single-particle model.</param>
public sealed record SingleParticleCell(IElectrode Negative, IElectrode Positive, double Resistance)
{
    /// <summary>Lithium in both electrodes, mol/m².</summary>
    public double Lithium => Negative.Lithium + Positive.Lithium;

    /// <summary>Voltage while a current passes, V.</summary>
    public double Voltage(double current) => Positive.Potential(-current) - Negative.Potential(current) - (current * Resistance);

    /// <summary>Goes on by a time (s) and returns the voltage at its end, V.</summary>
    public double Step(double current, double time) =>
        Positive.Step(-current, time) - Negative.Step(current, time) - (current * Resistance);

    public SingleParticleCell Copy() => new(Negative.Copy(), Positive.Copy(), Resistance);
}
