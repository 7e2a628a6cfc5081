using System.Globalization;
using DispersionSim.Core;

namespace DispersionSim.Tests.Approval;

public sealed class DemFeatureTests
{
    private static readonly string[] Small =
    [
        "--set", "particles.lattice.counts=[4,4,4]", "--set", "run.duration=\"0.4 s\"", "--set", "run.output_every=\"0.1 s\"", "--set", "run.energy=true", "--threads", "1",
    ];

    [Fact]
    public void A_stopped_run_goes_on_to_the_bits_of_one_that_was_not()
    {
        using ScratchFolder scratch = new(), whole = new();
        using (CliProcess run = CliProcess.Start(["dem", DemCases.Example("shear-cell"), "--out", scratch.At("run"), .. Small]))
        {
            run.WaitFor(scratch.At("run", "frames", "frame-0001.vtp"));
            run.Terminate();
            CliResult stopped = run.Finish();
            Assert.True(stopped.ExitCode == 3, $"{stopped.ExitCode}: {stopped.Error}");
            Assert.Contains("resume", stopped.ErrorLines[^1], StringComparison.Ordinal);
        }

        Assert.True(File.Exists(scratch.At("run", "particles.csv")));
        CliResult resumed = CliProcess.Run("resume", scratch.At("run"), "--quiet");
        Assert.True(resumed.ExitCode == 0, resumed.Error);
        DemCases.Run(whole, DemCases.Example("shear-cell"), Small);
        string[] files = [.. Directory.EnumerateFiles(whole.At("run"), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(whole.At("run"), f)).Where(f => f != "manifest.json")];
        Assert.Contains("energy-account.csv", files);
        Assert.All(files, f => Assert.Equal(File.ReadAllBytes(whole.At("run", f)), File.ReadAllBytes(scratch.At("run", f))));
        Assert.False(File.Exists(scratch.At("run", "checkpoints", "dem.inner")));
    }

    [Fact]
    public void The_energy_account_closes_and_is_drawn()
    {
        using ScratchFolder scratch = new();
        DemCases.Run(scratch, DemCases.Example("collision"), "--set", "run.energy=true", "--set", "run.time_step=\"1 us\"");
        IReadOnlyList<Dictionary<string, double>> account = DemCases.Table(scratch, "energy-account.csv");
        double start = account[0]["kinetic_translational"];

        // (ωΔt)²/12 of what springs hold and the step in which the contact ends: 60 steps a contact.
        Assert.All(account, row => Assert.InRange(Math.Abs(row["open"]), 0, 2e-3 * start));
        Assert.True(account[^1]["normal_damping"] > 0.3 * start);
        Assert.Contains("<svg", File.ReadAllText(scratch.At("run", "energy.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public void Overlaps_of_the_start_are_relaxed_away()
    {
        using ScratchFolder scratch = new();
        string file = DemCases.TwoSpheres(scratch, "x,y,z,r\n0,0,0,0.001\n0.0008,0,0,0.001\n", "relax = { force_tolerance = \"1 uN\" }");
        CliResult result = CliProcess.Run("dem", file, "--out", scratch.At("run"));
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("relaxed in", result.Error, StringComparison.Ordinal);
        IReadOnlyList<Dictionary<string, double>> p = DemCases.Table(scratch, "particles.csv");
        Assert.InRange(p[1]["x"] - p[0]["x"], 0.00199, 0.0025);
    }

    [Fact]
    public void A_surface_from_a_file_carries_a_sphere()
    {
        using ScratchFolder scratch = new();
        scratch.Write("flat.txt", string.Join('\n', Enumerable.Repeat(string.Join(' ', Enumerable.Repeat("3", 12)), 12)) + "\n");
        string file = DemCases.TwoSpheres(
            scratch,
            "x,y,z,r\n0.003,0.003,0.00399,0.001\n",
            "[[wall]]\npoint = [\"0 m\", \"0 m\", \"0 m\"]\nnormal = [0, 0, 1]\nsurface = \"flat.txt\"\npixel_size = \"0.5 mm\"\nheight_unit = \"mm\"\nnormal_stiffness = \"30 MPa\"\n");
        DemCases.Run(scratch, file, "--forces");
        double expected = 30e6 * Math.Sqrt(1e-3) * Math.Pow(10e-6, 1.5);
        Assert.Equal(expected, DemCases.Table(scratch, "forces.csv")[0]["fz"], 1e-3 * expected);
        Refusal.Says(CliProcess.Run("dem", file, "--set", $"wall=[{{point=[\"0 m\",\"0 m\",\"0 m\"],normal=[1,0,0],surface=\"{scratch.At("flat.txt")}\",pixel_size=\"0.5 mm\",height_unit=\"mm\"}}]", "--out", scratch.At("no")), "wall.0");
        File.WriteAllText(file, File.ReadAllText(file).Replace("0.5 mm", "0.5 nm", StringComparison.Ordinal));
        Refusal.Says(CliProcess.Run("dem", file, "--out", scratch.At("fine")), "case.toml", "wall.0.surface", "500 pm", "at least 1 um");
    }

    [Fact]
    public void A_bonded_beam_under_loads_bends_as_its_bonds_say()
    {
        using ScratchFolder scratch = new();
        string row = string.Concat(Enumerable.Range(0, 9).Select(i => string.Create(CultureInfo.InvariantCulture, $"{10 + i},{0.002 * i},0,0,0.001\n")));
        string file = DemCases.TwoSpheres(
            scratch,
            "id,x,y,z,r\n" + row,
            """
            relax = { before = true, force_tolerance = "0.2 uN" }
            [bond]
            young_modulus = "1 GPa"
            shear_modulus = "0.4 GPa"
            radius_share = 0.5
            [[load]]
            particles = [10, 18]
            force = ["0 N", "0 N", "-1 mN"]
            [[load]]
            particles = [14]
            force = ["0 N", "0 N", "2 mN"]
            """);
        file = scratch.Write("case.toml", File.ReadAllText(file).Replace("time_step = \"5 us\"", "time_step = \"0.2 us\"", StringComparison.Ordinal));
        CliResult result = CliProcess.Run("dem", file, "--out", scratch.At("run"));
        Assert.True(result.ExitCode == 0, result.Error);
        IReadOnlyList<Dictionary<string, double>> p = DemCases.Table(scratch, "particles.csv");

        // Half of it is a beam held in its middle: each bond shears under the end's force and bends by the force's arm about its middle, (k + ½) L.
        double area = Math.PI * 0.25e-6, inertia = Math.PI * Math.Pow(0.5e-3, 4) / 4, length = 2e-3;
        double expected = 1e-3 * Enumerable.Range(0, 4).Sum(k => (length / (0.4e9 * area)) + (Math.Pow((k + 0.5) * length, 2) * length / (1e9 * inertia)));
        Assert.Equal(expected, p[4]["z"] - ((p[0]["z"] + p[8]["z"]) / 2), 5e-3 * expected);
        Refusal.Says(CliProcess.Run("dem", file, "--set", "load=[{particles=[9],force=[\"0 N\",\"0 N\",\"1 N\"]}]", "--out", scratch.At("no")), "load.0.particles", "no particle 9", "10 to 18");
        Refusal.Says(CliProcess.Run("dem", file, "--set", "load=[{particles=[10],force=[\"1 N\"]}]", "--out", scratch.At("no")), "load.0.force", "three");
    }

    [Fact]
    public void Bonded_spheres_pull_each_other_back()
    {
        using ScratchFolder scratch = new();
        string file = DemCases.TwoSpheres(scratch, "x,y,z,r,vx\n0,0,0,0.001,-0.001\n0.002,0,0,0.001,0.001\n", "[bond]\nyoung_modulus = \"1 MPa\"\nshear_modulus = \"0.4 MPa\"\ndamping = 0.3\n");
        DemCases.Run(scratch, file, "--set", "run.steps=4000");
        IReadOnlyList<Dictionary<string, double>> p = DemCases.Table(scratch, "particles.csv");
        Assert.Equal(0.002, p[1]["x"] - p[0]["x"], 1e-6);
        Assert.Equal(1, Assert.Single(DemCases.Table(scratch, "bonds.csv"))["holds"]);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(10)]
    public void Damped_bonds_are_stable_at_the_longest_step_that_is_taken(double damping)
    {
        // 32 spheres, inner ones with twelve neighbours each; springs alone would be stable at 19 times the step of the strongest damping.
        using ScratchFolder scratch = new();
        double edge = 0.00202 / Math.Sqrt(2);
        var random = new RandomStream(1, StreamName.MonteCarlo);
        string rows = string.Concat(Enumerable.Range(0, 64).Where(k => ((k % 4) + (k / 4 % 4) + (k / 16)) % 2 == 0)
            .Select(k => string.Create(CultureInfo.InvariantCulture, $"{k % 4 * edge},{k / 4 % 4 * edge},{k / 16 * edge},0.001,{(random.NextDouble() - 0.5) / 100},{(random.NextDouble() - 0.5) / 100}\n")));
        string bond = string.Create(CultureInfo.InvariantCulture, $"[bond]\nyoung_modulus = \"20 MPa\"\nshear_modulus = \"20 MPa\"\ngap = \"0.05 mm\"\ndamping = {damping}\n");
        string file = DemCases.TwoSpheres(scratch, "x,y,z,r,vx,vy\n" + rows, bond), step = LongestStep(file, scratch);
        DemCases.Run(scratch, file, "--set", $"run.time_step=\"{step}\"", "--set", "run.steps=3000");
        Assert.All(DemCases.Table(scratch, "particles.csv"), p => Assert.InRange(Math.Abs(p["vx"]) + Math.Abs(p["vy"]) + Math.Abs(p["vz"]), 0, 0.005));
        Assert.All(DemCases.Table(scratch, "bonds.csv"), b => Assert.Equal(1, b["holds"]));
    }

    [Theory]
    [InlineData("--device", "abacus", "abacus", "cpu")]
    [InlineData("--set", "bond={young_modulus=\"1 MPa\",shear_modulus=\"1 MPa\",weibull_modulus=5,gap=\"1 mm\"}", "bond.weibull_modulus", "tensile_strength")]
    [InlineData("--set", "run.relax={force_tolerance=\"-1 N\"}", "force_tolerance", "positive")]
    [InlineData("--set", "fluid={viscosity=\"0 Pa s\"}", "viscosity")]
    public void What_cannot_be_is_refused(string option, string value, params string[] words)
    {
        using ScratchFolder scratch = new();
        Refusal.Says(CliProcess.Run("dem", DemCases.TwoSpheres(scratch, "x,y,z,r\n0,0,0,0.001\n0,0,0.0021,0.001\n"), option, value, "--out", scratch.At("run")), words);
    }

    [Fact]
    public void More_particles_than_memory_are_refused_with_both_numbers()
    {
        using ScratchFolder scratch = new();
        Refusal.Says(CliProcess.Run("dem", DemCases.Example("shear-cell"), "--set", "particles.lattice.counts=[9000,9000,9000]", "--out", scratch.At("run")), "counts", "GB of memory", 7.29e11.ToString("G6", CultureInfo.InvariantCulture));
    }

    /// <summary>The stable limit as the refusal of a longer step tells it.</summary>
    private static string LongestStep(string file, ScratchFolder scratch)
    {
        string told = CliProcess.Run("dem", file, "--set", "run.time_step=\"1 s\"", "--out", scratch.At("long")).Error;
        string[] words = told[(told.IndexOf("limit of ", StringComparison.Ordinal) + 9)..told.IndexOf(", 0.3", StringComparison.Ordinal)].Split(' ');

        // Four digits are told, which may be rounded up.
        return string.Create(CultureInfo.InvariantCulture, $"{0.999 * double.Parse(words[0], CultureInfo.InvariantCulture)} {words[1]}");
    }
}
