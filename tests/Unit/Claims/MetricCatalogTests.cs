using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Unit;

public sealed class MetricCatalogTests
{
    [Fact]
    public void Every_row_has_a_name_of_its_own() =>
        Assert.Distinct(MetricCatalog.Rows.Select(r => r.Name));

    [Fact]
    public void Every_row_says_its_unit_its_definition_and_its_range() =>
        Assert.All(MetricCatalog.Rows, r =>
        {
            Assert.Contains(r.Unit, new[] { "m", "-" });
            Assert.EndsWith(".", r.Definition, StringComparison.Ordinal);
            Assert.NotEmpty(r.Range);
        });

    [Theory]
    [InlineData("particles with binder contact", 0, 1)]
    [InlineData("binder variance, 2 um windows", 0, 0.25)]
    [InlineData("slurry coordination number", 0, double.PositiveInfinity)]
    [InlineData("quadrat variance ratio, 4 d50 windows", 0, double.PositiveInfinity)]
    [InlineData("depth slope", -6, 6)]
    public void Bounds_are_the_range_that_the_row_states(string name, double low, double high) =>
        Assert.Equal(new Interval(low, high), MetricCatalog.Rows.Single(r => r.Name == name).Bounds);

    [Fact]
    public void A_row_whose_range_is_only_about_right_bounds_nothing() =>
        Assert.Null(MetricCatalog.Rows.Single(r => r.Name == "Lacey index, 2 d50 windows").Bounds);

    // t of 0.998, 1, 1 with two degrees of freedom: 0.99933 ± 4.303 · 0.000667.
    [Fact]
    public void An_interval_of_a_share_ends_where_shares_end()
    {
        MetricRow row = MetricCatalog.Rows.Single(r => r.Name == "particles with binder contact");
        Interval interval = Pooling.Pool(row, [row.Read(0.998), row.Read(1), row.Read(1)]).Interval!.Value;
        Assert.Equal(0.99933 - 0.00287, interval.Low, 1e-5);
        Assert.Equal(1, interval.High);
    }

    [Fact]
    public void Every_row_names_a_source_that_exists() =>
        Assert.All(MetricCatalog.Rows, r => Assert.Contains(r.Source, ReferenceCatalog.All.Select(s => s.Key).Append("own definition")));

    [Fact]
    public void The_table_in_the_documentation_has_every_row_of_the_catalog_as_it_stands()
    {
        string[] lines = File.ReadAllLines(Path.Combine(Root(), "docs", "metrics.md"));
        Assert.All(MetricCatalog.Rows, r => Assert.Contains($"| {r.Name} | {r.Unit} | {r.Definition} | {r.Range} | {r.Source} |", lines));
    }

    [Fact]
    public void Names_that_claims_look_up_in_the_stages_are_in_the_documentation()
    {
        string text = File.ReadAllText(Path.Combine(Root(), "docs", "metrics.md"));
        string[] names = [StageNames.BinderRemaining, StageNames.Imidisation, StageNames.Roughness, StageNames.DensityRise, StageNames.StressMargin, StageNames.BelowCriticalStress];
        Assert.All(names, n => Assert.Contains($"| {n} |", text, StringComparison.Ordinal));
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DispersionSim.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("the solution's folder was not found");
    }
}
