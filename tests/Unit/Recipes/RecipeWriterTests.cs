using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using DispersionSim.IO;
using Xunit;

namespace DispersionSim.Tests.Unit;

public sealed class RecipeWriterTests
{
    private static DemoRecipe Read(string text) => RecipeReader.Read<DemoRecipe>(text, "recipe.toml", [], "/work");

    /// <summary>Records with lists compare by reference; their JSON holds every bit of every value.</summary>
    private static string Values(DemoRecipe recipe) => JsonSerializer.Serialize(recipe);

    [Fact]
    public void A_recipe_reads_back_equal_to_what_was_written()
    {
        var recipe = new DemoRecipe
        {
            Name = "a \"quoted\" \\ name\nwith lines\tand \u0001 µ",
            Seed = ulong.MaxValue,
            Silicon = new() { D50 = 1.0 / 3e6, Count = 7, BridgedFraction = 0.1 + 0.2, Shape = DemoShape.FractalAggregate, Distribution = "/data/psd.csv", Sieves = [], Tags = ["x", "y z"] },
            Pressing = new() { Pressure = Math.PI * 1e7, TargetThickness = 1.23456789012345e-5, Heated = true, Steps = long.MinValue },
            Dispersion = new() { History = [new() { Rate = 12345.678901234567, Duration = 7200 }, new() { Duration = 0.1 }] },
            Sintering = new() { Temperature = 623.15, Stages = [3, 1], Shapes = [DemoShape.FractalAggregate] },
        };
        Assert.Equal(Values(recipe), Values(Read(RecipeWriter.Write(recipe))));
    }

    [Fact]
    public void Any_number_reads_back_bit_by_bit() => Gen.Select(Gen.Double[-20, -3.1], Gen.Double[1, 9.99], Gen.Double[0, 1]).Sample((exponent, mantissa, share) =>
    {
        var recipe = new DemoRecipe { Silicon = new() { D50 = mantissa * Math.Pow(10, Math.Floor(exponent)), BridgedFraction = share } };
        return Values(recipe) == Values(Read(RecipeWriter.Write(recipe)));
    });

    [Fact]
    public void The_defaults_and_an_emptied_list_read_back()
    {
        Assert.Equal(Values(new DemoRecipe()), Values(Read(RecipeWriter.Write(new DemoRecipe()))));
        var without = new DemoRecipe { Dispersion = new() { History = [] } };
        Assert.Empty(Read(RecipeWriter.Write(without)).Dispersion.History);
    }

    [Fact]
    public void Each_key_stands_with_its_unit_its_description_and_its_range()
    {
        string text = RecipeWriter.Write(new DemoRecipe(), "version 1\nseed 5");
        Assert.StartsWith("# version 1\n# seed 5\n# Name of the run\nname = \"demo\"\n", text, StringComparison.Ordinal);
        Assert.Contains("\n# Pressure in the nip [1 kPa to 1 GPa]\npressure = \"100 MPa\"\n", text, StringComparison.Ordinal);
        Assert.Contains("\n[[dispersion.history]]\n# [0 1/s to 1000000 1/s]\nrate = \"100 1/s\"\n", text, StringComparison.Ordinal);
        Assert.Contains("# target_thickness is not set\n", text, StringComparison.Ordinal);
        Assert.Contains("# sintering is not set\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_is_json_with_descriptions_units_ranges_and_words()
    {
        using var schema = JsonDocument.Parse(RecipeSchema.Export<DemoRecipe>());
        JsonElement root = schema.RootElement;
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", root.GetProperty("$schema").GetString());
        Assert.False(root.GetProperty("additionalProperties").GetBoolean());
        JsonElement silicon = root.GetProperty("properties").GetProperty("silicon").GetProperty("properties");
        JsonElement d50 = silicon.GetProperty("d50");
        Assert.Equal(("string", "m", "0.5 um", "Volume median diameter"), (d50.GetProperty("type").GetString(), d50.GetProperty("x-unit").GetString(), d50.GetProperty("default").GetString(), d50.GetProperty("description").GetString()));
        Assert.Equal((1, 1_000_000), (silicon.GetProperty("count").GetProperty("minimum").GetInt32(), silicon.GetProperty("count").GetProperty("maximum").GetInt32()));
        Assert.Equal(["sphere", "fractal-aggregate"], silicon.GetProperty("shape").GetProperty("enum").EnumerateArray().Select(word => word.GetString()));
        Assert.Equal("temperature", root.GetProperty("properties").GetProperty("sintering").GetProperty("required")[0].GetString());
        JsonElement history = root.GetProperty("properties").GetProperty("dispersion").GetProperty("properties").GetProperty("history");
        Assert.Equal("1/s", history.GetProperty("items").GetProperty("properties").GetProperty("rate").GetProperty("x-unit").GetString());
    }

    [Theory]
    [InlineData("0.5 um", true)]
    [InlineData("-1e-4 1/s", true)]
    [InlineData("25/s", true)]
    [InlineData("1 g/(m^2 s)", true)]
    [InlineData(".5rad", true)]
    [InlineData("0.5", false)]
    [InlineData("1e5", false)]
    [InlineData("um", false)]
    [InlineData("0,5 um", false)]
    public void The_pattern_of_the_schema_tells_quantities_from_numbers(string text, bool quantity) =>
        Assert.Equal(quantity, Regex.IsMatch(text, RecipeSchema.QuantityPattern));

    [Fact]
    public void Every_key_is_explained()
    {
        IReadOnlyList<RecipeKey> keys = RecipeExplain.Keys<DemoRecipe>();
        Assert.Contains(new RecipeKey("pressing.pressure", "pressure", "Pa, kPa, MPa, GPa, bar", "\"100 MPa\"", "1 kPa to 1 GPa", "Pressure in the nip"), keys);
        Assert.Contains(keys, key => key is { Key: "dispersion.history[].duration", Type: "time", Default: "\"600 s\"", Allowed: "> 0 s" });
        Assert.Contains(keys, key => key is { Key: "sintering.temperature", Default: "required", Allowed: "273 K to 1700 K" });
        Assert.Contains(keys, key => key is { Key: "silicon.shape", Type: "word", Allowed: "sphere | fractal-aggregate", Default: "\"sphere\"" });
        Assert.Contains(keys, key => key is { Key: "silicon.distribution", Type: "file", Default: "" });
        Assert.All(RecipeExplain.Keys<DemoRecipe>("pressing"), key => Assert.StartsWith("pressing", key.Key, StringComparison.Ordinal));
    }
}
