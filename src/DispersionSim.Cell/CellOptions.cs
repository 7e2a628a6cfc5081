using System.ComponentModel;
using DispersionSim.Core;

namespace DispersionSim.Cell;

/// <summary>What the cell is put through.</summary>
public enum CellProtocol
{
    /// <summary>Full cell: charge, rest, discharge.</summary>
    ChargeDischarge,

    /// <summary>Silicon against lithium metal: lithiate, rest, delithiate.</summary>
    HalfCell,
}

/// <summary>The virtual cell of claims 15 and 16: recipe section <c>[cell]</c>.</summary>
public sealed record CellOptions
{
    [Description("Active material of the positive electrode.")]
    public PositiveElectrodeKind PositiveElectrode { get; init; } = PositiveElectrodeKind.Nmc;

    [Description("Nonaqueous electrolyte.")]
    public ElectrolyteKind Electrolyte { get; init; } = ElectrolyteKind.Lipf6InEcEmc;

    [Unit("mol/m^3"), Allowed(200, 2000, Example = "1000 mol/m^3")]
    [Description("Salt in the electrolyte.")]
    public double SaltConcentration { get; init; } = 1000;

    [Description("What the cell is put through.")]
    public CellProtocol Protocol { get; init; } = CellProtocol.ChargeDischarge;

    /// <summary>Current as a multiple of the one-hour current of the cell's design capacity, 1/h.</summary>
    [Unit("-"), Allowed(0.005, 2, Example = "0.2")]
    [Description("Current, as a multiple of the one-hour current.")]
    public double CRate { get; init; } = 0.2;

    /// <summary>Usable capacity of the negative electrode over that of the positive one.</summary>
    [Unit("-"), Allowed(1, 3, Example = "1.1")]
    [Description("Usable capacity of the negative electrode over that of the positive one.")]
    public double CapacityRatio { get; init; } = 1.1;

    /// <summary>Greatest share of the silicon's 3198 mAh/g that may be used.</summary>
    [Unit("-"), Allowed(0.01, 0.95, Example = "0.8")]
    [Description("Greatest share of the silicon's capacity that may be used.")]
    public double UtilisationCap { get; init; } = 0.8;

    /// <summary>Thickness that the layer may swell to, over its thickness as made.</summary>
    [Unit("-"), Allowed(1, 4, Example = "1.5")]
    [Description("Thickness that the layer may swell to, over its thickness as made.")]
    public double ThicknessGrowth { get; init; } = 1.5;

    /// <summary>Porosity that must be left when the silicon is swollen.</summary>
    [Unit("-"), Allowed(0, 0.5, Example = "0.05")]
    [Description("Porosity that must be left when the silicon is swollen.")]
    public double LeastPorosity { get; init; } = 0.05;

    [Unit("m^2/s"), Allowed(1e-20, 1e-10, Example = "1.67e-14 m^2/s")]
    [Description("Diffusivity of lithium in silicon (1e-18 to 1e-14 m^2/s for nanometric silicon).")]
    public double SiliconDiffusivity { get; init; } = 1.67e-14;

    [Unit("V"), Allowed(3, 4.4, Example = "4.2 V")]
    [Description("Upper cut-off of the full cell.")]
    public double UpperCutOff { get; init; } = 4.2;

    [Unit("V"), Allowed(1, 3, Example = "2.5 V")]
    [Description("Lower cut-off of the full cell.")]
    public double LowerCutOff { get; init; } = 2.5;

    [Unit("m"), Allowed(1e-6, 1e-3, Example = "12 um")]
    [Description("Thickness of the separator.")]
    public double SeparatorThickness { get; init; } = 12e-6;

    [Unit("-"), Allowed(0.1, 0.95, Example = "0.47")]
    [Description("Porosity of the separator.")]
    public double SeparatorPorosity { get; init; } = 0.47;

    /// <summary>Exponent b in κ_eff = κ ε^b, for the negative layer where no tortuosity was computed, and the separator.</summary>
    [Unit("-"), Allowed(1, 4, Example = "1.5")]
    [Description("Bruggeman exponent of the separator, and of the negative layer where no tortuosity was computed.")]
    public double BruggemanExponent { get; init; } = 1.5;

    [Unit("s"), Allowed(0, 360000, Example = "10 min")]
    [Description("Rest between charge and discharge.")]
    public double Rest { get; init; } = 600;

    [Description("Number of charges and discharges; the last is reported. No ageing is modelled.")]
    public int Cycles { get; init; } = 1;
}
