using DispersionSim.Core;

namespace DispersionSim.Tests.Unit;

public sealed class PeriodicAxisTests
{
    /// <summary>What % would leave negative is moved up by whole periods: the remainder of Euclidean division.</summary>
    [Theory]
    [InlineData(0, 5, 0)]
    [InlineData(4, 5, 4)]
    [InlineData(5, 5, 0)]
    [InlineData(13, 5, 3)]
    [InlineData(-1, 5, 4)]
    [InlineData(-5, 5, 0)]
    [InlineData(-13, 5, 2)]
    [InlineData(-7, 1, 0)]
    public void An_index_is_moved_into_the_first_period(int index, int count, int expected) =>
        Assert.Equal(expected, PeriodicAxis.Wrap(index, count));

    // Quarters are exact in binary, so the result is too.
    [Theory]
    [InlineData(0.25, 2.0, 0.25)]
    [InlineData(2.0, 2.0, 0.0)]
    [InlineData(-0.25, 2.0, 1.75)]
    [InlineData(-6.0, 2.0, 0.0)]
    [InlineData(9.5, 2.0, 1.5)]
    public void A_coordinate_is_moved_into_the_first_period(double x, double length, double expected) =>
        Assert.Equal(expected, PeriodicAxis.Wrap(x, length));

    [Fact]
    public void Heights_of_a_periodic_surface_repeat_on_both_sides_of_its_edges()
    {
        HeightMap map = new(3, 2, 1, 1, [0, 1, 2, 3, 4, 5], Periodic: true);
        Assert.Equal(map.HeightAt(2, 1), map.HeightAt(-1, -1), 1e-15);
        Assert.Equal(map.HeightAt(0.5, 0.25), map.HeightAt(0.5 + 9, 0.25 - 8), 1e-12);
    }
}
