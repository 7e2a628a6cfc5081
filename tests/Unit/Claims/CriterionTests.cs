using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Unit;

public sealed class CriterionTests
{
    [Theory]
    [InlineData(0.0, 0.05, Condition.Met)]
    [InlineData(0.0, 0.051, Condition.Inconclusive)]
    [InlineData(0.05, 0.06, Condition.Inconclusive)]
    [InlineData(0.051, 0.06, Condition.NotMet)]
    public void At_most_includes_its_limit(double low, double high, Condition expected) =>
        Assert.Equal(expected, Criterion.AtMost(0.05).Judge(new(low, high)));

    [Theory]
    [InlineData(0.5, 0.99, Condition.Met)]
    [InlineData(0.5, 1.0, Condition.Inconclusive)]
    [InlineData(1.0, 1.1, Condition.NotMet)]
    public void Below_excludes_its_limit(double low, double high, Condition expected) =>
        Assert.Equal(expected, Criterion.Below(1).Judge(new(low, high)));

    [Theory]
    [InlineData(0.2, 0.3, Condition.Met)]
    [InlineData(0.19, 0.3, Condition.Inconclusive)]
    [InlineData(0.1, 0.19, Condition.NotMet)]
    public void At_least_includes_its_limit(double low, double high, Condition expected) =>
        Assert.Equal(expected, Criterion.AtLeast(0.2).Judge(new(low, high)));

    [Theory]
    [InlineData(0.11, 0.3, Condition.Met)]
    [InlineData(0.1, 0.3, Condition.Inconclusive)]
    [InlineData(0.05, 0.1, Condition.NotMet)]
    public void Above_excludes_its_limit(double low, double high, Condition expected) =>
        Assert.Equal(expected, Criterion.Above(0.1).Judge(new(low, high)));

    [Theory]
    [InlineData(-0.2, 0.2, Condition.Met)]
    [InlineData(-0.3, 0.3, Condition.Inconclusive)]
    [InlineData(0.1, 0.3, Condition.Inconclusive)]
    [InlineData(0.21, 0.3, Condition.NotMet)]
    [InlineData(-0.4, -0.21, Condition.NotMet)]
    public void Between_fails_on_either_side(double low, double high, Condition expected) =>
        Assert.Equal(expected, Criterion.Between(-0.2, 0.2).Judge(new(low, high)));

    [Fact]
    public void An_interval_of_no_width_inside_the_range_is_met() =>
        Assert.Equal(Condition.Met, Criterion.AtMost(0.05).Judge(new(0, 0)));

    [Fact]
    public void Failing_settles_an_and_whatever_is_open_and_holding_settles_an_or()
    {
        Assert.Equal(Condition.NotMet, Logic.All([Condition.Met, Condition.Inconclusive, Condition.NotMet]));
        Assert.Equal(Condition.Inconclusive, Logic.All([Condition.Met, Condition.Inconclusive]));
        Assert.Equal(Condition.Met, Logic.Any([Condition.NotMet, Condition.Inconclusive, Condition.Met]));
        Assert.Equal(Condition.Inconclusive, Logic.Any([Condition.NotMet, Condition.Inconclusive]));
    }
}
