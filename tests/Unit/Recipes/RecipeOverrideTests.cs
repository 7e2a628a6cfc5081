using DispersionSim.Core;
using DispersionSim.IO;
using Xunit;

namespace DispersionSim.Tests.Unit;

public sealed class RecipeOverrideTests
{
    private const string TwoSteps = "[[dispersion.history]]\nrate = \"1 1/s\"\n[[dispersion.history]]\nrate = \"2 1/s\"\n";

    private static DemoRecipe Read(string text, params string[] overrides) => RecipeReader.Read<DemoRecipe>(text, "recipe.toml", overrides, "/work");

    [Theory]
    [InlineData("silicon.d50=0.2 um")]
    [InlineData("silicon.d50=\"0.2 um\"")]
    [InlineData(" silicon . d50 = '0.2 um' ")]
    [InlineData("silicon={d50=\"0.2 um\"}")]
    public void A_quantity_may_be_bare_or_quoted(string argument) => Assert.Equal(2e-7, Read("", argument).Silicon.D50);

    [Fact]
    public void An_override_goes_over_the_file_and_the_last_one_wins()
    {
        DemoRecipe recipe = Read("[silicon]\ncount = 5\nshape = 'fractal-aggregate'", "silicon.count=6", "silicon.count=7", "silicon.shape=sphere");
        Assert.Equal((7, DemoShape.Sphere), (recipe.Silicon.Count, recipe.Silicon.Shape));
    }

    [Fact]
    public void Numbers_words_and_lists_may_be_toml_values()
    {
        DemoRecipe recipe = Read("", "pressing.heated=true", "silicon.sieves=[\"1 um\", \"3 um\"]", "seed=1e6", "silicon.bridged_fraction=0.5");
        Assert.True(recipe.Pressing.Heated);
        Assert.Equal([1e-6, 3e-6], recipe.Silicon.Sieves);
        Assert.Equal((1_000_000UL, 0.5), (recipe.Seed, recipe.Silicon.BridgedFraction));
    }

    [Theory]
    [InlineData("name=5", "5")]
    [InlineData("name=true", "true")]
    [InlineData("name=a=b#c", "a=b#c")]
    [InlineData("name=5 # five", "5 # five")]
    [InlineData("name=2026-11-22", "2026-11-22")]
    public void Text_is_taken_as_it_stands(string argument, string expected) => Assert.Equal(expected, Read("", argument).Name);

    [Fact]
    public void An_entry_of_a_list_is_set_by_its_index_in_the_file_and_among_the_defaults()
    {
        Assert.Equal([1, 1e3], Read(TwoSteps, "dispersion.history.1.rate=1e3 1/s").Dispersion.History.Select(step => step.Rate));
        Assert.Equal([new DemoShear { Rate = 1, Duration = 600 }, new DemoShear { Rate = 1e4, Duration = 60 }], Read("", "dispersion.history.0.rate=1 1/s").Dispersion.History);
        Assert.Equal([1e-6, 9e-6], Read("", "silicon.sieves.1=9 um").Silicon.Sieves);
    }

    [Theory]
    [InlineData("silicon.d50=0.5 parsec", "--set silicon.d50=0.5 parsec: 'parsec' is not a unit of length; known: m, mm, um, nm")]
    [InlineData("silicon.d50=0.5", "--set silicon.d50=0.5: has no unit: must be a positive length up to 1 mm, e.g. \"0.5 um\"")]
    [InlineData("silicon.d50=-1 um", "--set silicon.d50=-1 um: must be a positive length up to 1 mm, e.g. \"0.5 um\"")]
    [InlineData("silicon.cuont=5", "--set silicon.cuont=5: unknown key; did you mean 'count'?")]
    [InlineData("d50=5", "--set d50=5: unknown key; did you mean 'silicon.d50'?")]
    [InlineData("silicon.count=many", "--set silicon.count=many: must be a whole number between 1 and 1000000")]
    [InlineData("silicon.count.0=1", "--set silicon.count.0=1: is a value, not a table")]
    [InlineData("dispersion.history.2.rate=1 1/s", "--set dispersion.history.2.rate=1 1/s: '2' is no entry of the list; write a number from 0 to 1")]
    [InlineData("dispersion.history.-1.rate=1 1/s", "--set dispersion.history.-1.rate=1 1/s: '-1' is no entry")]
    [InlineData("silicon.tags.0=x", "--set silicon.tags.0=x: '0' is no entry: the list is empty")]
    [InlineData("silicon.count", "--set silicon.count: write key=value")]
    [InlineData("=5", "--set =5: write key=value")]
    [InlineData("silicon..count=5", "--set silicon..count=5: write key=value")]
    [InlineData("silicon.count=", "--set silicon.count=: the value is missing")]
    [InlineData("sintering.stages=[1]", "--set sintering.stages=[1]: is missing")]
    public void A_wrong_override_is_refused_in_one_line_that_names_it(string argument, string expected)
    {
        string message = Assert.Throws<InputException>(() => Read("", argument)).Message;
        Assert.StartsWith(expected, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }
}
