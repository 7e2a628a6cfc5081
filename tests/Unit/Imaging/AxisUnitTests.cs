using DispersionSim.Imaging;
using Xunit;

namespace DispersionSim.Tests.Unit;

/// <summary>The units that axes are read in.</summary>
public sealed class AxisUnitTests
{
    /// <summary>Areas and volumes as small as those between particles would else have ticks that all read 0.</summary>
    [Theory]
    [InlineData("m^2", 1.5e-11, "µm²", 1e-12)]
    [InlineData("m^2", 3e-16, "nm²", 1e-18)]
    [InlineData("m^3", 2e-17, "µm³", 1e-18)]
    [InlineData("m^3", 2e-9, "mm³", 1e-9)]
    [InlineData("m^2", 2, "m²", 1)]
    [InlineData("m", 2e-6, "µm", 1e-6)]
    public void Areas_and_volumes_are_read_in_those_of_a_fitting_length(string unit, double largest, string symbol, double scale)
    {
        var found = AxisUnit.For(unit, largest);
        Assert.Equal(symbol, found.Symbol);
        Assert.Equal(1, scale / found.Scale, 1e-12);
    }
}
