using DispersionSim.Core;
using DispersionSim.Process;
using Xunit;

namespace DispersionSim.Tests.Physics;

public sealed class TemperatureProgrammeTests
{
    private static readonly TemperatureProgramme Example = new(298.15,
    [
        new() { To = 423.15, Ramp = 5.0 / 60, Hold = 3600 },
        new() { To = 673.15, Ramp = 10.0 / 60, Hold = 36000 },
        new() { To = 298.15, Ramp = 5.0 / 60, Hold = 0 },
    ]);

    // 125 K at 5 K/min, 1 h, 250 K at 10 K/min, 10 h, 375 K down at 5 K/min: 25 + 60 + 25 + 600 + 75 min.
    [Fact]
    public void Duration_is_the_sum_of_ramps_and_holds() => Assert.Equal(785 * 60, Example.Duration, 6);

    [Theory]
    [InlineData(0, 298.15)]
    [InlineData(12.5, 360.65)]
    [InlineData(60, 423.15)]
    [InlineData(97.5, 548.15)]
    [InlineData(400, 673.15)]
    [InlineData(747.5, 485.65)]
    [InlineData(9999, 298.15)]
    public void Temperature_follows_the_ramps(double minutes, double kelvin) => Assert.Equal(kelvin, Example.At(minutes * 60), 6);

    [Fact]
    public void Pieces_fill_the_programme_without_gaps()
    {
        double time = 0;
        foreach (ProgrammeStep step in Example.Steps())
        {
            Assert.Equal(time, step.Start, 6);
            time += step.Duration;
        }

        Assert.Equal(Example.Duration, time, 6);
    }

    [Fact]
    public void A_programme_without_steps_is_refused() =>
        Assert.Contains("heat_treatment.programme", Assert.Throws<InputException>(() => new TemperatureProgramme(298.15, [])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(FurnaceAtmosphere.Argon, true)]
    [InlineData(FurnaceAtmosphere.Nitrogen, true)]
    [InlineData(FurnaceAtmosphere.Vacuum, true)]
    [InlineData(FurnaceAtmosphere.HydrogenArgon, true)]
    [InlineData(FurnaceAtmosphere.Air, false)]
    public void An_atmosphere_is_non_oxidizing_by_its_oxygen(FurnaceAtmosphere atmosphere, bool expected)
    {
        Assert.Equal(expected, OxygenPressure.IsNonOxidizing(new() { Atmosphere = atmosphere }));
        Assert.False(OxygenPressure.IsNonOxidizing(new() { Atmosphere = atmosphere, OxygenPartialPressure = 100 }));
    }
}
