namespace DispersionSim.Cell;

/// <summary>A lithium metal counter electrode: at 0 V by definition, its overpotential neglected, its lithium counted.</summary>
/// <param name="lithium">Lithium at the start, mol/m².</param>
public sealed class LithiumFoil(double lithium) : IElectrode
{
    public double Lithium { get; private set; } = lithium;

    public double Potential(double current) => 0;

    public double Step(double current, double time)
    {
        Lithium -= current * time / CellConstants.Faraday;
        return 0;
    }

    public IElectrode Copy() => new LithiumFoil(Lithium);
}
