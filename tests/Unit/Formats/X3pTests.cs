using DispersionSim.Core;
using DispersionSim.IO;
using Xunit;

namespace DispersionSim.Tests.Unit;

/// <summary>Every variant that ISO 25178-72 allows: text and binary lists, the four data types, incremental and absolute axes, masks, checksums, feature types.</summary>
public class X3pTests
{
    [Theory]
    [InlineData('I', false)]
    [InlineData('I', true)]
    [InlineData('L', false)]
    [InlineData('L', true)]
    [InlineData('F', false)]
    [InlineData('F', true)]
    [InlineData('D', false)]
    [InlineData('D', true)]
    public void Heights_of_every_data_type_are_read_from_text_and_binary(char type, bool binary)
    {
        // Only integer codes are counted in increments; the offset belongs to all.
        double increment = type is 'I' or 'L' ? 0.5 : 1;
        HeightMap map = Read(new() { Axes = "IDIDA" + type, IncrementZ = increment, OffsetZ = -1, IsBinary = binary });
        Assert.Equal((3, 2, 2e-6, 3e-6), (map.CountX, map.CountY, map.StepX, map.StepY));
        Assert.Equal([.. Enumerable.Range(1, 6).Select(i => (i * increment) - 1)], map.Heights);
    }

    [Theory]
    [InlineData('I', true)]
    [InlineData('L', true)]
    [InlineData('F', true)]
    [InlineData('D', true)]
    [InlineData('F', false)]
    [InlineData('D', false)]
    public void Missing_points_are_those_of_the_mask_or_not_a_number(char type, bool mask)
    {
        HeightMap map = Read(new() { Axes = "IDIDA" + type, IsBinary = true, HasMask = mask, Points = [[1], null, [3], [4], [5], null] });
        Assert.Equal([1, double.NaN, 3, 4, 5, double.NaN], map.Heights);
    }

    [Fact]
    public void Empty_datum_is_a_missing_point() => Assert.Equal(1, Read(new() { Points = [[1], [2], [3], null, [5], [6]] }).InvalidPoints);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Absolute_axes_give_their_own_spacing(bool binary)
    {
        // x in codes of 2 µm at 10, 11, 12; y as lengths at 0 and 7 µm.
        double[]?[] points = [[10, 0, 1], [11, 0, 2], [12, 0, 3], [10, 7e-6, 4], null, [12, 7e-6, 6]];
        HeightMap map = Read(new() { Axes = "AIADAD", Points = points, IsBinary = binary, HasMask = binary });
        Assert.Equal(2e-6, map.StepX, 1e-15);
        Assert.Equal(7e-6, map.StepY, 1e-15);
        Assert.Equal([1, 2, 3, 4, double.NaN, 6], map.Heights);
    }

    [Fact]
    public void A_column_without_a_valid_point_has_no_position_and_does_not_spoil_the_others() =>
        Assert.Equal(4e-6, Read(new() { Axes = "ALIDAD", IncrementX = 2e-6, Points = [[0, 1], null, [4, 3], [0, 4], null, [4, 6]] }).StepX, 1e-15);

    [Fact]
    public void Unequal_absolute_positions_are_refused() =>
        Assert.Contains("not equally spaced", Refused(new() { Axes = "ADIDAD", Points = [[0, 1], [1e-6, 2], [5e-6, 3], [0, 4], [1e-6, 5], [5e-6, 6]] }), StringComparison.Ordinal);

    [Fact]
    public void Profile_is_a_map_with_one_row()
    {
        HeightMap map = Read(new() { Feature = "PRF", Dimension = "<MatrixDimension><SizeX>6</SizeX><SizeY>1</SizeY><SizeZ>1</SizeZ></MatrixDimension>" });
        Assert.Equal((6, 1, 2e-6), (map.CountX, map.CountY, map.StepX));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Point_cloud_on_a_grid_finds_its_places(bool binary)
    {
        double[]?[] points = [[1e-6, 0, 2], [0, 0, 1], [0, 1e-6, 3], [1e-6, 1e-6, 4]];
        HeightMap map = Read(new() { Feature = "PCL", Axes = "ADADAD", Dimension = "<ListDimension>4</ListDimension>", Points = points, IsBinary = binary });
        Assert.Equal([1, 2, 3, 4], map.Heights);
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef", true)]
    [InlineData("not given", false)]
    public void Checksum_that_does_not_agree_is_refused_and_a_placeholder_checks_nothing(string checksum, bool refused)
    {
        X3pFile file = new() { IsBinary = true, Checksum = checksum };
        if (refused)
        {
            Assert.Contains("checksum", Refused(file), StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(6, Read(file).Heights.Length);
        }
    }

    public static TheoryData<string, string, string> Faults => new()
    {
        { "XYZ", "<MatrixDimension><SizeX>3</SizeX><SizeY>2</SizeY><SizeZ>1</SizeZ></MatrixDimension>", "feature type XYZ" },
        { "SUR", "<MatrixDimension><SizeX>3</SizeX><SizeY>2</SizeY><SizeZ>2</SizeZ></MatrixDimension>", "2 layers" },
        { "SUR", "<MatrixDimension><SizeX>3</SizeX><SizeY>3</SizeY><SizeZ>1</SizeZ></MatrixDimension>", "9 points" },
        { "SUR", "<MatrixDimension><SizeX>2000000000</SizeX><SizeY>2000000000</SizeY><SizeZ>1</SizeZ></MatrixDimension>", "2000000000 x 2000000000" },
        { "SUR", "<MatrixDimension><SizeX>-3</SizeX><SizeY>2</SizeY><SizeZ>1</SizeZ></MatrixDimension>", "SizeX" },
        { "SUR", "", "SizeX" },
        { "PCL", "<ListDimension>6</ListDimension>", "x and y for each point" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Faulty_document_is_refused_naming_what_is_wrong(string feature, string dimension, string words)
    {
        foreach (bool binary in new[] { false, true })
        {
            Assert.Contains(words, Refused(new() { Feature = feature, Dimension = dimension, IsBinary = binary }), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Surface_and_cloud_without_a_valid_point_are_refused()
    {
        Assert.Contains("no valid point", Refused(new() { Points = [null, null, null, null, null, null] }), StringComparison.Ordinal);
        Assert.Contains("no valid point", Refused(new() { Feature = "PCL", Axes = "ADADAD", Dimension = "<ListDimension>2</ListDimension>", Points = [null, null] }), StringComparison.Ordinal);
    }

    private static HeightMap Read(X3pFile file) => SurfaceReader.Read("s.x3p", file.Build());

    private static string Refused(X3pFile file) => Assert.Throws<InputException>(() => Read(file)).Message;
}
