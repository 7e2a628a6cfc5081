using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DispersionSim.Core;
using DispersionSim.Imaging;
using SkiaSharp;
using Xunit;

namespace DispersionSim.Tests.Unit;

public class PlotTests
{
    private static readonly Curve Line = new("measured", "distance", "m", "pair correlation", "-", [1e-7, 5e-7, 1e-6], [0.5, 2, 1]) { Low = [0.4, 1.8, 0.9], High = [0.6, 2.2, 1.1], BandName = "null, 95 %" };

    [Theory]
    [InlineData("m", 2.4e-6, "µm", 1e-6)]
    [InlineData("m", 3e-8, "nm", 1e-9)]
    [InlineData("Pa", 1e8, "MPa", 1e6)]
    [InlineData("s", 36000, "h", 3600)]
    [InlineData("s", 12, "s", 1)]
    [InlineData("-", 1e-6, "", 1)]
    [InlineData("1/s", 5e4, "s⁻¹", 1)]
    [InlineData("kg/m^3", 1300, "kg/m³", 1)]
    public void Axes_are_read_in_the_unit_an_engineer_expects(string unit, double largest, string symbol, double scale)
    {
        AxisUnit found = AxisUnit.For(unit, largest);
        Assert.Equal((symbol, scale), (found.Symbol, found.Scale));
    }

    [Fact]
    public void A_vector_plot_is_well_formed_and_names_its_axes_in_letters()
    {
        Picture picture = PlotRenderer.Svg([Line], new("g", "pair correlation"));
        XElement svg = XElement.Parse(Encoding.UTF8.GetString(picture.Bytes));
        string[] words = [.. svg.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value.Trim())];
        Assert.Contains("Distance (µm)", words);
        Assert.Contains("Pair correlation", words);
        Assert.Contains("measured", words);
        Assert.Contains("null, 95 %", words);
        Assert.All(svg.Descendants().Where(e => e.Name.LocalName == "text"), e => Assert.EndsWith("sans-serif", (string?)e.Attribute("font-family"), StringComparison.Ordinal));
        Assert.Equal(("g.svg", "image/svg+xml"), (picture.Name, picture.MediaType));
    }

    [Fact]
    public void A_band_is_filled_from_its_lower_to_its_upper_edge()
    {
        XElement with = XElement.Parse(Encoding.UTF8.GetString(PlotRenderer.Svg([Line], new("g", "")).Bytes));
        XElement without = XElement.Parse(Encoding.UTF8.GetString(PlotRenderer.Svg([Line with { Low = null, High = null }], new("g", "")).Bytes));
        static int Bands(XElement svg) => svg.Descendants().Count(e => e.Name.LocalName == "path" && e.Attribute("fill-opacity") is { } o && double.Parse(o.Value, CultureInfo.InvariantCulture) < 0.5);
        Assert.Equal(0, Bands(without));
        Assert.True(Bands(with) > 0);
    }

    [Fact]
    public void Names_inside_two_plots_of_one_page_differ()
    {
        string[] Ids(string name) => [.. XElement.Parse(Encoding.UTF8.GetString(PlotRenderer.Svg([Line], new(name, "")).Bytes)).Descendants().Attributes("id").Select(a => a.Value)];
        Assert.NotEmpty(Ids("first"));
        Assert.Empty(Ids("first").Intersect(Ids("second")));
    }

    [Fact]
    public void Decades_are_marked_on_a_logarithmic_axis_and_zero_is_left_out()
    {
        var curve = new Curve("fragments", "strain", "-", "size", "-", [0, 1, 10, 100], [1, 1e3, 1e2, 1]);
        XElement svg = XElement.Parse(Encoding.UTF8.GetString(PlotRenderer.Svg([curve], new("log", "") { LogX = true, LogY = true }).Bytes));
        string[] words = [.. svg.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value.Trim())];
        Assert.Contains("10", words);
        Assert.Contains("1000", words);
    }

    [Fact]
    public void Letters_are_drawn_in_a_plot_of_pixels()
    {
        using SKBitmap image = SKBitmap.Decode(PlotRenderer.Png([Line], new("g", "") { Width = 600, Height = 400 }).Bytes);
        int dark = 0;
        for (int x = 200; x < 400; x++)
        {
            for (int y = 372; y < 400; y++)
            {
                dark += image.GetPixel(x, y).Red < 100 ? 1 : 0;
            }
        }

        // The strip under the tick labels holds the axis title alone: thirteen letters.
        Assert.InRange(dark, 100, 2000);
    }

    [Fact]
    public void Curves_of_different_units_do_not_share_an_axis() =>
        Assert.Throws<ArgumentException>(() => PlotRenderer.Svg([Line, Line with { YUnit = "Pa" }], new("g", "")));
}
