using System.Globalization;
using System.Text;
using DispersionSim.Core;
using DispersionSim.IO;
using Xunit;

namespace DispersionSim.Tests.Unit;

public sealed class AggregateReaderTests
{
    private const string MusenFile = "aggregates/musen_SphericalAgglomerate_text.txt";

    private static AggregateGeometry Read(string text) => AggregateReader.Read(Encoding.UTF8.GetBytes(text), "powder.dat");

    private static string FracvalPath(int n) => MeasuredFiles.Path(n switch
    {
        128 => "aggregates/fracval_N128_Df2p00_kf1p00_rpg10p0_rpgstd1p50_agg0_20260312-161715.dat",
        512 => "aggregates/fracval_N512_Df2p00_kf1p00_rpg10p0_rpgstd1p50_agg0_20260312-161825.dat",
        _ => "aggregates/fracval_N1024_Df2p00_kf1p00_rpg10p0_rpgstd1p50_agg0_20260312-162115.dat",
    });

    /// <summary>Header of each file, and values computed independently from its coordinates.</summary>
    [Theory]
    [InlineData(128, 107.31185, 127, 9.4851, 810_643, 104.553)]
    [InlineData(512, 220.63802, 511, 9.7509, 3.52329e6, 220.457)]
    [InlineData(1024, 319.83485, 1024, 9.9948, 7.25543e6, 320.130)]
    public void A_fracval_aggregate_is_one_cluster_without_overlap_and_of_the_stated_dimension(int n, double headerRg, int contacts, double meanRadius, double volume, double massRg)
    {
        AggregateGeometry aggregate = AggregateReader.Read(FracvalPath(n));
        Assert.Equal(n, aggregate.Count);
        Assert.Equal((n, 2.0, 1.0), (aggregate.Stated.Count, aggregate.Stated.FractalDimension, aggregate.Stated.Prefactor));
        Assert.Equal(headerRg, aggregate.Stated.RadiusOfGyration!.Value, 1e-5);
        IReadOnlyList<(int I, int J)> links = aggregate.Contacts(1e-3);
        Assert.Equal(contacts, links.Count);
        Assert.Equal(1, aggregate.Pieces(links));
        Assert.InRange(aggregate.LargestOverlap(), 0, 1e-8);
        Assert.Equal(meanRadius, aggregate.GeometricMeanRadius, 1e-4);
        Assert.Equal(1, aggregate.TotalVolume / volume, 1e-5);
        Assert.Equal(massRg, aggregate.RadiusOfGyration(), 1e-3);

        // N = k_f (R_g/r_p)^D_f by construction.
        Assert.Equal(1, Math.Pow(aggregate.Stated.RadiusOfGyration.Value / aggregate.GeometricMeanRadius, 2) / n, 1e-4);
        Assert.Equal(2.00, aggregate.Stated.ImpliedDimension(aggregate.GeometricMeanRadius)!.Value, 0.01);
        Assert.Empty(aggregate.Warnings);
    }

    [Fact]
    public void The_slope_of_number_against_size_is_the_fractal_dimension()
    {
        AggregateGeometry[] all = [.. ((int[])[128, 512, 1024]).Select(n => AggregateReader.Read(FracvalPath(n)))];
        double[] logN = [.. all.Select(a => Math.Log(a.Count))];
        Assert.Equal(1.946, Slope([.. all.Select(a => Math.Log(a.RadiusOfGyration() / a.GeometricMeanRadius))], logN), 0.01);
        Assert.Equal(2.00, Slope([.. all.Select(a => Math.Log(a.Stated.RadiusOfGyration!.Value / a.GeometricMeanRadius))], logN), 0.01);
    }

    [Fact]
    public void A_musen_scene_has_its_spheres_and_bonds_where_the_bonds_say_they_are()
    {
        string path = MeasuredFiles.Path(MusenFile);
        AggregateGeometry aggregate = AggregateReader.Read(path);
        Assert.Equal((5696, 18802), (aggregate.Count, aggregate.Bonds.Length));
        Assert.Equal((4e-4, 6e-4), (aggregate.Radius.Min(), aggregate.Radius.Max()), (a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-12);
        Assert.InRange(aggregate.Position.Max(p => p.Length), 0.0095, 0.0096001);

        // Each bond's own line states its length: the centres must be that far apart, for all 18 802 of them.
        foreach (string[] words in File.ReadLines(path).Select(line => line.Split(' ')).Where(words => words is ["0", _, "1", "9", ..]))
        {
            double length = double.Parse(words[8], CultureInfo.InvariantCulture);
            double distance = (aggregate.Position[int.Parse(words[5], CultureInfo.InvariantCulture)] - aggregate.Position[int.Parse(words[6], CultureInfo.InvariantCulture)]).Length;
            Assert.Equal(1, distance / length, 1e-3);
        }
    }

    [Fact]
    public void A_sphere_far_outside_the_cluster_is_kept_and_reported()
    {
        string text = File.ReadAllText(MeasuredFiles.Path(MusenFile));
        Assert.DoesNotContain(AggregateReader.Read(Encoding.UTF8.GetBytes(text), "scene.txt").Warnings, warning => warning.Contains("outside", StringComparison.Ordinal));
        AggregateGeometry moved = AggregateReader.Read(Encoding.UTF8.GetBytes(text.Replace(" 12 -0.00210944 -0.00843799 0.00132168 ", " 12 1 1 1 ")), "scene.txt");
        Assert.Equal(5696, moved.Count);
        Assert.Equal(new Vector3d(1, 1, 1), moved.Position[12]);
        Assert.Contains("sphere 12 at (1, 1, 1) lies far outside", Assert.Single(moved.Warnings, warning => warning.Contains("outside", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_scene_is_read_in_order_so_that_an_id_is_not_taken_for_a_command()
    {
        AggregateGeometry scene = Read("0 12 1 1 5 0.5 23 KEY 24 0 1e+300 2 0 12 7 8 9 2 1 12 1 2 3 15 12 12 12\n0 15 1 1 5 0.5 0.5 23 KEY 2 0 12 1 2 4\n0 16 1 9 5 15 12 0.1 1\n22 0 0 0 1 1 1\n");
        Assert.Equal([new Vector3d(1, 2, 3), new Vector3d(1, 2, 4)], scene.Position);
        Assert.Equal([(0, 1)], scene.Bonds);
        Assert.Empty(scene.Warnings);
    }

    [Theory]
    [InlineData("0 0 0 1\n2 0 0 1\n")]
    [InlineData("x,y,z,r\n0,0,0,1\n2,0,0,1\n")]
    [InlineData("# Df: 2\r\n0\t0\t0\t1\r\n\r\n2\t0\t0\t1\r\n")]
    public void Spheres_are_read_from_any_table_of_x_y_z_r(string text)
    {
        AggregateGeometry pair = Read(text);
        Assert.Equal([Vector3d.Zero, new Vector3d(2, 0, 0)], pair.Position);
        Assert.Equal([(0, 1)], pair.Contacts());
        Assert.Equal(1, pair.RadiusOfGyration(), 1e-15);
        Assert.Equal(2, pair.Scaled(2).Radius[0]);
    }

    [Theory]
    [InlineData("0 0 0 1\n5 0 0 1\n", "2 separate pieces")]
    [InlineData("0 0 0 1\n1 0 0 1\n", "overlap by up to 50")]
    [InlineData("# N: 3\n0 0 0 1\n2 0 0 1\n", "states 3 spheres, the file holds 2")]
    public void An_odd_aggregate_is_read_with_a_warning(string text, string expected) =>
        Assert.Contains(expected, Assert.Single(Read(text).Warnings), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("# N: 5\n", "no spheres")]
    [InlineData("\u0000\u0001junk", "not a text file")]
    [InlineData("0 0 0\n", "powder.dat:1: 3 columns")]
    [InlineData("0 0 0 1\n0 0 x 1\n", "powder.dat:2: \"x\" is not a finite number")]
    [InlineData("0 0 0 -1\n", "powder.dat:1: radius -1: must be positive")]
    [InlineData("0 0 0 0\n", "must be positive")]
    [InlineData("0 0 0 NaN\n", "not a finite number")]
    [InlineData("nan nan nan nan\n", "not a finite number")]
    [InlineData("0 0 0 1e300\n", "not a finite number")]
    [InlineData("0 0 1e400 1\n", "not a finite number")]
    [InlineData("this is not a table\n", "powder.dat:1: 5 columns")]
    [InlineData("0 0 1 1 5 0.4 23 K 99 1 12 0 0 0\n", "powder.dat:1: command \"99\"")]
    [InlineData("0 0 1 1 5 0.4 23 K\n", "no coordinates")]
    [InlineData("0 0 1 1 5 0.4 23 K 12 0 0\n", "ends too early")]
    [InlineData("0 0 1 1 5 -0.4 23 K 12 0 0 0\n", "must be positive")]
    [InlineData("0 0 1 1 5 0.4 23 K 12 0 0 0\n0 0 1 1 5 0.4 23 K 12 0 0 0\n", "powder.dat:2: sphere 0 is given twice")]
    [InlineData("0 0 1 1 5 0.4 23 K 12 0 0 0\n0 1 1 9 5 0 7 0.1 1\n", "powder.dat:2: the bond joins 0 and 7")]
    [InlineData("0 0 1 14 5 23 K\n", "no spheres")]
    [InlineData("0 0 1 1 5 0.4 23 K 12 0 0 0\n0 1\n", "powder.dat:2: an object is wanted")]
    public void A_file_that_is_no_aggregate_is_refused_in_one_line(string text, string expected)
    {
        string message = Assert.Throws<InputException>(() => Read(text)).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.StartsWith("powder.dat", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void The_catalog_lists_each_reader_once_with_its_extensions()
    {
        Assert.Equal(FormatCatalog.All.Count, FormatCatalog.All.Select(entry => entry.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.All(FormatCatalog.All, entry => Assert.All(entry.Extensions, extension => Assert.StartsWith(".", extension, StringComparison.Ordinal)));
    }

    /// <summary>Least-squares slope of y over x.</summary>
    private static double Slope(double[] x, double[] y)
    {
        double meanX = x.Average(), meanY = y.Average();
        return x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / x.Sum(a => (a - meanX) * (a - meanX));
    }
}
