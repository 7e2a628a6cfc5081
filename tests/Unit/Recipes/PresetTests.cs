using DispersionSim.Core;
using DispersionSim.IO;
using DispersionSim.Process;
using Xunit;

namespace DispersionSim.Tests.Unit;

public sealed class PresetTests
{
    [Fact]
    public void A_preset_fills_what_the_recipe_leaves_out_and_what_it_states_goes_over_it()
    {
        TopographyOptions options = Read("hurst = 0.7\npreset = \"rolled\"\n");
        Assert.Equal(FoilPresets.Of(FoilPreset.Rolled) with { Hurst = 0.7 }, options);
    }

    [Fact]
    public void Without_a_preset_the_defaults_are_as_they_were() => Assert.Equal(new TopographyOptions(), Read(""));

    [Fact]
    public void A_recipe_written_with_its_preset_reads_back_equal()
    {
        TopographyOptions options = Read("preset = \"electrolytic-matte\"\nnodules = { coverage = 0.1 }\n");
        Assert.Equal(options, Read(RecipeWriter.Write(options)));
        Assert.Equal(0.1, options.Nodules.Coverage);
    }

    [Fact]
    public void An_unknown_preset_is_refused_with_those_known() =>
        Assert.Contains("electrolytic-drum", Assert.Throws<InputException>(() => Read("preset = \"matt\"\n")).Message, StringComparison.Ordinal);

    private static TopographyOptions Read(string text) => RecipeReader.Read<TopographyOptions>(text, "recipe.toml", []);
}
