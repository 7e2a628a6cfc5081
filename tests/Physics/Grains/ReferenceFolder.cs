using System.Globalization;
using DispersionSim.Core;

namespace DispersionSim.Tests.Physics;

/// <summary>A sphere of a reference case at its start, SI units.</summary>
internal sealed record StartRow(int Id, Vector3d Position, double Radius, double Density, Vector3d Velocity, Vector3d Spin);

/// <summary>A sphere of a reference case at a step, SI units.</summary>
internal sealed record TrackRow(long Step, int Id, Vector3d Position, Vector3d Velocity, Vector3d Spin, Vector3d Force, Vector3d Torque);

/// <summary>Cases computed by other programs, kept beside the repository; tests that need them are skipped where they are absent.</summary>
internal static class ReferenceFolder
{
    public static IReadOnlyList<StartRow> Starts(string name) =>
    [
        .. Cells("reference/dem/contact/" + name).Select(c => c.Select(Number).ToArray())
            .Select(c => new StartRow((int)c[0], At(c, 2), c[5], c[6], At(c, 7), At(c, 10))),
    ];

    public static IReadOnlyList<TrackRow> Tracks(string name) =>
    [
        .. Cells("reference/dem/contact/" + name).Select(c => c.Select(Number).ToArray())
            .Select(c => new TrackRow((long)c[0], (int)c[2], At(c, 3), At(c, 6), At(c, 9), At(c, 12), At(c, 15))),
    ];

    /// <summary>Rows of a table; comments and the heading are left out.</summary>
    public static IEnumerable<string[]> Cells(string path) =>
        Lines(path).Where(l => l.Length > 0 && l[0] != '#').Skip(1).Select(l => l.Split(','));

    public static string[] Lines(string path)
    {
        string file = Find(path);
        Assert.SkipUnless(File.Exists(file), $"shared/{path} is not here");
        return File.ReadAllLines(file);
    }

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static Vector3d At(double[] c, int k) => new(c[k], c[k + 1], c[k + 2]);

    private static string Find(string path)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DispersionSim.sln")))
            {
                return Path.Combine(folder.FullName, "..", "shared", path);
            }
        }

        return path;
    }
}
