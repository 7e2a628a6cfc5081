using System.Text;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Unit;

/// <summary>Measured surfaces of third parties, kept beside the repository.</summary>
internal static class SurfaceData
{
    public static string? Folder { get; } = Find("data/surfaces");

    public static string? References { get; } = Find("reference/analysis/surfaces");

    public static string File(string name)
    {
        Assert.SkipUnless(Folder is not null, "the folder of measured surfaces is not beside the repository");
        return Path.Combine(Folder!, name);
    }

    /// <summary>A row of the table of reference values: imported by another program, valid points only.</summary>
    public static Dictionary<string, string> Reference(string file, string? channel = null)
    {
        string[][] rows = [.. System.IO.File.ReadAllLines(File("reference_values.csv")).Select(l => l.Split(','))];
        string[] row = rows.First(r => r[0] == file && (channel is null || r[1].Trim('"') == channel));
        return rows[0].Zip(row).ToDictionary(p => p.First, p => p.Second);
    }

    /// <summary>A square array of single-precision numbers in NumPy's format, as heights in micrometres on a grid of 0.1 µm.</summary>
    public static HeightMap Array(string name, bool periodic)
    {
        Assert.SkipUnless(References is not null, "the folder of reference surfaces is not beside the repository");
        byte[] bytes = System.IO.File.ReadAllBytes(Path.Combine(References!, name + ".npy"));
        int start = 10 + BitConverter.ToUInt16(bytes, 8), side = (int)Math.Sqrt((bytes.Length - start) / 4);
        // Some arrays are stored column by column.
        bool columns = Encoding.ASCII.GetString(bytes, 0, start).Contains("'fortran_order': True", StringComparison.Ordinal);
        double[] heights = [.. Enumerable.Range(0, side * side).Select(i => (double)BitConverter.ToSingle(bytes, start + (4 * (columns ? (i / side) + (i % side * side) : i))))];
        return new(side, side, 0.1, 0.1, heights, periodic);
    }

    private static string? Find(string part)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "DispersionSim.sln")))
        {
            folder = folder.Parent;
        }

        string? wanted = folder?.Parent is null ? null : Path.Combine(folder.Parent.FullName, "shared", part);
        return Directory.Exists(wanted) ? wanted : null;
    }
}
