using System.Globalization;
using System.Text.Json;
using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>Functions of distance against spatstat, whose window is never periodic, and against exact counts of pairs.</summary>
public sealed class PointFunctionTests
{
    public static TheoryData<string> Plane { get; } = ["s2_csr", "s2_graded", "s2_jitter", "s2_lognormal", "s2_matern", "s2_rsa10", "s2_rsa30", "s2_section"];

    public static TheoryData<string> Space { get; } = ["s3_agglom", "s3_bitype_random", "s3_bitype_segregated", "s3_csr", "s3_graded", "s3_jitter", "s3_lognormal", "s3_rsa10", "s3_rsa30", "s3_thomas"];

    [Theory]
    [MemberData(nameof(Plane))]
    public void Ripleys_function_of_sets_in_the_plane_agrees_with_both_edge_corrections(string name)
    {
        (PointSample sample, JsonElement expected) = Load("points2d", name);
        JsonElement k = expected.GetProperty("Kest");
        Agrees(k, "trans", PairCorrelation.Ripley(sample.Window, sample.Positions, 0.01, 300), 0.01, relative: 1e-6);
        Agrees(k, "iso", IsotropicRipley.Of(sample, 0.01, 300), 0.01, relative: 1e-5);
    }

    // The other program divides by n² where an unbiased estimate divides by n(n − 1).
    [Theory]
    [MemberData(nameof(Space))]
    public void Ripleys_function_of_sets_in_space_agrees(string name)
    {
        (PointSample sample, JsonElement expected) = Load("points3d", name);
        double[] k = PairCorrelation.Ripley(sample.Window, sample.Positions, 0.05, 50);
        Agrees(expected.GetProperty("K3est"), "trans", [.. k.Select(v => v * (sample.Count - 1) / sample.Count)], 0.05, relative: 1e-6);
    }

    [Theory]
    [MemberData(nameof(Plane))]
    public void Nearest_neighbours_and_empty_space_in_the_plane_agree(string name)
    {
        (PointSample sample, JsonElement expected) = Load("points2d", name);
        Agrees(expected.GetProperty("Gest"), "km", PointFunctions.NearestNeighbourKaplanMeier(sample, 0.01, 150), 0.01, absolute: 1e-6);
        Agrees(expected.GetProperty("Fest"), "km", EmptySpace.Function(sample, 0.01, 150, 0.05), 0.01, absolute: 0.02);
    }

    [Theory]
    [MemberData(nameof(Space))]
    public void Nearest_neighbours_in_space_agree(string name)
    {
        (PointSample sample, JsonElement expected) = Load("points3d", name);
        Agrees(expected.GetProperty("G3est"), "km", PointFunctions.NearestNeighbourKaplanMeier(sample, 0.01, 150), 0.01, absolute: 1e-6);
    }

    // The other program measures from voxel to voxel in steps of its own; fed with those distances the estimator is the same.
    [Theory]
    [MemberData(nameof(Space))]
    public void Empty_space_in_space_agrees_from_voxel_to_voxel(string name)
    {
        (PointSample sample, JsonElement expected) = Load("points3d", name);
        Agrees(expected.GetProperty("F3est"), "km", KaplanMeier.Distribution(VoxelDistances.Of(sample.Positions, sample.Window.Size, 0.1), 0.01, 150, cutOffAtRisk: false), 0.01, absolute: 1e-6);
    }

    // Same kernel, half-width and edge correction; the other program divides by n² in space, and by n(n − 1) in the plane, where it leaves out what the kernel spills below 0.
    [Theory]
    [MemberData(nameof(Space))]
    public void Pair_correlation_in_space_agrees(string name)
    {
        (PointSample sample, JsonElement expected) = Load("points3d", name);
        double[] g = SmoothPairCorrelation.Of(sample, 0.05, 50);
        Agrees(expected.GetProperty("pcf3est"), "trans", [.. g.Select(v => v * (sample.Count - 1) / sample.Count)], 0.05, relative: 1e-3);
    }

    [Theory]
    [MemberData(nameof(Plane))]
    public void Pair_correlation_in_the_plane_agrees(string name)
    {
        (PointSample sample, JsonElement expected) = Load("points2d", name);
        double h = 0.15 * sample.Spacing;
        double[] g = SmoothPairCorrelation.Of(sample, 0.01, 300);

        // It puts distances on a grid of 512 first, which shows where the kernel comes over the edge of a hard core: there g counts as 0.2 at least.
        foreach ((int k, double value) in Curve(expected.GetProperty("pcf_divisor_d"), "trans", 0.01).Where(p => p.Index > 0))
        {
            Assert.Equal(value, g[k - 1] * ShareAboveZero(k * 0.01 / h), 1e-2 * Math.Max(0.2, value));
        }
    }

    // Both tolerances carried over: G exact, F to 0.02, so J to 0.02 J/(1 − F).
    [Theory]
    [MemberData(nameof(Plane))]
    public void Contrast_of_empty_space_and_neighbours_agrees(string name)
    {
        (PointSample sample, JsonElement expected) = Load("points2d", name);
        double[] j = EmptySpace.Contrast(sample, 0.01, 150, 0.05), f = EmptySpace.Function(sample, 0.01, 150, 0.05);
        foreach ((int k, double value) in Curve(expected.GetProperty("Jest"), "km", 0.01).Where(p => p.Index > 0 && f[p.Index - 1] < 0.9))
        {
            Assert.Equal(value, j[k - 1], 1e-6 + (0.02 * value / (1 - f[k - 1])));
        }
    }

    [Theory]
    [InlineData("s3_bitype_random")]
    [InlineData("s3_bitype_segregated")]
    public void Pairs_of_unlike_points_are_counted_exactly(string name)
    {
        (PointSample open, _) = Load("points3d", name);
        int[] kinds = [.. Rows("points3d", name).Select(row => (int)row[4])];
        int[] labels = [.. kinds.Distinct().Order()];
        double[] k = CrossRipley.Of(open with { Window = Domain.FullyPeriodic(open.Window.Size) }, kinds, labels[0], labels[1], 0.5, 4);
        double pairs = (double)kinds.Count(v => v == labels[0]) * kinds.Count(v => v == labels[1]) / open.Measure;
        JsonElement expected = Json(AnalysisFolder.File("points3d", $"{name}.points.json")).GetProperty("mixing").GetProperty("cross_pairs_le_r");
        foreach ((double r, double count) in Numbers(expected, "r").Zip(Numbers(expected, "pairs")))
        {
            Assert.Equal(count, k[(int)Math.Round(r / 0.5) - 1] * pairs, 1e-6);
        }
    }

    // ∫ of 3/4 (1 − t²) from −u, u the distance in half-widths.
    private static double ShareAboveZero(double u) => u >= 1 ? 1 : 0.5 + (0.75 * (u - (u * u * u / 3)));

    private static void Agrees(JsonElement parent, string name, double[] found, double step, double relative = 0, double absolute = 1e-9)
    {
        foreach ((int k, double value) in Curve(parent, name, step).Where(p => p.Index > 0))
        {
            Assert.Equal(value, found[k - 1], absolute + (relative * Math.Abs(value)));
        }
    }

    // The other program's missing values are those it could not estimate.
    private static IEnumerable<(int Index, double Value)> Curve(JsonElement parent, string name, double step) =>
        Numbers(parent, "r").Zip(parent.GetProperty(name).EnumerateArray())
            .Where(p => p.Second.ValueKind == JsonValueKind.Number)
            .Select(p => ((int)Math.Round(p.First / step), p.Second.GetDouble()));

    private static (PointSample Sample, JsonElement Expected) Load(string folder, string name)
    {
        double[][] rows = Rows(folder, name);
        JsonElement expected = Json(AnalysisFolder.File(folder, $"{name}.spatstat.json"));
        double[] box = Numbers(expected, "box");
        return (box.Length == 2
            ? PointSample.Plane(box[0], box[1], false, false, [.. rows.Select(r => new Vector3d(r[0], r[1], 0))], [])
            : new(new(new(box[0], box[1], box[2]), false, false, false), 3, [.. rows.Select(r => new Vector3d(r[0], r[1], r[2]))], []), expected);
    }

    private static double[][] Rows(string folder, string name) =>
        [.. File.ReadLines(AnalysisFolder.File(folder, $"{name}.csv")).Skip(1).Select(line => line.Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray())];

    private static JsonElement Json(string path) => JsonDocument.Parse(File.ReadAllText(path)).RootElement;

    private static double[] Numbers(JsonElement parent, string name) => [.. parent.GetProperty(name).EnumerateArray().Select(v => v.GetDouble())];
}
