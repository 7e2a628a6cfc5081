using DispersionSim.Process;
using Xunit;
using static DispersionSim.Tests.Physics.FurnaceProgrammes;

namespace DispersionSim.Tests.Physics;

public sealed class ImidisationTests
{
    // Printed half lives of the calibration: 42 min at 150 degC, 6 min at 180 degC, to their printed digit.
    [Theory]
    [InlineData(150, 42)]
    [InlineData(180, 6)]
    public void Half_of_the_reachable_imide_has_formed_after_the_half_life(double celsius, double minutes)
    {
        double limit = Imidisation.PmdaOda.Limit(celsius + Kelvin), low = 0, high = 7200;
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = Imidisation.PmdaOda.Advance(0, celsius + Kelvin, middle) < limit / 2 ? (middle, high) : (low, middle);
        }

        Assert.Equal(minutes, Math.Round(low / 60));
    }

    [Fact]
    public void Imidisation_is_complete_within_minutes_from_250_degrees_and_limited_by_vitrification_below_300()
    {
        Assert.True(Imidisation.PmdaOda.Advance(0, 250 + Kelvin, 300) > 0.999 * Imidisation.PmdaOda.Limit(250 + Kelvin));
        Assert.Equal(0.9, Imidisation.PmdaOda.Advance(0, 200 + Kelvin, 36000), 6);
        Assert.Equal(1.0, Imidisation.PmdaOda.Advance(0.9, 300 + Kelvin, 3600), 6);
    }

    [Fact]
    public void Imide_once_formed_is_not_lost_on_cooling() =>
        Assert.Equal(0.99, Imidisation.PmdaOda.Advance(0.99, 200 + Kelvin, 3600));

    // Published conversions of an ester-type precursor at 2 K/min, to their printed digit.
    [Theory]
    [InlineData(238, 22.5)]
    [InlineData(310, 98.3)]
    public void Ester_type_precursor_follows_its_published_ramp(double celsius, double percent)
    {
        double x = Follow(Imidisation.EsterType, Ramp(25, celsius, 2));
        Assert.Equal(percent, Math.Round(100 * x, 1));
    }

    // First order without a limit: X = 1 - exp(-integral of k), the integral by an independent quadrature.
    [Fact]
    public void A_ramp_agrees_with_quadrature()
    {
        double expected = 1 - Math.Exp(-RampIntegral(2.7057e5, 86.73e3, 298.15, 523.15, 5.0 / 60));
        Assert.Equal(1, Follow(Imidisation.EsterType, Ramp(25, 250, 5)) / expected, 4);
    }

    // With the moving limit of a glass: against explicit Euler in steps of 10 ms.
    [Fact]
    public void A_ramp_with_a_moving_limit_agrees_with_plain_small_steps()
    {
        double x = 0, t = 0;
        const double dt = 0.01, rate = 5.0 / 60;
        for (; t < 200 / rate; t += dt)
        {
            double temperature = 298.15 + (rate * t), limit = Math.Clamp(0.9 + ((temperature - 473.15) / 1000), 0.7, 1);
            x += dt * 1.9e9 * Math.Exp(-104e3 / 8.314462618 / temperature) * Math.Max(0, limit - x);
        }

        Assert.InRange(Follow(Imidisation.PmdaOda, Ramp(25, 225, 5)) / x, 0.999, 1.001);
    }

    // Two waters of 18.015 g/mol from a repeat unit of 418.36 g/mol.
    [Fact]
    public void Polyamic_acid_keeps_0_914_of_its_mass() => Assert.Equal(0.914, Imidisation.PmdaOda.MassFactor, 3);

    private static double Follow(Imidisation law, TemperatureProgramme programme)
    {
        double x = 0;
        foreach (ProgrammeStep step in programme.Steps())
        {
            x = law.Advance(x, step.Temperature, step.Duration);
        }

        return x;
    }
}
