using System.ComponentModel;
using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>One step of a furnace programme: a ramp to a temperature, and a hold there.</summary>
public sealed record TemperatureStepOptions
{
    /// <summary>Temperature at the end of the ramp, K.</summary>
    [Unit("K"), Allowed(273.15, 1373.15, Example = "400 degC")]
    [Description("Temperature at the end of the ramp and during the hold; copper melts at 1085 degC.")]
    public double To { get; init; } = 673.15;

    /// <summary>Magnitude of the heating or cooling rate, K/s.</summary>
    [Unit("K/s"), Allowed(0, 100, MinimumExcluded = true, Example = "5 K/min")]
    [Description("Magnitude of the heating or cooling rate.")]
    public double Ramp { get; init; } = 5.0 / 60;

    /// <summary>Time spent at the temperature, s.</summary>
    [Unit("s"), Allowed(0, 3.6e6, Example = "10 h")]
    [Description("Time spent at the temperature after the ramp.")]
    public double Hold { get; init; }
}
