using System.ComponentModel;
using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Heat treatment ("sintering") of the coated foil: recipe section <c>[heat_treatment]</c>.</summary>
public sealed record HeatTreatmentOptions
{
    [Description("Gas in the furnace.")]
    public FurnaceAtmosphere Atmosphere { get; init; } = FurnaceAtmosphere.Argon;

    /// <summary>Partial pressure of oxygen, Pa; absent: that of the atmosphere, see <see cref="OxygenPressure"/>.</summary>
    [Unit("Pa"), Allowed(0, 101325, Example = "0.1 Pa")]
    [Description("Partial pressure of oxygen; by default that of the atmosphere.")]
    public double? OxygenPartialPressure { get; init; }

    /// <summary>Furnace gas renewed per second and per area of foil, referred to 25 °C, m/s: it brings the trace oxygen.</summary>
    [Unit("m/s"), Allowed(0, 10, Example = "0.17 mm/s")]
    [Description("Volume of furnace gas renewed per time and foil area (1 L/min over 0.1 m^2 is 0.17 mm/s).")]
    public double GasRenewal { get; init; } = 1.67e-4;

    [Unit("K"), Allowed(273.15, 473.15, Example = "25 degC")]
    [Description("Temperature when the programme starts.")]
    public double StartTemperature { get; init; } = 298.15;

    /// <summary>The furnace programme, step by step; reactions after its last step are not followed.</summary>
    [Description("Ramps and holds, in order.")]
    public IReadOnlyList<TemperatureStepOptions> Programme { get; init; } =
    [
        new() { To = 673.15, Ramp = 5.0 / 60, Hold = 36000 },
        new() { To = 298.15, Ramp = 5.0 / 60, Hold = 0 },
    ];

    [Description("Precursor of the polyimide.")]
    public BinderChemistry Chemistry { get; init; } = BinderChemistry.PmdaOda;

    /// <summary>Exponent of the stretched tail of imidisation, see <see cref="Imidisation"/>.</summary>
    [Unit("-"), Allowed(0.2, 1, Example = "0.6")]
    [Description("Exponent of the stretched (Kohlrausch-Williams-Watts) tail of imidisation; 1 is first order.")]
    public double ImidisationStretch { get; init; } = 1;

    [Description("Whether the cured binder flows above its glass transition; by default as its chemistry does (Kapton-type polyimide does not).")]
    public bool? Thermoplastic { get; init; }

    /// <summary>Glass transition, K; absent: that of the chemistry, or 240 °C where a binder that has none is said to be thermoplastic.</summary>
    [Unit("K"), Allowed(373.15, 773.15, Example = "240 degC")]
    [Description("Glass transition of a thermoplastic binder; by default that of its chemistry.")]
    public double? GlassTransition { get; init; }

    /// <summary>Factor on the oxidative decomposition of the binder next to copper.</summary>
    [Unit("-"), Allowed(1, 10, Example = "3")]
    [Description("Factor by which copper speeds up the oxidation of the binder.")]
    public double CopperCatalysis { get; init; } = 1;

    [Unit("m"), Allowed(1e-6, 1e-3, Example = "18 um")]
    [Description("Thickness of the foil; both sides oxidise.")]
    public double FoilThickness { get; init; } = 18e-6;

    [Description("Whether native oxide and polyimide keep silicon and copper apart.")]
    public bool SilicideBarrier { get; init; } = true;
}
