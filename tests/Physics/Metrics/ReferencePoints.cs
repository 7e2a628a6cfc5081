using System.Globalization;
using System.Text.Json;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>A point set of the analysis reference with what the peers computed on it.</summary>
internal sealed record ReferencePoints(Domain Domain, Vector3d[] Positions, double[] Radii, JsonElement Expected)
{
    public static ReferencePoints Load(string name)
    {
        JsonElement expected = JsonDocument.Parse(File.ReadAllText(AnalysisFolder.File("points3d", $"{name}.points.json"))).RootElement;
        double[][] rows = [.. File.ReadLines(AnalysisFolder.File("points3d", $"{name}.csv")).Skip(1).Select(line => line.Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray())];
        double[] box = [.. expected.GetProperty("box").EnumerateArray().Select(v => v.GetDouble())];
        bool[] periodic = [.. expected.GetProperty("periodic").EnumerateArray().Select(v => v.GetBoolean())];
        return new(
            new Domain(new(box[0], box[1], box[2]), periodic[0], periodic[1], periodic[2]),
            [.. rows.Select(r => new Vector3d(r[0], r[1], r[2]))],
            [.. rows.Select(r => r[3])],
            expected);
    }

    /// <summary>A number of the expected results by its path.</summary>
    public double Number(params string[] path) => path.Aggregate(Expected, (e, key) => e.GetProperty(key)).GetDouble();

    /// <summary>A list of numbers by its path.</summary>
    public double[] Numbers(params string[] path) => [.. path.Aggregate(Expected, (e, key) => e.GetProperty(key)).EnumerateArray().Select(v => v.GetDouble())];
}
