using System.Text;
using DispersionSim.Core;
using DispersionSim.IO;
using Xunit;

namespace DispersionSim.Tests.Unit;

public sealed class DistributionReaderTests
{
    private const string Mastersizer = "Sample Name,\"D [4, 3] - Volume weighted mean\",Result Between User Sizes (Sizes in um),,,\n,,1,2,4,\nfirst,2,,40,60,notes\nsecond,9,,100,0,\n";

    private static SizeDistribution Read(string text, DistributionImport? import = null) => DistributionReader.Read(Encoding.UTF8.GetBytes(text), "sizes.csv", import);

    /// <summary>Numbers printed by the instrument and recomputed independently, glass beads; tolerances 0.1 % (means), 2 % (d10, d90), 0.2 % (d50).</summary>
    [Fact]
    public void A_mastersizer_export_has_the_sizes_that_the_instrument_states()
    {
        SizeDistribution sizes = DistributionReader.Read(MeasuredFiles.Path("psd/mastersizer_example1.csv"));
        Assert.Equal((100, 101), (sizes.VolumeFraction.Length, sizes.Edges.Length));
        Assert.Equal((1e-8, 0.01), (sizes.Edges[0], sizes.Edges[^1]));
        Assert.Equal(1, sizes.VolumeFraction.Sum(), 1e-12);
        Near(77.278, sizes.MeanD43, 1e-3);
        Near(72.289, sizes.MeanD32, 1e-3);
        Near(53.500, sizes.D10, 0.02);
        Near(74.796, sizes.D50, 2e-3);
        Near(104.309, sizes.D90, 0.02);

        // The same classes evaluated by an independent program with the same interpolation, to its printed digits.
        Near(77.271, sizes.MeanD43, 1e-5);
        Near(72.297, sizes.MeanD32, 1e-5);
        Near(53.271, sizes.D10, 1e-5);
        Near(74.774, sizes.D50, 1e-5);
        Near(104.410, sizes.D90, 1e-5);
        Assert.Equal(new StatedSizes(77.278e-6, 72.289e-6, 53.5e-6, 74.796e-6, 104.309e-6), sizes.Stated, (a, b) => Math.Abs((a!.D50 - b!.D50)!.Value) < 1e-12 && Math.Abs((a.MeanD43 - b.MeanD43)!.Value) < 1e-12 && Math.Abs((a.D10 - b.D10)!.Value) < 1e-12);
        Assert.Equal("16 Averaged Result", sizes.Name);
        Assert.Empty(sizes.Warnings);
    }

    [Fact]
    public void Every_measurement_of_a_workbook_has_the_mean_that_the_instrument_states()
    {
        string path = MeasuredFiles.Path("psd/mastersizer_example3.xlsx");
        IReadOnlyList<string> names = DistributionReader.Names(path);
        Assert.Equal(30, names.Count);
        for (int row = 0; row < 30; row++)
        {
            SizeDistribution sizes = DistributionReader.Read(path, new() { Row = row });
            Assert.Equal(names[row], sizes.Name);
            Assert.Equal(1, sizes.MeanD43 / sizes.Stated!.MeanD43!.Value, 2e-3);
            Assert.Empty(sizes.Warnings);
        }
    }

    [Fact]
    public void A_wide_powder_is_not_passed_off_as_log_normal_and_a_narrow_one_is()
    {
        string path = MeasuredFiles.Path("psd/mastersizer_example3.xlsx");
        string[] names = [.. DistributionReader.Names(path)];
        var polyamide = LogNormalFit.Of(DistributionReader.Read(path, new() { Row = Array.IndexOf(names, "Polyamide") }));
        Assert.Equal(1, polyamide.Modes);
        int wide = Enumerable.Range(0, names.Length).MaxBy(row => DistributionReader.Read(path, new() { Row = row }).MeanD43);
        SizeDistribution fuso = DistributionReader.Read(path, new() { Row = wide });
        Assert.StartsWith("Fuso", fuso.Name, StringComparison.Ordinal);
        Near(60.2, fuso.MeanD43, 0.01);
        Assert.NotNull(LogNormalFit.Of(fuso).Warning);
    }

    /// <summary>n, mean, s, median, geometric mean and deviation, d32 as computed independently from the file.</summary>
    [Fact]
    public void A_list_of_lengths_has_its_published_statistics()
    {
        SizeDistribution sizes = DistributionReader.Read(MeasuredFiles.Path("psd/nanoparticle_sample_data.csv"), new() { Unit = "nm" });
        var statistics = DiameterStatistics.Of(sizes.Diameters);
        Assert.Equal(450, statistics.Count);
        Assert.Equal(2.27960, statistics.Mean * 1e9, 1e-6);
        Assert.Equal(0.672084, statistics.StandardDeviation * 1e9, 1e-6);
        Assert.Equal(2.2, statistics.Median * 1e9, 1e-9);
        Assert.Equal(2.187927, statistics.GeometricMean * 1e9, 1e-6);
        Assert.Equal(1.330379, statistics.GeometricDeviation, 1e-6);
        Assert.Equal(2.695776, sizes.MeanD32 * 1e9, 1e-6);
    }

    [Fact]
    public void A_list_without_unit_is_not_guessed_at()
    {
        string path = MeasuredFiles.Path("psd/nanoparticle_sample_data.csv");
        Assert.Contains("\"Length\") have no unit", Assert.Throws<InputException>(() => DistributionReader.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_measurement_is_picked_by_its_row()
    {
        Assert.Equal([0.4, 0.6], Read(Mastersizer).VolumeFraction);
        SizeDistribution second = Read(Mastersizer, new() { Row = 1, Scale = 0.5 });
        Assert.Equal("second", second.Name);
        Assert.Equal([5e-7, 1e-6, 2e-6], second.Edges);
        Assert.Equal([1, 0], second.VolumeFraction);
    }

    [Fact]
    public void A_mean_that_contradicts_the_instrument_is_reported() =>
        Assert.Contains("the instrument states 9 um", Assert.Single(Read(Mastersizer, new() { Row = 1 }).Warnings), StringComparison.Ordinal);

    [Theory]
    [InlineData("Diameter (nm)\n100\n200\n", null)]
    [InlineData("Diameter [nm]\n100\n200\n", "nm")]
    [InlineData("d_nm\r\n100\r\n200\r\n", null)]
    [InlineData("100\n200\n", "nm")]
    [InlineData("# a comment\nDiameter/nm\n\n200\n100", null)]
    [InlineData("\"Diameter, nm\"\n\"100\"\n200", null)]
    [InlineData("Diameter;\n100;\n200;", "nm", "2 columns")]
    public void A_list_takes_its_unit_from_heading_or_user(string text, string? unit, string? refused = null)
    {
        if (refused is null)
        {
            Assert.Equal([1e-7, 2e-7], Read(text, new() { Unit = unit }).Diameters, (a, b) => Math.Abs(a - b) < 1e-20);
        }
        else
        {
            Assert.Throws<InputException>(() => Read(text, new() { Unit = unit }));
        }
    }

    [Theory]
    [InlineData("Size (um),Volume %\n1,25\n2,75\n")]
    [InlineData("Size (um)\tVolume %\n2\t75\n1\t25\n")]
    [InlineData("Size (um);Volume %\n1,0;25,0\n2,0;75,0\n")]
    [InlineData("1 25\n2 75\n")]
    public void Two_columns_are_class_centres_and_volumes(string text)
    {
        SizeDistribution sizes = Read(text, new() { Unit = "um" });
        Assert.Equal([0.25, 0.75], sizes.VolumeFraction);
        Assert.Equal(1e-6, sizes.Centre(0), 1e-15);
        Assert.Equal(2e-6, sizes.Centre(1), 1e-15);
    }

    [Fact]
    public void Sizes_may_be_edges()
    {
        const string text = "Size (um),Volume %\n1,25\n2,75\n4,0\n";
        Assert.Equal([0.25, 0.75], Read(text, new() { SizeMeaning = SizeMeaning.LowerEdge }).VolumeFraction);
        Assert.Equal([1e-6, 2e-6, 4e-6], Read(text, new() { SizeMeaning = SizeMeaning.LowerEdge }).Edges, (a, b) => Math.Abs(a - b) < 1e-15);
        SizeDistribution upper = Read(text, new() { SizeMeaning = SizeMeaning.UpperEdge });
        Assert.Equal([1, 0], upper.VolumeFraction);
        Assert.Contains("25.0 % of the volume", Assert.Single(upper.Warnings).Replace("25.0%", "25.0 %"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Radius (um)\n0.5\n1\n")]
    [InlineData("r [nm]\n500\n1000\n")]
    public void Radii_are_doubled_with_a_word(string text)
    {
        SizeDistribution sizes = Read(text);
        Assert.Equal([1e-6, 2e-6], sizes.Diameters.Select(d => Math.Round(d, 12)));
        Assert.Contains("taken as radii and doubled", Assert.Single(sizes.Warnings), StringComparison.Ordinal);
    }

    // D10, D50 and D90 alone: a tenth lies below the first size and another above the last.
    [Theory]
    [InlineData("Size (um),Cumulative %\n0.2,10\n0.5,50\n1.1,90\n")]
    [InlineData("Size (um),Cumulative\n0.2,0.1\n0.5,0.5\n1.1,0.9\n")]
    public void What_a_cumulative_curve_leaves_out_at_either_end_is_told(string text) =>
        Assert.Contains("20.0 %", Assert.Single(Read(text).Warnings), StringComparison.Ordinal);

    [Fact]
    public void A_cumulative_curve_becomes_classes()
    {
        SizeDistribution sizes = Read("Size (um),Cumulative %\n1,0\n2,30\n4,100\n");
        Assert.Equal([0.3, 0.7], sizes.VolumeFraction, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(2e-6, sizes.VolumePercentile(0.3), 1e-15);
    }

    [Fact]
    public void Shares_by_number_become_volume_and_back()
    {
        SizeDistribution sizes = Read("Size (um),Number %\n1,50\n2,30\n4,20\n");
        Assert.Equal([0.5, 0.3, 0.2], sizes.NumberFraction, (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Contains("by number", Assert.Single(sizes.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("\n \n", "empty")]
    [InlineData("Length (nm)\n", "no numbers")]
    [InlineData("\u0000\u0001\u0002binary", "not a text file")]
    [InlineData("PK\u0003\u0004 not a workbook", "workbook")]
    [InlineData("Length (nm)\n1\nabc\n", "sizes.csv:3: \"abc\" is not a number")]
    [InlineData("Length (nm)\n1\n-2\n", "sizes.csv:3: -2 in column 1")]
    [InlineData("Length (nm)\n1\n0\n", "positive")]
    [InlineData("Length (nm)\nNaN\n", "sizes.csv:2: \"NaN\" is not a number")]
    [InlineData("Length (nm)\n1e400\n", "sizes.csv:2")]
    [InlineData("Length (nm)\n1e30\n", "between 1 pm and 1 m")]
    [InlineData("Length (nm)\n2,41\n", "sizes.csv:2: 2 columns, 1 are expected")]
    [InlineData("Length (s)\n1\n", "no unit")]
    [InlineData("a (um),b,c\n1,2,3\n", "3 columns")]
    [InlineData("Size (um),Volume %\n1,-5\n2,5\n", "sizes.csv:2: -5 in column 2")]
    [InlineData("Size (um),Volume %\n1,5\n", "at least two rows")]
    [InlineData("Size (um),Volume %\n1,0\n2,0\n", "no class holds any volume")]
    [InlineData("Size (um),Volume %\n1,5\n3,2\n2,1\n", "must grow")]
    [InlineData("Size (um),Cumulative %\n1,100\n2,30\n", "falls with growing size")]
    [InlineData("Size (um),Volume %\n1,\n2,5\n", "sizes.csv:2")]
    [InlineData("\"Length (nm)\n1\n", "quotation mark")]
    [InlineData("Result Between User Sizes (Sizes in um)\n", "class edges is missing")]
    [InlineData("Result Between User Sizes (Sizes in um),\na,b\n", "class edges are expected")]
    [InlineData("Result Between User Sizes (Sizes in um),\n1,2\n", "no measurement")]
    [InlineData("Result Between User Sizes (Sizes in um),\n1,2\n,x\n", "sizes.csv:3: column 2 holds \"x\"")]
    [InlineData("Result Between User Sizes (Sizes in um),\n1,2\n,-1\n", "zero or positive")]
    [InlineData("Result Between User Sizes (Sizes in um),\n2,1\n,5\n", "must grow")]
    [InlineData("Result Between User Sizes (Sizes in parsec),\n2,1\n,5\n", "'parsec' is not a unit of length")]
    [InlineData("Result transform type,Result Between User Sizes (Sizes in um),\n,1,2\nNumber,,5\n", "by volume")]
    public void A_file_that_is_no_distribution_is_refused_in_one_line(string text, string expected)
    {
        string message = Assert.Throws<InputException>(() => Read(text)).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.StartsWith("sizes.csv", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Theory]
    [InlineData("um", 1.0, 0, "the heading says")]
    [InlineData("s", 1.0, 0, "unit of time")]
    [InlineData(null, 0.0, 0, "scale")]
    [InlineData(null, double.NaN, 0, "scale")]
    [InlineData(null, 1e20, 0, "must lie between")]
    [InlineData(null, 1.0, 1, "one distribution")]
    public void An_impossible_wish_is_refused(string? unit, double scale, int row, string expected) =>
        Assert.Contains(expected, Assert.Throws<InputException>(() => Read("Length (nm)\n1\n2\n", new() { Unit = unit, Scale = scale, Row = row })).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void A_row_that_is_not_there_is_refused(int row) =>
        Assert.Contains("from 0 to 1", Assert.Throws<InputException>(() => Read(Mastersizer, new() { Row = row })).Message, StringComparison.Ordinal);

    [Fact]
    public void Noise_is_refused_in_one_line()
    {
        var noise = new RandomStream(2, StreamName.Bootstrap);
        for (int trial = 0; trial < 200; trial++)
        {
            byte[] bytes = [.. Enumerable.Range(0, 80).Select(_ => (byte)noise.NextInt(256))];
            (bytes[0], bytes[1], bytes[2], bytes[3]) = trial % 4 == 0 ? ((byte)0x50, (byte)0x4B, (byte)3, (byte)4) : trial % 4 == 1 ? ((byte)0xD0, (byte)0xCF, (byte)0x11, (byte)0xE0) : (bytes[0], bytes[1], bytes[2], bytes[3]);
            Exception? thrown = Record.Exception(() => DistributionReader.Read(bytes, "noise.csv", new() { Unit = "um" }));
            Assert.True(thrown is null or InputException, $"{thrown}");
            Assert.DoesNotContain('\n', thrown?.Message ?? "");
        }
    }

    [Fact]
    public void A_folder_and_a_missing_file_are_named()
    {
        Assert.Contains("no such file", Assert.Throws<InputException>(() => DistributionReader.Read("/nowhere/sizes.csv")).Message, StringComparison.Ordinal);
        Assert.Contains("is a folder", Assert.Throws<InputException>(() => DistributionReader.Read(AppContext.BaseDirectory)).Message, StringComparison.Ordinal);
    }

    private static void Near(double micrometres, double metres, double relative) => Assert.Equal(1, metres / (micrometres * 1e-6), relative);
}
