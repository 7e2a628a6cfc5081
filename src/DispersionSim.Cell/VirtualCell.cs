using DispersionSim.Core;

namespace DispersionSim.Cell;

/// <summary>A lithium cell built around the simulated negative electrode and taken through a protocol.</summary>
/// <remarks>
/// Evidence for claims 15 and 16: the cell is assembled with a positive electrode and a nonaqueous electrolyte, takes charge and
/// gives it back. Single-particle model with electrolyte resistance at 25 °C; not modelled: SEI and first-cycle loss, ageing,
/// concentration in the electrolyte, electronic resistance other than by the connected share.
/// </remarks>
public sealed class VirtualCell
{
    private const int StepsPerDesignCapacity = 2000;
    private const double LeastCharge = 0.1, LeastReturn = 0.5, HalfCellLow = 0.01, HalfCellHigh = 1.0;

    private readonly CellOptions options;
    private readonly NegativeElectrodeFacts facts;

    private VirtualCell(CellOptions options, NegativeElectrodeFacts facts)
    {
        this.options = options;
        this.facts = facts;
        Design = facts.Obstacle is null ? CellDesign.Balance(options, facts) : null;
    }

    /// <summary>How the cell was balanced; null where <see cref="NegativeElectrodeFacts.Obstacle"/> forbids one.</summary>
    public CellDesign? Design { get; }

    /// <summary>Balances a cell around a layer.</summary>
    /// <exception cref="InputException">The facts contradict each other, or the options ask for no cycle.</exception>
    public static VirtualCell Assemble(CellOptions options, NegativeElectrodeFacts facts) => options.Cycles < 1
        ? throw new InputException($"cell.cycles = {options.Cycles}: must be 1 or more")
        : new(options, facts);

    /// <summary>Takes the cell through its protocol.</summary>
    public CellResult Run()
    {
        if (Design is null || Design.Capacity <= 0)
        {
            return CellReport.Failed(facts.Obstacle ?? "the layer has no room for the silicon to swell", facts);
        }

        SingleParticleCell cell = options.Protocol == CellProtocol.HalfCell ? HalfCell(Design) : FullCell(Design);
        double initial = cell.Lithium, error = 0, held = 0, most;
        ConstantCurrentTrace charge, discharge;
        int cycle = 0;
        do
        {
            (charge, discharge) = Cycle(cell, held, Design);
            most = held + charge.TotalCharge;
            held = most - discharge.TotalCharge;
            cell = discharge.End;
            error = Math.Max(error, Math.Max(Math.Abs((cell.Lithium / initial) - 1), Math.Max(charge.LithiumError, discharge.LithiumError)));
        }
        while (++cycle < options.Cycles);

        bool works = charge.TotalCharge >= LeastCharge * Design.Capacity && discharge.TotalCharge >= LeastReturn * charge.TotalCharge;
        double reached = CellDesign.InitialStoichiometry + (most / Design.Silicon.Charge(0, 1));
        return CellReport.Of(works, Design, facts, options, charge, discharge, reached, new(initial, cell.Lithium, error));
    }

    /// <summary>Lithium into the silicon up to the design capacity, a rest, and out again until the counter electrode is as made.</summary>
    /// <param name="held">Charge that the silicon holds beforehand, C/m².</param>
    private (ConstantCurrentTrace Charge, ConstantCurrentTrace Discharge) Cycle(SingleParticleCell cell, double held, CellDesign design)
    {
        (double sign, double lithiated, double delithiated) = options.Protocol == CellProtocol.HalfCell
            ? (1.0, HalfCellLow, HalfCellHigh)
            : (-1.0, options.UpperCutOff, options.LowerCutOff);
        double current = sign * options.CRate * design.Capacity / CellConstants.Hour;
        ConstantCurrentTrace charge = new ConstantCurrent(current, lithiated, TimeStep, design.Capacity - held).Run(cell);
        return (charge, new ConstantCurrent(-current, delithiated, TimeStep, held + charge.TotalCharge).Run(Rested(charge.End, TimeStep)));
    }

    private double TimeStep => CellConstants.Hour / options.CRate / StepsPerDesignCapacity;

    private SingleParticleCell Rested(SingleParticleCell cell, double step)
    {
        SingleParticleCell rested = cell.Copy();
        int pieces = (int)Math.Ceiling(options.Rest / step);
        for (int i = 0; i < pieces; i++)
        {
            rested.Step(0, options.Rest / pieces);
        }

        return rested;
    }

    private SingleParticleCell FullCell(CellDesign design)
    {
        PositiveElectrode positive = PositiveElectrode.Of(options.PositiveElectrode);
        var active = new ActivePhase(positive.Material, positive.Radius, positive.VolumeFraction * design.PositiveThickness);
        return new(Silicon(design), new PorousElectrode([active], positive.Discharged, options.SaltConcentration), design.Resistance);
    }

    // Against lithium metal the silicon is the positive electrode: it is lithiated by the discharge.
    private SingleParticleCell HalfCell(CellDesign design) =>
        new(new LithiumFoil(2 * design.Capacity / CellConstants.Faraday), Silicon(design), design.Resistance);

    private PorousElectrode Silicon(CellDesign design) => new([design.Silicon], CellDesign.InitialStoichiometry, options.SaltConcentration);
}
