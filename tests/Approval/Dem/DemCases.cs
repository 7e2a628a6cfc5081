using System.Globalization;

namespace DispersionSim.Tests.Approval;

/// <summary>Runs of <c>dem</c> and their tables, read as a script of the user's would.</summary>
internal static class DemCases
{
    /// <summary>Path of an example that comes with the program.</summary>
    public static string Example(string name) => Path.Combine(SharedData.Repository, "recipes", "dem", name + ".toml");

    /// <summary>Runs a case that must succeed.</summary>
    public static void Run(ScratchFolder scratch, string file, params string[] more)
    {
        CliResult result = CliProcess.Run(["dem", file, "--quiet", "--out", scratch.At("run"), .. more]);
        Assert.True(result.ExitCode == 0, $"exit code {result.ExitCode}: {result.Error}");
        Assert.Empty(result.ErrorLines);
    }

    /// <summary>A table of the run: rows by column name.</summary>
    public static IReadOnlyList<Dictionary<string, double>> Table(ScratchFolder scratch, string name)
    {
        string[] lines = File.ReadAllLines(scratch.At("run", name));
        string[] columns = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => columns.Zip(line.Split(',')).ToDictionary(c => c.First, c => double.Parse(c.Second, CultureInfo.InvariantCulture), StringComparer.Ordinal))];
    }

    /// <summary>Mass of a row of particles.csv, kg.</summary>
    public static double Mass(Dictionary<string, double> p) => p["rho"] * 4 / 3 * Math.PI * Math.Pow(p["r"], 3);

    /// <summary>Two spheres of 1 mm radius and a case around them; lines of the case may be replaced.</summary>
    public static string TwoSpheres(ScratchFolder scratch, string particles, string more = "")
    {
        scratch.Write("two.csv", particles);
        return scratch.Write("case.toml", $"""
            [particles]
            file = "two.csv"
            [material]
            young_modulus = "10 MPa"
            poisson_ratio = 0.3
            density = "2500 kg/m^3"
            [run]
            time_step = "5 us"
            steps = 0
            {more}
            """);
    }
}
