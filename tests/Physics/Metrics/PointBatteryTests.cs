using System.Globalization;
using System.Text.Json;
using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>Tests of point sets against other programs' results and against arrangements whose answer is known.</summary>
public sealed class PointBatteryTests
{
    public static TheoryData<string> Curves { get; } = ["s2_csr", "s2_lognormal", "s2_rsa30", "s2_section", "s3_agglom", "s3_csr", "s3_lognormal", "s3_rsa30"];

    public static TheoryData<string, bool, int> Sets { get; } = new()
    {
        { "points3d/s3_csr", false, 199 }, { "points3d/s3_rsa10", false, 999 }, { "points3d/s3_rsa30", false, 199 }, { "points3d/s3_thomas", true, 199 }, { "points3d/s3_jitter", false, 199 },
        { "points3d/s3_graded", true, 199 }, { "points3d/s3_lognormal", false, 999 }, { "points3d/s3_bitype_random", false, 199 }, { "points3d/s3_agglom", true, 199 },
        { "points2d/s2_csr", false, 199 }, { "points2d/s2_rsa10", false, 199 }, { "points2d/s2_rsa30", false, 199 }, { "points2d/s2_matern", true, 199 }, { "points2d/s2_jitter", false, 199 },
        { "points2d/s2_graded", true, 199 }, { "points2d/s2_lognormal", false, 199 }, { "points2d/s2_section", false, 199 },
    };

    /// <summary>The same observed and simulated curves as an R package was given: its p-values and envelopes.</summary>
    [Theory]
    [MemberData(nameof(Curves))]
    public void Global_envelope_agrees_with_the_published_implementation(string name)
    {
        double[][] columns = Table(AnalysisFolder.File("curves", $"{name}.csv"));
        JsonElement expected = Json(AnalysisFolder.File("curves", $"{name}.GET.json")).GetProperty("erl");
        double[] Curve(int k) => [.. columns.Select(row => row[k])];
        var found = GlobalEnvelope.Of(Curve(1), [.. Enumerable.Range(2, columns[0].Length - 2).Select(Curve)]);
        Assert.Equal(expected.GetProperty("p").GetDouble(), found.P, 1e-12);
        Assert.Equal(Numbers(expected, "lo"), found.Low);
        Assert.Equal(Numbers(expected, "hi"), found.High);
    }

    /// <summary>Sets of known making; the null is chosen by the program itself. Where a p-value lies near the limit of the family, 199 simulations do not settle it.</summary>
    [Theory]
    [MemberData(nameof(Sets))]
    public void Battery_finds_the_uneven_sets_and_only_those(string name, bool uneven, int simulations)
    {
        PointSample sample = Load(name);
        PointVerdict verdict = PointBattery.Run(sample, PointNulls.Of("auto", sample), simulations, 1, 2, stop: TestContext.Current.CancellationToken);
        Assert.Equal(uneven, verdict.Rejected);
    }

    [Theory]
    [InlineData("points2d/s2_csr")]
    [InlineData("points2d/s2_lognormal")]
    [InlineData("points2d/s2_section")]
    [InlineData("points2d/s2_matern")]
    public void Functions_of_sets_in_the_plane_agree(string name)
    {
        PointSample sample = Load(name);
        JsonElement points = Json(AnalysisFolder.File($"{name}.points.json"));
        double[] r = Numbers(points.GetProperty("K"), "r"), expected = Numbers(points.GetProperty("K"), "L");
        double[] found = PointFunctions.CentredL(sample, r[0], r.Length);
        Assert.All(expected.Index(), e => Assert.Equal(e.Item, found[e.Index] + r[e.Index], 1e-8));
        Assert.Equal(points.GetProperty("clark_evans").GetProperty("R").GetDouble(), PointStatistics.NearestNeighbourIndexOf(sample, NearestNeighbours.Distances(sample.Window, sample.Positions, sample.Spacing)), 1e-8);
        Assert.Equal(points.GetProperty("depth").GetProperty("slope_rel").GetDouble(), PointStatistics.DepthSlopeOf(sample), 1e-8);

        // The other program's window is never periodic.
        JsonElement g = Json(AnalysisFolder.File($"{name}.spatstat.json")).GetProperty("Gest");
        PointSample open = PointSample.Plane(sample.Window.Size.X, sample.Window.Size.Y, false, false, sample.Positions, sample.Radii);
        double[] corrected = PointFunctions.NearestNeighbourCorrected(open, 0.01, 150);
        Assert.All(Numbers(g, "r").Zip(Numbers(g, "han")).Skip(1), e => Assert.Equal(e.Second, corrected[(int)Math.Round(e.First / 0.01) - 1], 1e-6));
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Voronoi_cells_cell_counts_and_clusters_agree_with_other_programs(string name, bool uneven, int simulations)
    {
        _ = (uneven, simulations);
        PointSample sample = Load(name);
        JsonElement expected = Json(AnalysisFolder.File($"{name}.points.json")), voronoi = expected.GetProperty("voronoi");
        var cells = VoronoiCells.Of(sample);
        Assert.Equal(sample.Measure, cells.Measures.Sum(), 1e-9 * sample.Measure);
        Assert.Equal(voronoi.GetProperty("cov").GetDouble(), cells.Variation, 1e-5);
        Assert.Equal(voronoi.GetProperty("min").GetDouble(), cells.Measures.Min(), 1e-5);
        Assert.Equal(voronoi.GetProperty("max").GetDouble(), cells.Measures.Max(), 2e-5);
        if (voronoi.TryGetProperty("mean_faces", out JsonElement faces))
        {
            Assert.Equal(faces.GetDouble(), cells.Faces.Average(), 1e-8);
        }

        foreach (JsonProperty division in expected.GetProperty("quadrats").EnumerateObject())
        {
            int edge = int.Parse(division.Name.Split('^')[0], CultureInfo.InvariantCulture);
            var counts = QuadratCounts.Of(sample, edge, edge, edge);
            Assert.Equal(division.Value.GetProperty("VMR").GetDouble(), counts.VarianceToMean, 1e-8);
            Assert.Equal(division.Value.GetProperty("morisita").GetDouble(), counts.Morisita, 1e-8);
            Assert.Equal(division.Value.GetProperty("chi2").GetDouble(), counts.ChiSquared, 1e-6);
            Assert.Equal(division.Value.GetProperty("empty").GetInt32(), counts.Empty);
        }

        foreach ((string gap, double share) in new[] { ("gap<=0.01*mean r", 0.01), ("gap<=0.1*mean r", 0.1) })
        {
            if (!expected.TryGetProperty("contacts", out JsonElement contacts) || sample.Radii.Average() == 0)
            {
                continue;
            }

            IReadOnlyList<(int I, int J)> found = Contacts.Find(sample.Window, sample.Positions, sample.Radii, share * sample.Radii.Average());
            int[] sizes = Contacts.ClusterSizes(sample.Count, found);
            Assert.Equal(contacts.GetProperty(gap).GetProperty("bonds").GetInt32(), found.Count);
            Assert.Equal(contacts.GetProperty(gap).GetProperty("largest").GetInt32(), sizes.Max());
            Assert.Equal(contacts.GetProperty(gap).GetProperty("fraction_in_components_ge5").GetDouble(), sizes.Count(n => n >= 5) / (double)sample.Count, 1e-8);
        }
    }

    [Theory]
    [InlineData("points3d/s3_bitype_segregated")]
    [InlineData("points3d/s3_bitype_random")]
    public void Mixing_of_two_kinds_agrees_with_other_programs(string name)
    {
        PointSample sample = Load(name);
        int[] kinds = [.. Table(AnalysisFolder.File($"{name}.csv")).Select(row => (int)row[4])];
        kinds = [.. kinds.Select(k => k - kinds.Min())];
        JsonElement expected = Json(AnalysisFolder.File($"{name}.points.json")).GetProperty("mixing");
        int[] nearest = KindMixing.Nearest(sample);
        foreach (JsonProperty division in expected.GetProperty("cells").EnumerateObject())
        {
            int edge = int.Parse(division.Name.Split('^')[0], CultureInfo.InvariantCulture);
            KindMixing found = KindMixing.Of(nearest, QuadratCounts.CellsOf(sample, (edge, edge, edge)), kinds);
            Assert.Equal(expected.GetProperty("segregation_S").GetDouble(), found.Segregation, 1e-8);
            Assert.Equal(division.Value.GetProperty("lacey").GetDouble(), found.Lacey, 1e-8);
            Assert.Equal(division.Value.GetProperty("danckwerts_intensity").GetDouble(), found.Intensity, 1e-8);
        }

        Assert.Equal(expected.GetProperty("random_labelling_p_nn").GetDouble(), KindMixing.Test(sample, kinds, 999, 1).P, 0.05);
    }

    // Round a torus n points have 2n triangles, each met at three corners, which fill the window once. At random the mean area is 1/(2λ) and that of its square 35/(8π²λ²): disorder
    // 0.4679; of sets of 4,000 another program (SciPy) finds it to scatter by 0.0026, so that the mean of five is within 0.005 by four standard errors.
    [Fact]
    public void Delaunay_triangles_of_random_points_have_the_area_disorder_of_chance()
    {
        PointSample window = PointSample.Plane(1, 1, true, true, [.. Enumerable.Repeat(default(Vector3d), 4000)], []);
        double[] disorders = new double[5];
        for (int k = 0; k < disorders.Length; k++)
        {
            var cells = VoronoiCells.Of(new PoissonNull(window).Draw(new(4, StreamName.MonteCarlo, k)));
            Assert.Equal(6 * window.Count, cells.Triangles.Sum(t => t.Length));
            Assert.Equal(3, cells.Triangles.Sum(t => t.Sum()), 1e-9);
            disorders[k] = cells.AreaDisorder;
        }

        double variation = Math.Sqrt((35 / (2 * Math.PI * Math.PI)) - 1);
        Assert.Equal(variation / (1 + variation), disorders.Average(), 0.005);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Delaunay_triangles_of_a_lattice_are_all_alike(bool periodic)
    {
        Vector3d[] places = [.. Enumerable.Range(0, 64).Select(k => new Vector3d((k % 8) + (k / 8 % 2 * 0.5) + 0.25, ((k / 8) + 0.5) * Math.Sqrt(3) / 2, 0))];
        var cells = VoronoiCells.Of(PointSample.Plane(8, 4 * Math.Sqrt(3), periodic, periodic, places, []));
        Assert.All(cells.Triangles.SelectMany(t => t), a => Assert.Equal(Math.Sqrt(3) / 4, a, 1e-9));
        Assert.Equal(0, cells.AreaDisorder, 1e-9);
    }

    // Every cell of a simple lattice is its unit cube, and planes to the next but one neighbours touch its edges and corners only.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Voronoi_cells_of_a_lattice_are_cubes(bool periodic)
    {
        Vector3d[] places = [.. Enumerable.Range(0, 64).Select(k => new Vector3d((k % 4) + 0.5, (k / 4 % 4) + 0.5, (k / 16) + 0.5))];
        var cells = VoronoiCells.Of(new(new(new(4, 4, 4), periodic, periodic, periodic), 3, places, []));
        Assert.All(cells.Measures, v => Assert.Equal(1, v, 1e-9));
        Assert.All(cells.Faces, f => Assert.Equal(6, f));
    }

    [Theory]
    [InlineData(0.1, 3)]
    [InlineData(0.3, 3)]
    [InlineData(0.45, 3)]
    [InlineData(0.3, 2)]
    [InlineData(0.6, 2)]
    public void Random_hard_particles_fill_the_share_asked_for_without_overlap_or_crossing_walls(double fraction, int dimensions)
    {
        const int count = 300;
        double radius = dimensions == 3 ? Math.Cbrt(3 * fraction / (4 * Math.PI * count)) : Math.Sqrt(fraction / (Math.PI * count));
        double[] radii = [.. Enumerable.Range(0, count).Select(k => radius * (k % 2 == 0 ? 0.9 : 1.1))];
        var window = new Domain(new(1, 1, 1), true, true, false);

        // Points in the middle: wholly inside, so the null has walls.
        Vector3d[] middle = [.. radii.Select(_ => new Vector3d(0.5, 0.5, dimensions == 3 ? 0.5 : 0))];
        PointSample sample = dimensions == 3 ? new(window, 3, middle, radii) : PointSample.Plane(1, 1, true, false, middle, radii);
        PointSample drawn = new HardSphereNull(sample).Draw(new(1, StreamName.MonteCarlo));
        Assert.False(drawn.Overlaps);
        Assert.All(drawn.Positions.Zip(radii), p => Assert.True(drawn.DistanceToEdge(p.First) >= p.Second - 1e-12));
        Assert.True(PointStatistics.Cells(drawn).VarianceToMean < 1.2);
    }

    // A window cut out of a material is as crowded along its faces as in its middle; a box of walls, or one with nothing beyond, is not.
    [Theory]
    [InlineData(0.2, 3)]
    [InlineData(0.36, 3)]
    [InlineData(0.45, 2)]
    public void Null_of_a_window_that_particles_reach_across_is_as_dense_along_its_faces_as_in_its_middle(double fraction, int dimensions)
    {
        const int count = 300, draws = 30;
        double radius = dimensions == 3 ? Math.Cbrt(3 * fraction / (4 * Math.PI * count)) : Math.Sqrt(fraction / (Math.PI * count));
        var random = new RandomStream(6, StreamName.MonteCarlo);
        double[] radii = [.. Enumerable.Repeat(radius, count)];
        Vector3d[] places = [.. radii.Select(_ => new Vector3d(random.NextDouble(), random.NextDouble(), dimensions == 3 ? random.NextDouble() : 0))];
        PointSample sample = dimensions == 3 ? new(new(new(1, 1, 1), false, false, false), 3, places, radii) : PointSample.Plane(1, 1, false, false, places, radii);
        PointSample[] drawn = [.. Enumerable.Range(0, draws).Select(_ => new HardSphereNull(sample).Draw(random))];
        Assert.All(drawn, d => Assert.False(d.Overlaps));
        Assert.All(drawn, d => Assert.All(d.Positions, p => Assert.True(d.DistanceToEdge(p) >= 0)));

        // Share of the window within a radius of its faces; 9,000 places, four standard errors of independent ones.
        double expected = 1 - Math.Pow(1 - (2 * radius), dimensions), found = drawn.Average(d => d.Positions.Average(p => d.DistanceToEdge(p) < radius ? 1.0 : 0.0));
        Assert.Equal(expected, found, 4 * Math.Sqrt(expected * (1 - expected) / (count * draws)));
    }

    // Spheres of one radius R cut at random: the circles invert to spheres of that size, N_V = N_A/2R.
    [Fact]
    public void Circles_of_a_section_give_back_the_spheres()
    {
        var random = new RandomStream(5, StreamName.MonteCarlo);
        double[] circles = [.. Enumerable.Range(0, 20_000).Select(_ => Math.Sqrt(1 - Math.Pow(random.NextDouble(), 2)))];
        (double Radius, double PerVolume)[] spheres = SectionRadii.Spheres(circles, 1);
        Assert.True(SectionRadii.ArePlausible(circles));
        Assert.Equal(10_000, spheres.Sum(s => s.PerVolume), 400.0);
        Assert.InRange(spheres.Where(s => s.Radius > 0.95).Sum(s => s.PerVolume) / spheres.Sum(s => s.PerVolume), 0.95, 1);

        // Discs of one size lack the small circles that cut spheres would give.
        Assert.False(SectionRadii.ArePlausible([.. Enumerable.Repeat(1.0, 100)]));
    }

    [Fact]
    public void Same_seed_gives_the_same_p_values_on_any_number_of_threads()
    {
        var random = new RandomStream(7, StreamName.MonteCarlo);
        PointSample sample = new(Domain.FullyPeriodic(new(1, 1, 1)), 3, [.. Enumerable.Range(0, 100).Select(_ => new Vector3d(random.NextDouble(), random.NextDouble(), random.NextDouble()))], []);
        double[] Of(int threads) => [.. PointBattery.Run(sample, new PoissonNull(sample), 39, 3, threads, stop: TestContext.Current.CancellationToken).Tests.Select(t => t.P)];
        Assert.Equal(Of(1), Of(2));
    }

    // Holm on 0.01, 0.04, 0.03: 3·0.01, then 2·0.03, then 0.04 raised to the one before.
    [Fact]
    public void Family_of_tests_is_adjusted_after_Holm()
    {
        PointTest[] tests = [.. new[] { 0.01, 0.04, 0.03 }.Select((p, k) => new PointTest($"{k}", p, 0, double.NaN, Departure.Uneven))];
        Assert.Equal([0.03, 0.06, 0.06], PointTest.Adjust(tests).Select(t => Math.Round(t.AdjustedP, 12)));
    }

    private static PointSample Load(string name)
    {
        double[][] rows = Table(AnalysisFolder.File($"{name}.csv"));
        JsonElement points = Json(AnalysisFolder.File($"{name}.points.json"));
        double[] box = Numbers(points, "box");
        bool[] wraps = [.. points.GetProperty("periodic").EnumerateArray().Select(v => v.GetBoolean())];
        return box.Length == 2
            ? PointSample.Plane(box[0], box[1], wraps[0], wraps[1], [.. rows.Select(r => new Vector3d(r[0], r[1], 0))], [.. rows.Select(r => r[2])])
            : new(new(new(box[0], box[1], box[2]), wraps[0], wraps[1], wraps[2]), 3, [.. rows.Select(r => new Vector3d(r[0], r[1], r[2]))], [.. rows.Select(r => r[3])]);
    }

    private static double[][] Table(string path) => [.. File.ReadLines(path).Skip(1).Select(line => line.Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray())];

    private static JsonElement Json(string path) => JsonDocument.Parse(File.ReadAllText(path)).RootElement;

    private static double[] Numbers(JsonElement parent, string name) => [.. parent.GetProperty(name).EnumerateArray().Select(v => v.GetDouble())];
}
