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
