using DispersionSim.Process;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>Furnace programmes and an independent quadrature that the heat-treatment tests share.</summary>
internal static class FurnaceProgrammes
{
    public const double Kelvin = 273.15;

    /// <summary>10 h at a temperature, reached at once.</summary>
    public static HeatTreatmentOptions TenHours(double celsius, FurnaceAtmosphere atmosphere) => new()
    {
        Atmosphere = atmosphere,
        Programme = [new() { To = celsius + Kelvin, Ramp = 1e9, Hold = 36000 }],
    };

    /// <summary>10 h at a temperature after a ramp of 5 K/min, so that the binder cures on the way.</summary>
    public static IReadOnlyList<TemperatureStepOptions> RampTo(double celsius) => [new() { To = celsius + Kelvin, Ramp = 5.0 / 60, Hold = 36000 }];

    /// <summary>10 h at a temperature, reached at once, run.</summary>
    public static FurnaceRun Furnace(double celsius, FurnaceAtmosphere atmosphere) =>
        FurnaceRun.Of(TenHours(celsius, atmosphere), 0, TestContext.Current.CancellationToken);

    /// <summary>A ramp alone, K/min.</summary>
    public static TemperatureProgramme Ramp(double fromCelsius, double toCelsius, double kelvinPerMinute) =>
        new(fromCelsius + Kelvin, [new() { To = toCelsius + Kelvin, Ramp = kelvinPerMinute / 60, Hold = 0 }]);

    /// <summary>∫ A exp(−E/RT) dt over a linear ramp by Simpson's rule in 20 000 intervals.</summary>
    public static double RampIntegral(double prefactor, double energy, double fromKelvin, double toKelvin, double kelvinPerSecond)
    {
        const int n = 20000;
        double h = (toKelvin - fromKelvin) / n, sum = 0;
        for (int i = 0; i <= n; i++)
        {
            double weight = i == 0 || i == n ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * Math.Exp(-energy / (8.314462618 * (fromKelvin + (i * h))));
        }

        return prefactor * sum * h / 3 / kelvinPerSecond;
    }
}
