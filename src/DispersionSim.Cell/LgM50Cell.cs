namespace DispersionSim.Cell;

/// <summary>The LG M50 cell (graphite against NMC 811) of chen-2020, fully charged: the reference that validates the model.</summary>
/// <remarks>Single-particle model without electrolyte resistance; 5 A through 0.1027 m².</remarks>
public static class LgM50Cell
{
    /// <summary>Area, m².</summary>
    public const double Area = 0.065 * 1.58;

    /// <summary>Current of a 1 h discharge, A.</summary>
    public const double Current = 5;

    /// <summary>Lower cut-off, V.</summary>
    public const double CutOff = 2.5;

    private const double Salt = 1000;

    public static ActivePhase Negative { get; } = new(ActiveMaterialCatalog.Graphite, 5.86e-6, 0.75 * 85.2e-6);

    public static ActivePhase Positive { get; } = new(ActiveMaterialCatalog.Nmc, 5.22e-6, 0.665 * 75.6e-6);

    /// <summary>The cell at full charge.</summary>
    /// <param name="shells">Shells of each particle.</param>
    public static SingleParticleCell Charged(int shells = 40) => new(
        new PorousElectrode([Negative], 29866 / Negative.Material.MaximumConcentration, Salt, shells),
        new PorousElectrode([Positive], 17038 / Positive.Material.MaximumConcentration, Salt, shells),
        Resistance: 0);

    /// <summary>The 5 A discharge from full charge to 2.5 V.</summary>
    /// <param name="step">Time step, s.</param>
    /// <param name="shells">Shells of each particle.</param>
    public static ConstantCurrentTrace Discharge(double step = 2, int shells = 40) =>
        new ConstantCurrent(Current / Area, CutOff, step).Run(Charged(shells));
}
