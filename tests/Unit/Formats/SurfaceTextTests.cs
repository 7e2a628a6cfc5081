using System.Text;
using DispersionSim.Core;
using DispersionSim.IO;
using Xunit;

namespace DispersionSim.Tests.Unit;

public class SurfaceTextTests
{
    [Fact]
    public void Bare_matrix_asks_for_its_unit_and_its_size_and_takes_them()
    {
        const string Text = "1 2 3 4\n5 6 7 8\n";
        Assert.Contains("unit", Refused("m.txt", Text, new()).Message, StringComparison.Ordinal);
        Assert.Contains("pixel_size", Refused("m.txt", Text, new() { Unit = "um" }).Message, StringComparison.Ordinal);

        HeightMap map = Read("m.txt", Text, new() { Unit = "um", PixelSize = 2e-7 });
        Assert.Equal((4, 2), (map.CountX, map.CountY));
        Assert.Equal(7e-6, map[2, 1], 15);
        Assert.Equal(2e-7, map.StepY, 15);
    }

    [Theory]
    [InlineData("\u00b5m")]
    [InlineData("\u03bcm")]
    [InlineData("um")]
    public void Gwyddion_header_gives_size_and_unit_in_either_micro_sign(string micro)
    {
        HeightMap map = Read("m.txt", $"# Channel: z\n# Width: 4.0 {micro}\n# Height: 1.0 {micro}\n# Value units: nm\n1\t2\n3\t4\n");
        Assert.Equal((2e-6, 0.5e-6, 4e-9), (map.StepX, map.StepY, map[1, 1]));
    }

    [Fact]
    public void Latin_1_micro_sign_is_read()
    {
        byte[] bytes = Encoding.Latin1.GetBytes("# Width: 4.0 \u00b5m\n# Height: 4.0 \u00b5m\n# Value units: m\n1e-9 2e-9\n3e-9 4e-9\n");
        Assert.Equal(2e-6, SurfaceReader.Read("m.txt", bytes).StepX, 15);
    }

    [Fact]
    public void Words_for_missing_points_and_decimal_commas_are_understood()
    {
        HeightMap map = Read("m.txt", "1,5\tNaN\n-2,5\tBAD\n", new() { Unit = "nm", PixelSize = 1e-7 });
        Assert.Equal(2, map.InvalidPoints);
        Assert.Equal(-2.5e-9, map[0, 1], 1e-18);
    }

    [Theory]
    [InlineData("Lateral um,Raw Micrometer,", "0.0,0.1,,", "0.5,-0.3,,", "1.0,0.2,,")]
    [InlineData("Lateral um,Raw Micrometer", "0.0,0.1", "0.5,-0.3", "1.0,0.2")]
    [InlineData("Raw Micrometer,Lateral um,", "0.1,0.0,", "-0.3,0.5,", "0.2,1.0,")]
    [InlineData("Lateral mm,Normalized um,Raw Angstrom,", "0.0,9,1000,", "0.0005,9,-3000,", "0.001,9,2000,")]
    public void Stylus_profile_is_read_by_the_titles_of_its_columns(string head, params string[] rows)
    {
        HeightMap map = Read("d.csv", $"Scan Parameters\nLength,1 um\n\nScan Data\n{head}\n{string.Join('\n', rows)}\n");
        Assert.Equal((3, 1), (map.CountX, map.CountY));
        Assert.Equal(0.5e-6, map.StepX, 1e-15);
        Assert.Equal([0.1e-6, -0.3e-6, 0.2e-6], map.Heights, (a, b) => Math.Abs(a - b) < 1e-15);
    }

    [Theory]
    [InlineData("Lateral um,Raw Volt,")]
    [InlineData("Lateral um,Normalized um,")]
    [InlineData("Raw um,")]
    public void Stylus_profile_without_a_column_of_heights_is_refused(string head) =>
        Assert.Contains("raw height", Refused("d.csv", $"Scan Parameters\n\nScan Data\n{head}\n0,1,\n1,2,\n", new()).Message, StringComparison.Ordinal);

    [Fact]
    public void Commas_between_numbers_part_them()
    {
        HeightMap map = Read("m.csv", "1.5,2,3,4\n5,6,7,8\n", new() { Unit = "nm", PixelSize = 1e-7 });
        Assert.Equal(4, map.CountX);
    }

    [Theory]
    [InlineData("1 2 3 4\n5 6 7\n", ":2:")]
    [InlineData("1 2 3 4\n5 x 7 8\n", ":2: \"x\"")]
    [InlineData("NaN NaN\nNaN NaN\n", "no valid point")]
    [InlineData("7\n", "1 x 1")]
    [InlineData("w=4 h=2\n1 2 3\n4 5 6\n", "states 4 x 2")]
    public void Faulty_matrix_is_refused_naming_the_place(string text, string part) =>
        Assert.Contains(part, Refused("m.txt", text, new() { Unit = "um", PixelSize = 1e-6 }).Message, StringComparison.Ordinal);

    [Fact]
    public void Data_in_a_unit_that_is_no_length_is_asked_about() =>
        Assert.Contains("\"rad\"", Refused("m.txt", "pixel size=1e-7 m\ndata unit=rad\n1 2\n3 4\n", new()).Message, StringComparison.Ordinal);

    [Fact]
    public void Unknown_unit_is_refused_with_those_known() =>
        Assert.Contains("um", Refused("m.txt", "1 2\n3 4\n", new() { Unit = "furlong", PixelSize = 1e-6 }).Message, StringComparison.Ordinal);

    [Fact]
    public void Points_in_any_order_find_their_places_and_missing_ones_are_gaps()
    {
        HeightMap map = Read("p.xyz", "1 0 10\n0 0 20\n0 1 30\n2 1 40\n2 0 50\n", new() { Unit = "um" });
        Assert.Equal((3, 2, 1), (map.CountX, map.CountY, map.InvalidPoints));
        Assert.Equal(20e-6, map[0, 0], 12);
        Assert.Equal(40e-6, map[2, 1], 12);
        Assert.True(double.IsNaN(map[1, 1]));
    }

    [Fact]
    public void Points_on_no_grid_are_refused() =>
        Assert.Contains("no regular grid", Refused("p.xyz", "0 0 1\n1 0.3 1\n0.55 1 1\n2 2.77 1\n", new() { Unit = "um" }).Message, StringComparison.Ordinal);

    [Fact]
    public void Text_under_the_name_of_an_instrument_format_is_refused() =>
        Assert.Contains(".al3d", Refused("s.al3d", "1 2\n3 4\n", new() { Unit = "um", PixelSize = 1e-6 }).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("s.x3p")]
    [InlineData("s.sur")]
    public void Empty_file_is_refused(string name) =>
        Assert.Contains("empty", Assert.Throws<InputException>(() => SurfaceReader.Read(name, [])).Message, StringComparison.Ordinal);

    [Fact]
    public void Binary_file_of_no_known_format_is_refused() =>
        Assert.Contains("no known", Assert.Throws<InputException>(() => SurfaceReader.Read("s.bin", [1, 2, 3, 4, 0, 0, 0, 9])).Message, StringComparison.Ordinal);

    [Fact]
    public void Missing_file_is_refused_in_one_line()
    {
        InputException error = Assert.Throws<InputException>(() => SurfaceReader.Read("no/such/surface.x3p"));
        Assert.Equal("no/such/surface.x3p: there is no such file", error.Message);
    }

    private static HeightMap Read(string name, string text, SurfaceReadOptions? options = null) => SurfaceReader.Read(name, Encoding.UTF8.GetBytes(text), options);

    private static InputException Refused(string name, string text, SurfaceReadOptions options) =>
        Assert.Throws<InputException>(() => Read(name, text, options));
}
