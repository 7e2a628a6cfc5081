using CsCheck;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Unit;

public sealed class QuantityTests
{
    // Expectations are the definitions of the units, as C# literals: decimal prefixes must give the very same double.
    [Theory]
    [InlineData("0.5 um", "m", 5e-7)]
    [InlineData("0.2um", "m", 2e-7)]
    [InlineData("0.1 \u00B5m", "m", 1e-7)]
    [InlineData("0.1 \u03BCm", "m", 1e-7)]
    [InlineData("12 nm", "m", 12e-9)]
    [InlineData("3 cm", "m", 0.03)]
    [InlineData("-1.5e1 mm", "m", -15e-3)]
    [InlineData("2 h", "s", 7200)]
    [InlineData("3 min", "s", 180)]
    [InlineData("250 ms", "s", 0.25)]
    [InlineData("100 MPa", "Pa", 1e8)]
    [InlineData("2 bar", "Pa", 2e5)]
    [InlineData("1e4 1/s", "1/s", 1e4)]
    [InlineData("25/s", "1/s", 25)]
    [InlineData("10 s^-1", "1/s", 10)]
    [InlineData("10 s\u207B\u00B9", "1/s", 10)]
    [InlineData("25 mPa s", "Pa s", 0.025)]
    [InlineData("25 mPa*s", "Pa s", 0.025)]
    [InlineData("25 mPa\u00B7s", "Pa s", 0.025)]
    [InlineData("1 g/(m^2 s)", "kg/(m^2 s)", 1e-3)]
    [InlineData("2330 kg/m^3", "kg/m^3", 2330)]
    [InlineData("2.33 g/cm3", "kg/m^3", 2330)]
    [InlineData("2.33 g/cm\u00B3", "kg/m^3", 2330)]
    [InlineData("41 mN/m", "N/m", 0.041)]
    [InlineData("1e-11 m^2/s", "m^2/s", 1e-11)]
    [InlineData("104 kJ/mol", "J/mol", 104e3)]
    [InlineData("5 nN", "N", 5e-9)]
    [InlineData("3579 mA h/g", "A s/kg", 3579 * 3600)]
    [InlineData("96485 C/mol", "A s/mol", 96485)]
    [InlineData("2 V/A", "Ohm", 2)]
    [InlineData("0.35", "-", 0.35)]
    [InlineData("35 %", "-", 0.35)]
    [InlineData("2 um/mm", "-", 0.002)]
    [InlineData("1 kg m/s^2", "N", 1)]
    [InlineData("5 m/s/s", "m/s^2", 5)]
    [InlineData("7 J/(kg K)", "J/(kg K)", 7)]
    [InlineData(".5 rad", "rad", 0.5)]
    [InlineData("3 g", "kg", 0.003)]
    public void A_quantity_is_its_number_times_its_unit(string text, string unit, double expected)
    {
        Assert.True(Quantity.TryParse(text, unit, out double si, out string error), error);
        Assert.Equal(expected, si);
    }

    [Fact]
    public void A_heating_rate_per_minute_is_a_sixtieth_per_second()
    {
        Assert.True(Quantity.TryParse("5 K/min", "K/s", out double si, out _));
        Assert.Equal(5.0 / 60, si, 1e-15);
    }

    /// <summary>Exact since 2019: the elementary charge, SI Brochure (9th edition).</summary>
    [Fact]
    public void An_electronvolt_is_the_elementary_charge_times_one_volt()
    {
        Assert.True(Quantity.TryParse("1 eV", "J", out double si, out _));
        Assert.Equal(1.602176634e-19, si, 1e-33);
    }

    [Fact]
    public void A_hundred_and_eighty_degrees_are_pi()
    {
        Assert.True(Quantity.TryParse("180 deg", "rad", out double si, out _));
        Assert.Equal(Math.PI, si, 1e-15);
    }

    [Theory]
    [InlineData("0 degC", 273.15)]
    [InlineData("25 \u00B0C", 298.15)]
    [InlineData("-273.15 degC", 0)]
    public void Degrees_celsius_start_at_273_15_kelvin(string text, double kelvin)
    {
        Assert.True(Quantity.TryParse(text, "K", out double si, out string error), error);
        Assert.Equal(kelvin, si, 1e-12);
    }

    [Theory]
    [InlineData("0.5 parsec", "m", "'parsec' is not a unit of length; known: m, mm, um, nm")]
    [InlineData("0.5 s", "m", "'s' is a unit of time, a length is wanted; known: m, mm, um, nm")]
    [InlineData("3 m", "J", "'m' is a unit of length, an energy is wanted")]
    [InlineData("3 um", "-", "'um' is a unit of length, a plain number is wanted")]
    [InlineData("0.5", "m", "has no unit: a length is wanted")]
    [InlineData("", "m", "is empty")]
    [InlineData("um", "m", "is not a quantity")]
    [InlineData("nan um", "m", "finite")]
    [InlineData("-Infinity um", "m", "finite")]
    [InlineData("1e999 m", "m", "too large")]
    [InlineData("1e99999999999999999999 m", "m", "too large")]
    [InlineData("0,5 um", "m", "decimal point")]
    [InlineData("20 000 m", "m", "missing")]
    [InlineData("1 J/mol K", "J/(mol K)", "reads two ways")]
    [InlineData("5 degC/s", "K/s", "stand alone")]
    [InlineData("5 W/degC", "W/K", "stand alone")]
    [InlineData("5 K degC", "K^2", "stand alone")]
    [InlineData("5 m^99", "m", "power")]
    [InlineData("5 m^", "m", "power")]
    [InlineData("5 (m", "m", "not closed")]
    [InlineData("5 m)", "m", ")")]
    [InlineData("5 m/", "m", "missing")]
    [InlineData("5 Um", "m", "'Um' is not a unit of length")]
    [InlineData("((((((((((((((((((((m", "m", "quantity")]
    public void A_wrong_quantity_is_refused_with_what_is_allowed(string text, string unit, string expected)
    {
        Assert.False(Quantity.TryParse(text, unit, out _, out string error));
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error);
    }

    [Theory]
    [InlineData(5e-7, "m", "0.5 um")]
    [InlineData(1.2e-5, "m", "12 um")]
    [InlineData(5e-8, "m", "50 nm")]
    [InlineData(1.5e-3, "m", "1.5 mm")]
    [InlineData(0, "m", "0 m")]
    [InlineData(-1e-6, "m", "-1 um")]
    [InlineData(1e8, "Pa", "100 MPa")]
    [InlineData(0.025, "Pa s", "25 mPa s")]
    [InlineData(1e4, "1/s", "10000 1/s")]
    [InlineData(0.041, "N/m", "41 mN/m")]
    [InlineData(1e-11, "m^2/s", "1e-11 m^2/s")]
    [InlineData(104e3, "J/mol", "104 kJ/mol")]
    [InlineData(2330, "kg/m^3", "2330 kg/m^3")]
    [InlineData(5e-15, "kg", "5 pg")]
    [InlineData(7200, "s", "2 h")]
    [InlineData(90, "s", "90 s")]
    [InlineData(393.15, "K", "120 degC")]
    [InlineData(300, "K", "300 K")]
    [InlineData(0.35, "-", "0.35")]
    [InlineData(1e-10, "-", "1e-10")]
    public void A_quantity_is_written_with_the_prefix_that_reads_best(double si, string unit, string expected) =>
        Assert.Equal(expected, Quantity.Format(si, unit));

    /// <summary>Twice 0.28 um, and what binary fractions make of a few others; five significant digits.</summary>
    [Theory]
    [InlineData(0.5599999999999999e-6, "m", "0.56 um")]
    [InlineData(1.23456789e-3, "m", "1.2346 mm")]
    [InlineData(9.999996e-7, "m", "1 um")]
    [InlineData(-2.000000001e-8, "m", "-20 nm")]
    [InlineData(0.123456, "-", "0.12346")]
    [InlineData(0, "m", "0 m")]
    [InlineData(double.NaN, "m", "NaN m")]
    public void A_quantity_for_people_is_rounded_to_five_digits(double si, string unit, string expected) =>
        Assert.Equal(expected, Quantity.Rounded(si, unit));

    [Fact]
    public void What_is_written_reads_back_bit_by_bit()
    {
        string[] units = ["m", "kg", "s", "K", "Pa", "Pa s", "1/s", "N/m", "J/mol", "kg/m^3", "m^2/s", "K/s", "A s/kg", "-", "rad", "W/(m^2 K)"];
        Gen.Select(Gen.Double[-30, 30], Gen.Double[1, 10], Gen.Int[0, units.Length - 1], Gen.Bool).Sample((exponent, mantissa, unit, minus) =>
        {
            double value = (minus ? -1 : 1) * mantissa * Math.Pow(10, Math.Floor(exponent));
            return Quantity.TryParse(Quantity.Format(value, units[unit]), units[unit], out double back, out _) && back.Equals(value);
        });
    }

    [Fact]
    public void Every_unit_offered_to_a_user_is_one_that_is_understood()
    {
        foreach (string si in (string[])["m", "s", "1/s", "Pa", "Pa s", "K", "K/s", "J", "J/mol", "kg", "kg/m^2", "kg/(m^2 s)", "A", "A s/kg", "V", "S/m", "rad", "N/m", "m^2/s", "Ohm m^2", "mol/m^3"])
        {
            Assert.All(UnitTable.UsualUnits(si), unit => Assert.True(Quantity.TryParse($"1 {unit}", si, out _, out string error), error));
        }
    }
}
