using DispersionSim.Core;
using DispersionSim.IO;
using Xunit;

namespace DispersionSim.Tests.Unit;

public sealed class RecipeReaderTests
{
    private static DemoRecipe Read(string text, params string[] overrides) => RecipeReader.Read<DemoRecipe>(text, "recipe.toml", overrides, "/recipes");

    [Fact]
    public void An_empty_recipe_is_the_defaults()
    {
        DemoRecipe recipe = Read("");
        Assert.Equal(5e-7, recipe.Silicon.D50);
        Assert.Equal(1000, recipe.Silicon.Count);
        Assert.Null(recipe.Sintering);
    }

    [Fact]
    public void Every_kind_of_key_is_read()
    {
        DemoRecipe recipe = Read("""
            name = "C2"   # a comment
            seed = 9223372036854775807
            pressing = { pressure = "25 MPa", target_thickness = "15 um", heated = true, steps = 5_000_000_000 }
            [silicon]
            d50 = "0.2 um"
            count = 20000
            bridged_fraction = 30e-2
            shape = "fractal-aggregate"
            distribution = "psd/fine.csv"
            sieves = ["1 um",
                      "10 um"]
            tags = ["a", 'b']
            [[dispersion.history]]
            rate = "20 1/s"
            [[dispersion.history]]
            rate = "1e4 1/s"
            duration = "30 min"
            [sintering]
            temperature = "350 degC"
            stages = [1, 2]
            shapes = ["sphere"]
            """);
        Assert.Equal("C2", recipe.Name);
        Assert.Equal((ulong)long.MaxValue, recipe.Seed);
        Assert.Equal(new DemoPressing { Pressure = 25e6, TargetThickness = 15e-6, Heated = true, Steps = 5_000_000_000 }, recipe.Pressing);
        Assert.Equal((2e-7, 20000, 0.3, DemoShape.FractalAggregate), (recipe.Silicon.D50, recipe.Silicon.Count, recipe.Silicon.BridgedFraction, recipe.Silicon.Shape));
        Assert.Equal([1e-6, 1e-5], recipe.Silicon.Sieves);
        Assert.Equal(["a", "b"], recipe.Silicon.Tags);
        Assert.Equal([new DemoShear { Rate = 20, Duration = 600 }, new DemoShear { Rate = 1e4, Duration = 1800 }], recipe.Dispersion.History);
        Assert.Equal(623.15, recipe.Sintering!.Temperature, 1e-10);
        Assert.Equal([1, 2], recipe.Sintering.Stages);
        Assert.Equal([DemoShape.Sphere], recipe.Sintering.Shapes);
    }

    [Fact]
    public void Reading_one_recipe_leaves_the_shared_default_of_the_next_alone()
    {
        Assert.Equal(7e-7, Read("silicon.d50 = \"0.7 um\"").Silicon.D50);
        Assert.Equal(5e-7, DemoSilicon.Milled.D50);
        Assert.Equal(5e-7, Read("").Silicon.D50);
    }

    [Fact]
    public void A_table_that_names_some_keys_keeps_the_defaults_of_the_others() =>
        Assert.Equal(5e-7, Read("[silicon]\ncount = 5").Silicon.D50);

    [Fact]
    public void A_percentage_is_a_pure_number() => Assert.Equal(0.3, Read("silicon.bridged_fraction = \"30 %\"").Silicon.BridgedFraction);

    [Fact]
    public void A_file_named_in_a_recipe_lies_beside_the_recipe()
    {
        Assert.Equal("/recipes/runs/psd.csv", RecipeReader.Read<DemoRecipe>("silicon.distribution = 'psd.csv'", "runs/recipe.toml", [], "/recipes").Silicon.Distribution);
        Assert.Equal("/data/psd.csv", Read("silicon.distribution = '/data/psd.csv'").Silicon.Distribution);
        Assert.Equal("/recipes/psd.csv", RecipeReader.Read<DemoRecipe>("", "runs/recipe.toml", ["silicon.distribution=psd.csv"], "/recipes").Silicon.Distribution);
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_do_no_harm() =>
        Assert.Equal(3, Read("\uFEFF[silicon]\r\ncount = 3\r\n").Silicon.Count);

    [Theory]
    [InlineData("\n\npressing.pressure = \"-1 um\"", "recipe.toml:3: pressing.pressure = \"-1 um\": 'um' is a unit of length, a pressure is wanted; known: Pa, kPa, MPa, GPa, bar")]
    [InlineData("[pressing]\npressure = \"2 GPa\"", "recipe.toml:2: pressing.pressure = \"2 GPa\": must be a pressure between 1 kPa and 1 GPa, e.g. \"100 MPa\"")]
    [InlineData("[silicon]\nd50 = \"0 um\" # comment", "recipe.toml:2: silicon.d50 = \"0 um\": must be a positive length up to 1 mm, e.g. \"0.5 um\"")]
    [InlineData("[silicon]\nd50 = 0.5", "recipe.toml:2: silicon.d50 = 0.5: has no unit: must be a positive length up to 1 mm, e.g. \"0.5 um\"")]
    [InlineData("[silicon]\nd50 = \"0.5\"", "recipe.toml:2: silicon.d50 = \"0.5\": has no unit: must be a positive length up to 1 mm, e.g. \"0.5 um\"")]
    [InlineData("[silicon]\nd50 = \"0.5 parsec\"", "recipe.toml:2: silicon.d50 = \"0.5 parsec\": 'parsec' is not a unit of length; known: m, mm, um, nm")]
    [InlineData("[silicon]\nd50 = true", "recipe.toml:2: silicon.d50 = true: must be a positive length up to 1 mm, e.g. \"0.5 um\"")]
    [InlineData("[silicon]\nd50 = 2026-11-22", "recipe.toml:2: silicon.d50 = 2026-11-22: must be a positive length up to 1 mm, e.g. \"0.5 um\"")]
    [InlineData("[silicon]\nbridged_fraction = 1.5", "recipe.toml:2: silicon.bridged_fraction = 1.5: must be a number between 0 and 1")]
    [InlineData("[silicon]\nbridged_fraction = nan", "recipe.toml:2: silicon.bridged_fraction = nan: must be a finite number: a number between 0 and 1")]
    [InlineData("[silicon]\nbridged_fraction = -inf", "recipe.toml:2: silicon.bridged_fraction = -inf: must be a finite number: a number between 0 and 1")]
    [InlineData("[silicon]\ncount = 2.5", "recipe.toml:2: silicon.count = 2.5: must be a whole number between 1 and 1000000")]
    [InlineData("[silicon]\ncount = 0", "recipe.toml:2: silicon.count = 0: must be a whole number between 1 and 1000000")]
    [InlineData("[silicon]\ncount = 5000000000", "recipe.toml:2: silicon.count = 5000000000: must be a whole number between 1 and 1000000")]
    [InlineData("seed = -1", "recipe.toml:1: seed = -1: must be a whole number")]
    [InlineData("[silicon]\nshape = \"cube\"", "recipe.toml:2: silicon.shape = \"cube\": must be one of \"sphere\", \"fractal-aggregate\"")]
    [InlineData("[silicon]\nshape = \"sphare\"", "recipe.toml:2: silicon.shape = \"sphare\": did you mean \"sphere\"? Must be one of \"sphere\", \"fractal-aggregate\"")]
    [InlineData("[silicon]\nshape = \"0\"", "recipe.toml:2: silicon.shape = \"0\": must be one of \"sphere\", \"fractal-aggregate\"")]
    [InlineData("[pressing]\nheated = \"yes\"", "recipe.toml:2: pressing.heated = \"yes\": must be true or false")]
    [InlineData("name = 5", "recipe.toml:1: name = 5: must be a text in quotes")]
    [InlineData("[silicon]\ncuont = 5", "recipe.toml:2: silicon.cuont = 5: unknown key; did you mean 'count'?")]
    [InlineData("[silicom]\ncount = 5", "recipe.toml:1: silicom: unknown key; did you mean 'silicon'?")]
    [InlineData("pressure = \"1 MPa\"", "recipe.toml:1: pressure = \"1 MPa\": unknown key; did you mean 'pressing.pressure'?")]
    [InlineData("[pressing]\nwhatever = 1", "recipe.toml:2: pressing.whatever = 1: unknown key; known keys of [pressing]: pressure, target_thickness, heated, steps")]
    [InlineData("[pressing]\ndoubled = 1", "recipe.toml:2: pressing.doubled = 1: unknown key; known keys of [pressing]: pressure, target_thickness, heated, steps")]
    [InlineData("[silicon]\ncount = 5\ncount = 6", "recipe.toml:3: count = 6: 'silicon.count' is given twice; it stands in line 2 already")]
    [InlineData("[silicon]\n[silicon]", "recipe.toml:2: [silicon]: 'silicon' is given twice; it stands in line 1 already")]
    [InlineData("[silicon]\nd50 = 0.5 um", "recipe.toml:2: d50 = 0.5 um: a quantity goes into quotes, e.g. \"0.5 um\"")]
    [InlineData("\n[silicon\n", "recipe.toml:2: [silicon: ")]
    [InlineData("a = ", "recipe.toml:1: a =: the value is missing")]
    [InlineData("name = yes", "recipe.toml:1: name = yes: 'yes' is no value; text goes into quotes")]
    [InlineData("a = 1 b = 2", "recipe.toml:1: a = 1 b = 2: Unexpected token")]
    [InlineData("pressing = 5", "recipe.toml:1: pressing = 5: must be a table: write [pressing] and its keys below")]
    [InlineData("[[pressing]]", "recipe.toml:1: pressing: is one table, not a list: write [pressing]")]
    [InlineData("[dispersion.history]\nrate = \"1 1/s\"", "recipe.toml:1: dispersion.history: is a list of tables: write [[dispersion.history]]")]
    [InlineData("[silicon.count]", "recipe.toml:1: silicon.count: is a value, not a table: must be a whole number between 1 and 1000000")]
    [InlineData("[silicon]\nsieves = [\"1 um\",\n  \"5 s\"]", "recipe.toml:3: silicon.sieves.1 = \"5 s\": 's' is a unit of time, a length is wanted; known: m, mm, um, nm")]
    [InlineData("[silicon]\nsieves = \"1 um\"", "recipe.toml:2: silicon.sieves = \"1 um\": must be a list [...], each entry a positive length up to 1 m")]
    [InlineData("[silicon]\nd50 = [\"1 um\"]", "recipe.toml:2: silicon.d50 = [...]: is one value, not a list: must be a positive length up to 1 mm, e.g. \"0.5 um\"")]
    [InlineData("[[dispersion.history]]\nrate = \"1 1/s\"\n[[dispersion.history]]\nduration = \"-1 s\"", "recipe.toml:4: dispersion.history.1.duration = \"-1 s\": must be a positive time")]
    [InlineData("dispersion.history = [1]", "recipe.toml:1: dispersion.history.0 = 1: must be a table")]
    [InlineData("silicon.tags = [1]", "recipe.toml:1: silicon.tags.0 = 1: must be a text in quotes")]
    [InlineData("\n[sintering]\nstages = [1]", "recipe.toml:2: sintering.temperature: is missing: must be a temperature between 273 K and 1700 K")]
    [InlineData("x = \"\u0007\"", "recipe.toml:1: x = \" \": ")]
    [InlineData("\u0000\u0001PK", "recipe.toml:1: this is not a text file")]
    public void A_wrong_recipe_is_refused_in_one_line_with_its_place(string text, string expected)
    {
        string message = Assert.Throws<InputException>(() => Read(text)).Message;
        Assert.StartsWith(expected, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void Nesting_without_end_is_refused_rather_than_followed()
    {
        Assert.Contains("nested", Assert.Throws<InputException>(() => Read("a = " + new string('[', 100_000))).Message, StringComparison.Ordinal);
        Assert.Contains("unknown key", Assert.Throws<InputException>(() => Read("a" + string.Concat(Enumerable.Repeat(".a", 20_000)) + " = 1")).Message, StringComparison.Ordinal);
        Assert.Contains("text", Assert.Throws<InputException>(() => Read("", "silicon.tags=" + new string('[', 1000))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Noise_is_refused_in_one_line()
    {
        var noise = new RandomStream(1, StreamName.Bootstrap);
        for (int trial = 0; trial < 200; trial++)
        {
            string text = string.Concat(Enumerable.Range(0, 60).Select(_ => (char)(1 + noise.NextInt(250))));
            Exception? thrown = Record.Exception(() => Read(text));
            Assert.True(thrown is null or InputException, $"{thrown}");
            Assert.DoesNotContain('\n', thrown?.Message ?? "");
        }
    }

    [Fact]
    public void A_recipe_file_that_is_not_there_is_named() =>
        Assert.Equal("/nowhere/recipe.toml: there is no such file", Assert.Throws<InputException>(() => RecipeReader.ReadFile<DemoRecipe>("/nowhere/recipe.toml", [])).Message);
}
