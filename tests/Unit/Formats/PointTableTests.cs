using System.Text;
using DispersionSim.Core;
using DispersionSim.IO;
using Xunit;

namespace DispersionSim.Tests.Unit;

/// <summary>Tables of points as spreadsheets and instruments write them.</summary>
public sealed class PointTableTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("x,y\n1.5,2\n3,4\n", "utf-8")]
    [InlineData("\uFEFFx,y\r\n1.5,2\r\n3,4\r\n", "utf-8")]
    [InlineData("\uFEFFx,y\n1.5,2\n3,4\n", "utf-16")]
    [InlineData("x;y\n1,5;2\n3;4\n", "utf-8")]
    [InlineData("X\tY\r1.5\t2\r3\t4\r", "utf-8")]
    [InlineData("# written by hand\n\"y\",\"x\"\n2,1.5\n4,3\n\n", "utf-8")]
    public void Same_points_are_read_however_the_table_is_written(string text, string encoding)
    {
        File.WriteAllBytes(folder.At("p.csv"), Encoding.GetEncoding(encoding).GetBytes(text));
        PointTable table = PointTableReader.Read(folder.At("p.csv"));
        Assert.Equal(2, table.Dimensions);
        Assert.Equal([1.5, 3], table.Positions.Select(p => Math.Round(p.X * 1e6, 9)));
        Assert.Equal([2, 4], table.Positions.Select(p => Math.Round(p.Y * 1e6, 9)));
    }

    [Theory]
    [InlineData("x (nm),y [mm],R (um)\n1500,0.002,0.5\n3000,0.004,0.5\n")]
    [InlineData("X [µm];Y [µm];r (nm)\n1,5;2;500\n3;4;500\n")]
    public void Lengths_are_in_the_unit_of_their_heading(string text)
    {
        File.WriteAllText(folder.At("p.csv"), text);
        PointTable table = PointTableReader.Read(folder.At("p.csv"));
        Assert.Equal([1.5, 3], table.Positions.Select(p => Math.Round(p.X * 1e6, 9)));
        Assert.Equal([2, 4], table.Positions.Select(p => Math.Round(p.Y * 1e6, 9)));
        Assert.Equal([0.5, 0.5], table.Radii.Select(r => Math.Round(r * 1e6, 9)));
    }

    // A decimal comma between commas makes four cells of two numbers.
    [Theory]
    [InlineData("x,y\n1,5,2,0\n3,0,4,0\n", "p.csv:2: 4 values for 2 columns")]
    [InlineData("x,y\n1,2\n3,4,5\n", "p.csv:3: 3 values for 2 columns")]
    [InlineData("x (kg),y\n1,2\n", "column \"x (kg)\": ")]
    [InlineData("x,y,size (nm)\n1,2,3\n", "column \"size (nm)\" is not known")]
    public void Table_that_would_be_read_amiss_is_refused(string text, string words)
    {
        File.WriteAllText(folder.At("p.csv"), text);
        Assert.Contains(words, Assert.Throws<InputException>(() => PointTableReader.Read(folder.At("p.csv"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_behind_the_last_column_may_be_empty()
    {
        File.WriteAllText(folder.At("p.csv"), "x,y\n1,2,\n3,4,\n");
        Assert.Equal(2, PointTableReader.Read(folder.At("p.csv")).Positions.Length);
    }

    [Fact]
    public void Radii_of_nothing_but_zeros_are_none()
    {
        File.WriteAllText(folder.At("p.csv"), "x,y,r\n1,2,0\n3,4,0\n");
        Assert.Empty(PointTableReader.Read(folder.At("p.csv")).Radii);
        File.WriteAllText(folder.At("p.csv"), "x,y,r\n1,2,0\n3,4,1\n");
        Assert.Equal([0, 1e-6], PointTableReader.Read(folder.At("p.csv")).Radii);
    }

    [Fact]
    public void Column_that_is_named_twice_is_refused()
    {
        File.WriteAllText(folder.At("p.csv"), "x,y,x\n1,2,3\n");
        Assert.Contains("\"x\" is named 2 times", Assert.Throws<InputException>(() => PointTableReader.Read(folder.At("p.csv"))).Message, StringComparison.Ordinal);
    }
}
