using System.Text.Json;

namespace DispersionSim.Tests.Approval;

/// <summary>What a user of <c>analyze surface</c> gets.</summary>
public sealed class AnalyzeSurfaceTests
{
    [Fact]
    public void A_section_of_a_stylus_profile_has_the_roughness_that_its_instrument_reports()
    {
        using JsonDocument document = Json(SharedData.Path("surfaces/dektak-1.csv"), "--from", "468 um", "--to", "733 um");
        Assert.Equal(5.25e-9, Value(document, "Ra"), 0.005 * 5.25e-9);
        Assert.Equal(11.43e-9, Value(document, "Rq"), 0.005 * 11.43e-9);
        Assert.Equal(2.89171e-6, Value(document, "Sz raw"), 0.005 * 2.89171e-6);
    }

    [Fact]
    public void A_channel_is_chosen_by_its_name()
    {
        string file = SharedData.Path("surfaces/di-3.di");
        using JsonDocument sensor = Json(file, "--channel", "ZSensor"), height = Json(file, "--channel", "Height");
        Assert.Equal(35.223e-9, Value(sensor, "Sq levelled"), 0.01 * 35.223e-9);
        Assert.Equal(45.462e-9, Value(height, "Sq levelled"), 0.01 * 45.462e-9);
        Assert.Equal(65536, sensor.RootElement.GetProperty("points").GetInt32());
        Assert.Equal(0, sensor.RootElement.GetProperty("invalid_points").GetInt32());
        Assert.Equal(1e-5, sensor.RootElement.GetProperty("size")[0].GetDouble(), 1e-9);
    }

    [Fact]
    public void The_page_holds_its_pictures_its_numbers_and_what_was_filtered_and_asks_for_nothing()
    {
        using ScratchFolder scratch = new();
        string rows = string.Join('\n', Enumerable.Range(0, 40).Select(y => string.Join(' ', Enumerable.Range(0, 60).Select(x => x == 7 && y == 9 ? "NaN" : $"{Math.Sin(x * 0.7) + Math.Cos(y * 0.4):0.####}"))));
        CliResult result = CliProcess.Run(["analyze", "surface", scratch.Write("w.txt", rows), "--unit", "um", "--pixel-size", "0.5 um", "--s-filter", "1 um", "--out", scratch.At("page")]);
        Assert.True(result.ExitCode == 0, result.Error);
        string page = File.ReadAllText(scratch.At("page/surface.html"));
        Assert.Equal(4, page.Split("<img src=\"data:image/").Length - 1);
        Assert.Contains("Gaussian S-filter 1", page, StringComparison.Ordinal);
        Assert.Contains("not ISO: 0.03", page, StringComparison.Ordinal);
        Assert.DoesNotContain("=\"http", page, StringComparison.Ordinal);
        Assert.True(new FileInfo(scratch.At("page/plots/height-map.png")).Length > 1000);
        Assert.True(File.Exists(scratch.At("page/metrics.json")));
    }

    [Theory]
    [InlineData("1 2 3\n4 5 6\n7 8 9\n", new[] { "--unit", "um" }, "--pixel-size")]
    [InlineData("1 2 3\n4 5 6\n7 8 9\n", new[] { "--unit", "um", "--pixel-size", "1 um", "--from", "9 um" }, "reaches from 0 to 2 um")]
    [InlineData("1 2 3\n4 5 6\n7 8 9\n", new[] { "--unit", "um", "--pixel-size", "1 um", "--cutoff", "0.8 mm" }, "gives no Ra")]
    [InlineData("1 2 3\n4 5 6\n7 8 9\n", new[] { "--unit", "um", "--pixel-size", "1 um", "--s-filter", "5 um", "--l-filter", "4 um" }, "leave no wave")]
    [InlineData("1 2 3\n4 5 6\n7 8 9\n", new[] { "--unit", "um", "--pixel-size", "1 um", "--s-filter", "-5 um" }, "--s-filter")]
    [InlineData("NaN NaN\nNaN NaN\n", new[] { "--unit", "um", "--pixel-size", "1 um" }, "no valid point")]
    [InlineData("", new string[0], "is empty")]
    [InlineData("a story\nof nothing\n", new string[0], "is not a surface")]
    public void What_cannot_be_measured_is_refused_in_one_line_that_names_the_file(string text, string[] options, string words)
    {
        using ScratchFolder scratch = new();
        Refusal.Says(CliProcess.Run(["analyze", "surface", scratch.Write("s.txt", text), .. options]), words);
    }

    private static JsonDocument Json(string file, params string[] options)
    {
        CliResult result = CliProcess.Run(["analyze", "surface", file, "--json", .. options]);
        Assert.True(result.ExitCode == 0, result.Error);
        return JsonDocument.Parse(result.Output);
    }

    private static double Value(JsonDocument document, string name) =>
        document.RootElement.GetProperty("metrics").EnumerateArray().Single(m => m.GetProperty("name").GetString() == name).GetProperty("value").GetDouble();
}
