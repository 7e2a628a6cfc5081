using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Tests.Unit;

/// <summary>Complaints across keys name the line of the key that they begin with.</summary>
public class RecipePlacesTests
{
    private const string Text = "name = \"a\"\n[run]\nsteps = 5\n[[wall]]\nnormal = [0, 0, 1]\n[[wall]]\nnormal = [\n  0,\n  1]\n";

    [Theory]
    [InlineData("run.steps = 5: too few", "c.toml:3: run.steps = 5: too few")]
    [InlineData("run.duration is missing", "c.toml:2: run.duration is missing")]
    [InlineData("run: give one of them", "c.toml:2: run: give one of them")]
    [InlineData("wall.1.normal: two entries", "c.toml:7: wall.1.normal: two entries")]
    [InlineData("wall.1.normal.1: one", "c.toml:9: wall.1.normal.1: one")]
    [InlineData("wall.7.normal: none such", "c.toml:4: wall.7.normal: none such")]
    [InlineData("box.size is missing", "c.toml: box.size is missing")]
    [InlineData("Something else", "c.toml: Something else")]
    public void The_line_of_the_key_comes_first(string message, string expected) =>
        Assert.Equal(expected, RecipePlaces.Located(new InputException(message), Text, "c.toml", []).Message);

    [Fact]
    public void A_key_of_the_command_line_is_named_as_it_was_typed() =>
        Assert.Equal("--set run.steps=7: run.steps = 7: too few", RecipePlaces.Located(new InputException("run.steps = 7: too few"), Text, "c.toml", ["run.steps=7"]).Message);
}
