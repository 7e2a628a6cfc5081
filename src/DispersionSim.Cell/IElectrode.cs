namespace DispersionSim.Cell;

/// <summary>One electrode of a cell, per unit area. Currents in A/m² of cell, positive when lithium leaves the electrode.</summary>
public interface IElectrode
{
    /// <summary>Lithium held, mol/m².</summary>
    double Lithium { get; }

    /// <summary>Potential against Li/Li⁺ in the electrolyte while a current passes, V; +∞ where the surface is empty, −∞ where full.</summary>
    double Potential(double current);

    /// <summary>Goes on by a time (s) with a constant current and returns the potential at its end, V.</summary>
    double Step(double current, double time);

    /// <summary>A copy that goes its own way.</summary>
    IElectrode Copy();
}
