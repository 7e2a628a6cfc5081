using DispersionSim.Core;
using DispersionSim.Process;
using Xunit;

namespace DispersionSim.Tests.Physics;

public class ReadyMadeAggregateTests
{
    [Theory]
    [InlineData(128, 107.31185, 104.553, 127)]
    [InlineData(512, 220.63802, 220.457, 511)]
    [InlineData(1024, 319.83485, 320.130, 1024)]
    public void Published_aggregates_have_the_radius_of_gyration_and_the_contacts_computed_independently(int size, double stated, double computed, int contacts)
    {
        (Vector3d[] position, double[] radius) = Published(size);
        Assert.Equal(1, AggregateShape.RadiusOfGyrationOfCentres(position, radius) / computed, 1e-5);

        // By construction N = kf (Rg/rp)^Df with Df 2, kf 1, rp the geometric mean radius and Rg the header's.
        Assert.Equal(1, Math.Pow(stated / AggregateShape.GeometricMeanRadius(radius), 2) / size, 1e-4);

        (int I, int J)[] touching = ContactPairs.Find(position, radius);
        Assert.Equal(contacts, touching.Length);
        Assert.InRange(ContactPairs.LargestOverlap(position, radius, touching), 0, 1e-8);
        Assert.Equal(size, ConnectedPieces.Largest(size, touching).Length);
    }

    [Fact]
    public void Regression_over_the_published_aggregates_gives_their_fractal_dimension()
    {
        // Expected 2.00 from the headers' radii and 1.946 from the coordinates, both ± 0.01, computed by an independent program.
        (int Size, double Stated)[] headers = [(128, 107.31185), (512, 220.63802), (1024, 319.83485)];
        var stated = new List<(int, double)>();
        var measured = new List<(int, double)>();
        foreach ((int size, double gyration) in headers)
        {
            (Vector3d[] position, double[] radius) = Published(size);
            double a = AggregateShape.GeometricMeanRadius(radius);
            stated.Add((size, gyration / a));
            measured.Add((size, AggregateShape.RadiusOfGyrationOfCentres(position, radius) / a));
        }

        Assert.Equal(2.00, FractalLaw.Fit(stated).Dimension, 0.01);
        Assert.Equal(1.946, FractalLaw.Fit(measured).Dimension, 0.01);
    }

    [Fact]
    public void An_aggregate_is_scaled_to_the_volume_median_diameter_and_its_stray_spheres_are_left_out()
    {
        var source = new AggregateGeometry("three and one", [new(0, 0, 0), new(2, 0, 0), new(4, 0, 0), new(90, 0, 0)], [1, 1, 1, 1], [], []);
        ReadyMadeAggregate made = ReadyMadeAggregate.From(source, 0.5e-6);
        Assert.Equal(3, made.Count);
        Assert.Equal(1, made.LeftOut);
        Assert.All(made.Radius, r => Assert.Equal(0.25e-6, r, 1e-18));
        Assert.Equal([(0, 1), (1, 2)], made.Contacts);
        Assert.Equal(0, AggregateShape.Centre(made.Position, made.Radius).Length, 1e-18);
    }

    [Fact]
    public void A_bond_of_the_file_is_a_solid_bridge_even_across_a_gap()
    {
        var source = new AggregateGeometry("bonded", [new(0, 0, 0), new(2.2, 0, 0), new(4.2, 0, 0)], [1, 1, 1], [(1, 0)], []);
        ReadyMadeAggregate made = ReadyMadeAggregate.From(source, 2);
        Assert.Equal([(0, 1), (1, 2)], made.Contacts);
        Assert.Equal([true, false], made.Bridged);
    }

    [Fact]
    public void A_piece_of_an_aggregate_is_connected_and_has_the_number_asked_for()
    {
        double[] radius = [.. Enumerable.Repeat(1.0, 100)];
        Vector3d[] position = FractalAggregate.Build(radius, new(1.8, 1.3), new(1, StreamName.FractalAggregate));
        ReadyMadeAggregate whole = ReadyMadeAggregate.From(new("made", position, radius, [], []), 2);
        ReadyMadeAggregate piece = whole.Piece(37, new(1, StreamName.AgglomerateSizes));
        Assert.Equal(37, piece.Count);
        Assert.Equal(37, ConnectedPieces.Largest(37, piece.Contacts).Length);
        Assert.Equal(ContactPairs.Find(piece.Position, piece.Radius), piece.Contacts);
    }

    [Fact]
    public void Spheres_that_overlap_are_refused()
    {
        var source = new AggregateGeometry("blob.dat", [new(0, 0, 0), new(1.9, 0, 0)], [1, 1], [], []);
        Refused(source, "feedstock.aggregate_files: blob.dat", "5 %");
    }

    [Fact]
    public void An_aggregate_denser_than_random_close_packing_is_refused()
    {
        // A face-centred cubic crystal: 0.74.
        Vector3d[] position = [.. from x in Enumerable.Range(-5, 11)
                                  from y in Enumerable.Range(-5, 11)
                                  from z in Enumerable.Range(-5, 11)
                                  where (x + y + z) % 2 == 0 && new Vector3d(x, y, z).Length < 5
                                  select Math.Sqrt(2) * new Vector3d(x, y, z)];
        Refused(new("crystal.dat", position, [.. Enumerable.Repeat(1.0, position.Length)], [], []), "crystal.dat", "random close packing");
    }

    [Fact]
    public void Spheres_of_which_none_touch_are_refused() =>
        Refused(new("gas.dat", [new(0, 0, 0), new(5, 0, 0)], [1, 1], [], []), "gas.dat", "no two spheres");

    private static void Refused(AggregateGeometry source, params string[] words)
    {
        string message = Assert.Throws<InputException>(() => ReadyMadeAggregate.From(source, 0.5e-6)).Message;
        Assert.All(words, word => Assert.Contains(word, message));
        Assert.DoesNotContain('\n', message);
    }

    private static (Vector3d[] Position, double[] Radius) Published(int size)
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "DispersionSim.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        string data = Path.Combine(folder ?? ".", "..", "shared", "data", "aggregates");
        string[] files = Directory.Exists(data) ? Directory.GetFiles(data, $"fracval_N{size}_*.dat") : [];
        Assert.SkipUnless(files.Length > 0, "the published aggregates are not on this machine");
        double[][] rows = [.. File.ReadLines(files[0]).Where(l => l.Length > 0 && l[0] != '#')
            .Select(l => Array.ConvertAll(l.Split(' ', StringSplitOptions.RemoveEmptyEntries), double.Parse))];
        return (Array.ConvertAll(rows, r => new Vector3d(r[0], r[1], r[2])), Array.ConvertAll(rows, r => r[3]));
    }
}
