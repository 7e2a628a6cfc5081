using System.Globalization;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>Measured open-circuit potentials, kept beside the repository; tests that need them are skipped where they are absent.</summary>
internal static class BatteryTable
{
    /// <summary>Rows of numbers of a table, comments and headings left out.</summary>
    public static double[][] Read(string name)
    {
        string path = Find(name);
        Assert.SkipUnless(File.Exists(path), $"reference table {name} is not here");
        return [.. File.ReadLines(path).Where(l => l.Length > 0 && char.IsAsciiDigit(l[0])).Select(l => l.Split(',').Select(f => double.Parse(f, CultureInfo.InvariantCulture)).ToArray())];
    }

    private static string Find(string name)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DispersionSim.sln")))
            {
                return Path.Combine(folder.FullName, "..", "shared", "data", "battery", name);
            }
        }

        return name;
    }
}
