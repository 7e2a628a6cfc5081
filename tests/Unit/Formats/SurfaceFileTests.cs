using System.Globalization;
using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.IO;
using DispersionSim.Process;
using Xunit;

namespace DispersionSim.Tests.Unit;

/// <summary>Real instrument files against the values that Gwyddion 2.62 finds in them (table beside the files).</summary>
public class SurfaceFileTests
{
    // The table prints nine digits; readers that agree on every point agree to them.
    private const double Tolerance = 1e-6;

    [Theory]
    [InlineData("ISO5436-sample1.x3p", null)]
    [InlineData("ISO5436-sample1_bin.x3p", null)]
    [InlineData("ISO5436-sample4.x3p", null)]
    [InlineData("KautschukInfiniteFocus.x3p", null)]
    [InlineData("al3d-1.al3d", null)]
    [InlineData("plu-1.plu", null)]
    [InlineData("sur-2.sur", null)]
    [InlineData("surfalize_test_1.opd", null)]
    [InlineData("di-3.di", "ZSensor")]
    [InlineData("di-3.di", "Height")]
    [InlineData("frt-2.frt", null)]
    [InlineData("sdf-1.sdf", null)]
    [InlineData("top-1.top", null)]
    [InlineData("derived_top-1.gwy", null)]
    [InlineData("matrix-3.txt", null)]
    [InlineData("matrix-4.txt", null)]
    public void Imported_surface_has_the_points_size_gaps_and_roughness_that_another_program_finds(string file, string? channel)
    {
        HeightMap map = SurfaceReader.Read(SurfaceData.File(file), new() { Channel = channel });
        Dictionary<string, string> expected = SurfaceData.Reference(file, channel);
        ArealRoughness raw = ArealRoughness.Of(map), level = ArealRoughness.Of(MeanPlane.Level(map));

        Assert.Equal(expected["nx"] + "x" + expected["ny"], $"{map.CountX}x{map.CountY}");
        Assert.Equal(expected["n_invalid"], map.InvalidPoints.ToString(CultureInfo.InvariantCulture));
        Agree(expected, "size_x_m", map.SizeX);
        Agree(expected, "size_y_m", map.SizeY);
        Agree(expected, "Sq_raw", raw.Sq);
        Agree(expected, "Sa_raw", raw.Sa);
        Agree(expected, "Sz_raw", raw.Sz);
        Agree(expected, "Sq_planefit", level.Sq);
        Agree(expected, "Sa_planefit", level.Sa);
        Agree(expected, "Sz_planefit", level.Sz);
        Agree(expected, "Ssk_planefit", level.Ssk, 5e-6);
        Agree(expected, "Sku_planefit", level.Sku);
    }

    [Fact]
    public void Text_and_binary_form_of_the_same_surface_are_identical()
    {
        HeightMap text = SurfaceReader.Read(SurfaceData.File("ISO5436-sample1.x3p")), binary = SurfaceReader.Read(SurfaceData.File("ISO5436-sample1_bin.x3p"));
        Assert.Equal(text.Heights, binary.Heights);
    }

    [Fact]
    public void Absolute_axis_gives_its_own_spacing()
    {
        // y positions 1…4 in units of 2 m, offset 1 m: 3, 5, 7, 9 m.
        HeightMap map = SurfaceReader.Read(SurfaceData.File("ISO5436-sample3.x3p"));
        Assert.Equal(2, map.StepY, 12);
        Assert.Equal(1.6016e-2, map.StepX, 12);
        Assert.Equal(1, map.InvalidPoints);
    }

    [Fact]
    public void Point_cloud_on_a_grid_is_gridded()
    {
        HeightMap map = SurfaceReader.Read(SurfaceData.File("ISO5436-sample2.x3p"));
        Assert.Equal((4, 4), (map.CountX, map.CountY));
        Assert.Equal(1e-6, map.StepX, 1e-15);
        Assert.Equal(2 - 0.808368571682830, map[2, 0], 12);
    }

    [Theory]
    [InlineData("xyz-1.txt", 0)]
    [InlineData("xyz-2.txt", 2)]
    public void Points_of_a_list_are_gridded_and_their_gaps_counted(string file, int gaps)
    {
        HeightMap map = SurfaceReader.Read(SurfaceData.File(file), new() { Unit = "nm" });
        Assert.Equal((4, 4, gaps), (map.CountX, map.CountY, map.InvalidPoints));
        Assert.Equal(1e-9, map.StepX, 1e-18);
    }

    [Fact]
    public void Stylus_profile_has_the_roughness_that_its_instrument_reports()
    {
        // The file states Ra 0.00525 µm and Rq 0.01143 µm between 468 and 733 µm, ASH (peak to valley, unlevelled) 2.89171 µm.
        HeightMap map = SurfaceReader.Read(SurfaceData.File("dektak-1.csv"));
        HeightProfile whole = new(map.StepX, map.Heights);
        int first = (int)Math.Ceiling(468e-6 / map.StepX), last = (int)Math.Floor(733e-6 / map.StepX);
        HeightProfile section = whole.Slice(first, last - first + 1);
        ProfileRoughness levelled = ProfileRoughness.Unfiltered(section), raw = ProfileRoughness.Of(section, 1);
        Assert.Equal(5.25e-9, levelled.Ra, 0.005 * 5.25e-9);
        Assert.Equal(11.43e-9, levelled.Rq, 0.005 * 11.43e-9);
        Assert.Equal(2.89171e-6, raw.Rt, 0.005 * 2.89171e-6);
    }

    [Fact]
    public void Channel_that_holds_no_height_is_refused_and_those_that_do_are_named()
    {
        InputException error = Assert.Throws<InputException>(() => SurfaceReader.Read(SurfaceData.File("di-3.di"), new() { Channel = "Phase" }));
        Assert.Contains("\"ZSensor\", \"Height\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_marked_as_not_measured_are_dropped_on_request()
    {
        // The header's own Zmin and Zmax (89120, 103880 units of 0.1 nm) leave the marked points out.
        HeightMap map = SurfaceReader.Read(SurfaceData.File("sur-2.sur"), new() { DropSpecialPoints = true });
        Assert.Equal((103880 - 89120) * 1e-10, ArealRoughness.Of(map).Sz, 1e-12);
    }

    [Fact]
    public void Spikes_of_a_real_file_are_warned_of_and_a_clean_file_is_not()
    {
        Assert.Contains(SurfaceMetrology.Warnings(SurfaceReader.Read(SurfaceData.File("sur-2.sur"))), w => w.Contains("spikes", StringComparison.Ordinal));
        Assert.Empty(SurfaceMetrology.Warnings(SurfaceReader.Read(SurfaceData.File("al3d-1.al3d"))));
    }

    [Fact]
    public void Foil_is_cut_from_a_real_measurement_with_its_gaps_filled()
    {
        HeightMap measured = SurfaceReader.Read(SurfaceData.File("KautschukInfiniteFocus.x3p"));
        FoilCut cut = MeasuredFoil.Cut(measured, 1e-3, 1e-3, 4e-6, random: null);
        Assert.Equal((5296, 0), (cut.FilledPoints, cut.Map.InvalidPoints));
        // Half the area of a stationary surface: its Sq within a third of the whole's 3.4 µm.
        Assert.Equal(3.398e-6, ArealRoughness.Of(cut.Map).Sq, 1.1e-6);
    }

    [Fact]
    public void Text_that_is_no_surface_is_refused_in_one_line() =>
        AssertOneLine(Assert.Throws<InputException>(() => SurfaceReader.Read(SurfaceData.File("nonsense_txt_file.txt"))));

    [Theory]
    [InlineData("KautschukInfiniteFocus.x3p")]
    [InlineData("ISO5436-sample1_bin.x3p")]
    [InlineData("al3d-1.al3d")]
    [InlineData("plu-1.plu")]
    [InlineData("sur-2.sur")]
    [InlineData("surfalize_test_1.opd")]
    [InlineData("di-3.di")]
    [InlineData("frt-2.frt")]
    [InlineData("sdf-1.sdf")]
    [InlineData("top-1.top")]
    [InlineData("derived_top-1.gwy")]
    [InlineData("matrix-3.txt")]
    [InlineData("matrix-4.txt")]
    public void File_cut_off_anywhere_is_refused_in_one_line_or_still_whole(string file)
    {
        byte[] bytes = File.ReadAllBytes(SurfaceData.File(file));
        int refused = 0;
        foreach (double share in new[] { 0.0002, 0.002, 0.01, 0.1, 0.3, 0.5 })
        {
            try
            {
                SurfaceReader.Read(file, bytes[..(int)(share * bytes.Length)]);
            }
            catch (InputException e)
            {
                AssertOneLine(e);
                refused++;
            }
        }

        // A bare text matrix may be cut between rows, and some formats carry pictures after the heights; most cuts are found.
        Assert.True(refused >= 5, $"only {refused} of 6 cuts were noticed");
    }

    [Theory]
    [InlineData("KautschukInfiniteFocus.x3p")]
    [InlineData("ISO5436-sample1.x3p")]
    [InlineData("al3d-1.al3d")]
    [InlineData("plu-1.plu")]
    [InlineData("sur-2.sur")]
    [InlineData("surfalize_test_1.opd")]
    [InlineData("di-3.di")]
    [InlineData("frt-2.frt")]
    [InlineData("sdf-1.sdf")]
    [InlineData("top-1.top")]
    [InlineData("derived_top-1.gwy")]
    public void Damaged_header_never_escapes_as_anything_but_an_input_error(string file)
    {
        byte[] whole = File.ReadAllBytes(SurfaceData.File(file));
        RandomStream random = new(1, StreamName.MonteCarlo);
        int headerLength = Math.Min(1200, whole.Length);
        for (int trial = 0; trial < 60; trial++)
        {
            byte[] bytes = [.. whole];
            for (int k = 0; k < 3; k++)
            {
                bytes[random.NextInt(headerLength)] = (byte)random.NextInt(256);
            }

            try
            {
                SurfaceReader.Read(file, bytes);
            }
            catch (InputException e)
            {
                AssertOneLine(e);
            }
        }
    }

    private static void AssertOneLine(InputException error)
    {
        Assert.DoesNotContain('\n', error.Message);
        Assert.DoesNotContain("   at ", error.Message, StringComparison.Ordinal);
    }

    private static void Agree(Dictionary<string, string> expected, string key, double value, double tolerance = Tolerance)
    {
        double wanted = double.Parse(expected[key], CultureInfo.InvariantCulture);
        Assert.True(Math.Abs(value - wanted) <= tolerance * Math.Abs(wanted), $"{key}: {value} instead of {wanted}");
    }
}
