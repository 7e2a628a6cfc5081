using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using DispersionSim.Core;

namespace DispersionSim.Tests.Physics;

/// <summary>LAMMPS as a program (<c>lmp</c>, with its GRANULAR package), where it is installed.</summary>
internal static class LammpsProgram
{
    private const string Executable = "lmp";
    private const int MostMilliseconds = 60_000;

    /// <summary>Where spheres are at the start and after some steps, as LAMMPS has them; the test is skipped where there is no LAMMPS.</summary>
    /// <param name="starts">The spheres.</param>
    /// <param name="pair">Coefficients of <c>pair_style granular</c>.</param>
    /// <param name="timeStep">s.</param>
    /// <param name="steps">How many.</param>
    public static IReadOnlyList<TrackRow> Follow(IReadOnlyList<StartRow> starts, string pair, double timeStep, long steps)
    {
        Assert.SkipUnless(Run("-h", Path.GetTempPath()).Contains("granular", StringComparison.Ordinal), "no LAMMPS (lmp) with granular pairs on this machine");
        string folder = Directory.CreateTempSubdirectory("lammps").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "start.data"), Data(starts));
            File.WriteAllText(Path.Combine(folder, "in.case"), Script(pair, timeStep, steps));
            string said = Run("-in in.case -log none -screen none", folder);
            string tracks = Path.Combine(folder, "tracks");
            return File.Exists(tracks) ? Rows(File.ReadLines(tracks)) : throw new InvalidOperationException($"lmp wrote nothing: {said}");
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    /// <summary>What the program prints; nothing where it is not installed.</summary>
    private static string Run(string arguments, string folder)
    {
        try
        {
            using System.Diagnostics.Process process = System.Diagnostics.Process.Start(new ProcessStartInfo(Executable, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit(MostMilliseconds);
            return output + errors.Result;
        }
        catch (Win32Exception)
        {
            return "";
        }
    }

    private static string Data(IReadOnlyList<StartRow> starts)
    {
        double edge = 10 * starts.Max(s => Math.Max(s.Radius, s.Position.Length));
        var text = new StringBuilder();
        text.Append(Line($"spheres\n\n{starts.Count} atoms\n1 atom types\n\n{-edge:R} {edge:R} xlo xhi\n{-edge:R} {edge:R} ylo yhi\n{-edge:R} {edge:R} zlo zhi\n\nAtoms # sphere\n\n"));
        foreach (StartRow s in starts)
        {
            text.Append(Line($"{s.Id} 1 {2 * s.Radius:R} {s.Density:R} {s.Position.X:R} {s.Position.Y:R} {s.Position.Z:R}\n"));
        }

        text.Append("\nVelocities\n\n");
        foreach (StartRow s in starts)
        {
            text.Append(Line($"{s.Id} {s.Velocity.X:R} {s.Velocity.Y:R} {s.Velocity.Z:R} {s.Spin.X:R} {s.Spin.Y:R} {s.Spin.Z:R}\n"));
        }

        return text.ToString();
    }

    /// <summary>One list of neighbours serves the whole run: LAMMPS of 2021 loses sticky contacts where it makes another.</summary>
    private static string Script(string pair, double timeStep, long steps) => Line($"""
        units si
        atom_style sphere
        boundary f f f
        comm_modify vel yes
        newton off
        read_data start.data
        pair_style granular
        pair_coeff * * {pair}
        neighbor 1e-3 bin
        neigh_modify delay 0 every 1 check yes
        timestep {timeStep:R}
        fix move all nve/sphere
        dump tracks all custom {steps} tracks id x y z vx vy vz omegax omegay omegaz fx fy fz tqx tqy tqz
        dump_modify tracks sort id format float %.17g
        run {steps}

        """);

    private static IReadOnlyList<TrackRow> Rows(IEnumerable<string> lines)
    {
        List<TrackRow> rows = [];
        string last = "";
        long step = 0;
        bool atoms = false;
        foreach (string line in lines)
        {
            atoms = line.StartsWith("ITEM: ATOMS", StringComparison.Ordinal) || (atoms && !line.StartsWith("ITEM:", StringComparison.Ordinal));
            if (last == "ITEM: TIMESTEP")
            {
                step = long.Parse(line, CultureInfo.InvariantCulture);
            }
            else if (atoms && !line.StartsWith("ITEM:", StringComparison.Ordinal))
            {
                double[] c = [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ReferenceFolder.Number)];
                rows.Add(new(step, (int)c[0], At(c, 1), At(c, 4), At(c, 7), At(c, 10), At(c, 13)));
            }

            last = line;
        }

        return rows;
    }

    private static Vector3d At(double[] c, int k) => new(c[k], c[k + 1], c[k + 2]);

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
