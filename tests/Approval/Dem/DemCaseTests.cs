using System.Text.Json;

namespace DispersionSim.Tests.Approval;

public sealed class DemCaseTests
{
    private const string Apart = "x,y,z,r\n0,0,0,0.001\n0.0021,0,0,0.001\n";
    private const string Pressed = "x,y,z,r\n0,0,0,0.001\n0.00198,0,0,0.001\n";

    [Theory]
    [InlineData("hertz", 0)]
    [InlineData("dmt", 4 * Math.PI * 0.05 * 0.5e-3)]
    public void Forces_of_a_given_state_follow_the_law(string law, double pullOff)
    {
        using ScratchFolder scratch = new();
        DemCases.Run(scratch, DemCases.TwoSpheres(scratch, Pressed), "--forces", "--set", $"contact.elastic=\"{law}\"", "--set", "contact.surface_energy=\"50 mJ/m^2\"");

        // F = 4/3 E* √R* δ^1.5 − 4πγR*, E* = E/(2(1 − ν²)), R* = 0.5 mm, δ = 20 µm.
        double expected = (4.0 / 3 * 1e7 / (2 * 0.91) * Math.Sqrt(0.5e-3) * Math.Pow(20e-6, 1.5)) - pullOff;
        IReadOnlyList<Dictionary<string, double>> forces = DemCases.Table(scratch, "forces.csv");
        Assert.Equal(-expected, forces[0]["fx"], 1e-4 * expected);
        Assert.Equal(expected, forces[1]["fx"], 1e-4 * expected);
        Assert.Equal(["fx,fy,fz,tx,ty,tz"], File.ReadLines(scratch.At("run", "forces.csv")).Take(1));
        Assert.Equal(["id,x,y,z,r,rho,vx,vy,vz,wx,wy,wz"], File.ReadLines(scratch.At("run", "particles.csv")).Take(1));
    }

    [Fact]
    public void A_wall_of_its_own_stiffness_pushes_by_it()
    {
        using ScratchFolder scratch = new();
        string file = DemCases.TwoSpheres(scratch, "x,y,z,r\n0,0,0.00099,0.001\n", "[[wall]]\npoint = [\"0 m\", \"0 m\", \"0 m\"]\nnormal = [0, 0, 2]\nnormal_stiffness = \"30 MPa\"\n");
        DemCases.Run(scratch, file, "--forces");

        // F = k_n √r δ^1.5 with k_n = 30 MPa, r = 1 mm, δ = 10 µm.
        double expected = 30e6 * Math.Sqrt(1e-3) * Math.Pow(10e-6, 1.5);
        Assert.Equal(expected, DemCases.Table(scratch, "forces.csv")[0]["fz"], 1e-4 * expected);
    }

    [Fact]
    public void A_sphere_in_free_fall_follows_the_parabola()
    {
        using ScratchFolder scratch = new();
        string file = DemCases.TwoSpheres(scratch, "id,x,y,z,r,vx\n7,0,0,0,0.001,0.5\n");
        DemCases.Run(scratch, file, "--set", "run.steps=10000", "--set", "run.gravity=[\"0 m/s^2\",\"0 m/s^2\",\"-9.81 m/s^2\"]");
        Dictionary<string, double> p = Assert.Single(DemCases.Table(scratch, "particles.csv"));
        Assert.Equal(7, p["id"]);

        // t = 50 ms; 10,000 kicks in single precision, each rounded by up to 3e-8 of the speed: 1e-4 of it.
        Assert.Equal(0.025, p["x"], 1e-6);
        Assert.Equal(-0.5 * 9.81 * 0.0025, p["z"], 1e-6);
        Assert.Equal(-9.81 * 0.05, p["vz"], 5e-5);
    }

    [Fact]
    public void The_json_document_stands_alone_on_standard_output()
    {
        using ScratchFolder scratch = new();
        CliResult result = CliProcess.Run("dem", DemCases.TwoSpheres(scratch, Apart), "--set", "run.steps=20", "--json", "--quiet", "--out", scratch.At("run"));
        using JsonDocument document = JsonDocument.Parse(result.Output);
        Assert.Equal((0, 2, 20L), (result.ExitCode, document.RootElement.GetProperty("particles").GetInt32(), document.RootElement.GetProperty("steps").GetInt64()));
        Assert.Contains("particles.csv", document.RootElement.GetProperty("files").EnumerateArray().Select(f => f.GetString()));
    }

    [Theory]
    [InlineData("run.time_step=\"1 ms\"", "run.time_step", "stable limit", "Rayleigh")]
    [InlineData("contact.elastic=\"herz\"", "did you mean \"hertz\"", "\"jkr\"")]
    [InlineData("bond={young_modulus=\"1 kPa\",shear_modulus=\"1 kPa\",gap=\"1 nm\"}", "bond.gap = 1 nm", "nothing is bonded")]
    [InlineData("contact.elastic=\"jkr\"", "contact.surface_energy", "missing")]
    [InlineData("contact.elastic=\"linear\"", "contact.stiffness", "missing")]
    [InlineData("contact.damping=\"restitution\"", "contact.restitution", "missing")]
    [InlineData("contact.tangential=\"mindlin\"", "contact.friction", "missing")]
    [InlineData("contact.twisting=true", "contact.twisting", "tangential")]
    [InlineData("box.periodic=\"xy\"", "box.size", "missing")]
    [InlineData("box.size=[\"1 mm\",\"10 mm\",\"10 mm\"]", "two.csv:3", "outside the box")]
    [InlineData("box.size=[\"1 mm\"]", "box.size", "three")]
    [InlineData("box.shear.rate=\"1 1/s\"", "box.shear", "periodic")]
    [InlineData("run.duration=\"1 s\"", "duration and steps")]
    [InlineData("wall=[{point=[\"0 m\",\"0 m\",\"1 mm\"],normal=[0,0,1]}]", "two.csv:2", "behind wall.0")]
    [InlineData("wall=[{point=[\"0 m\",\"0 m\",\"-1 mm\"],normal=[0,0,0]}]", "wall.0.normal", "zero")]
    [InlineData("contact.frictoin=0.5", "contact.frictoin", "friction")]
    public void A_case_that_cannot_be_run_is_refused_by_key(string set, params string[] words)
    {
        using ScratchFolder scratch = new();
        Refusal.Says(CliProcess.Run("dem", DemCases.TwoSpheres(scratch, Apart), "--set", set, "--out", scratch.At("run")), words);
        Assert.False(Directory.Exists(scratch.At("run")));
    }

    [Theory]
    [InlineData("x,y,z,r\n0,0,0,0.001\n0.0009,0,0,0.001\n", "two.csv:3", "overlaps particle 1", "1.1 mm")]
    [InlineData("x,y,z,r\n0,0,0,0.001\n0,0,0,0.001\n", "two.csv:3", "same centre")]
    [InlineData("x,y,z,r\n0,0,0,-0.001\n", "two.csv:2", "r = -0.001", "positive")]
    [InlineData("x,y,z,r,rho\n0,0,0,0.001,0\n", "two.csv:2", "rho = 0", "positive")]
    [InlineData("x,y,z\n0,0,0\n", "two.csv:1", "no column r")]
    [InlineData("x,y,z,r\n0,0,zero,0.001\n", "two.csv:2", "zero")]
    [InlineData("x,y,z,r\n", "two.csv", "no particles")]
    [InlineData("0,0,0,0.001\n0.0021,0,0,0.001\n", "two.csv:1", "column names", "first")]
    [InlineData("x,y,z,r\n0,0,0,0.001\n0,0021,0,0,0,001\n", "two.csv:3", "6 cells under 4 columns", "point")]
    [InlineData("x,y,z,r\n0,0,0,0.001\n1,0,0,1e-30\n", "two.csv:3", "mass", "another unit")]
    [InlineData("x,y,z,r,rho\n0,0,0,0.001,1e-300\n1,0,0,0.001,2500\n", "two.csv:2", "mass")]
    [InlineData("x,y,z,r\n0,0,0,0.001\n1e6,0,0,0.001\n", "box", "32-bit", "at most")]
    [InlineData("x,y,z,r,wz\n0,0,0,0.001,1e31\n", "two.csv:2", "surface", "light")]
    public void A_table_that_cannot_be_used_is_refused_by_line(string table, params string[] words)
    {
        using ScratchFolder scratch = new();
        Refusal.Says(CliProcess.Run("dem", DemCases.TwoSpheres(scratch, table), "--out", scratch.At("run")), words);
    }

    /// <summary>Without a time step a contact is seen often enough for its restitution, at speeds that differ by a hundred.</summary>
    [Theory]
    [InlineData("hertz", 0.01)]
    [InlineData("hertz", 1)]
    [InlineData("hertz", 8)]
    [InlineData("linear", 0.01)]
    [InlineData("linear", 1)]
    public void Restitution_comes_out_without_a_time_step(string law, double speed)
    {
        using ScratchFolder scratch = new();
        string file = DemCases.TwoSpheres(scratch, $"x,y,z,r,vx\n0,0,0,0.001,{speed}\n0.0020001,0,0,0.001,{-speed}\n");
        File.WriteAllText(file, File.ReadAllText(file).Replace("time_step = \"5 us\"", "", StringComparison.Ordinal).Replace("steps = 0", "duration = \"3 ms\"", StringComparison.Ordinal));
        string[] sets = ["contact.restitution=0.7", "contact.damping=\"restitution\"", $"contact.elastic=\"{law}\"", "contact.stiffness=\"40 kN/m\"", "material.young_modulus=\"100 MPa\""];
        DemCases.Run(scratch, file, [.. sets.SelectMany(s => new[] { "--set", s })]);
        IReadOnlyList<Dictionary<string, double>> p = DemCases.Table(scratch, "particles.csv");

        // Damping sets in and ends within a step, so that e is off by up to 0.55/n at e = 0.7: 0.011 at the 50 steps of a linear contact; curved ones start softly, 0.16/n.
        Assert.Equal(0.7, (p[1]["vx"] - p[0]["vx"]) / (2 * speed), 0.015);
    }

    [Fact]
    public void A_periodic_box_too_small_for_its_particles_is_refused()
    {
        using ScratchFolder scratch = new();
        string file = DemCases.TwoSpheres(scratch, "x,y,z,r\n0,0,0,0.001\n0.0021,0,0,0.001\n");
        Refusal.Says(CliProcess.Run("dem", file, "--set", "box.periodic=\"xyz\"", "--set", "box.size=[\"5 mm\",\"10 mm\",\"10 mm\"]", "--out", scratch.At("run")), "box.size", "5 mm along x", "6 mm");
    }

    /// <summary>A box sheared along x with its gradient along y: only planes across z stand still in all its images.</summary>
    [Theory]
    [InlineData("wall=[{point=[\"0 m\",\"-4 mm\",\"0 m\"],normal=[0,1,0]}]", "wall.0", "neither flow nor gradient")]
    [InlineData("wall=[{point=[\"-4 mm\",\"0 m\",\"0 m\"],normal=[1,0,0]}]", "wall.0", "neither flow nor gradient")]
    [InlineData("wall=[{point=[\"0 m\",\"0 m\",\"-4 mm\"],normal=[0,0.1,1]}]", "wall.0", "slide along")]
    [InlineData("box.shear.gradient=\"x\"", "box.shear", "must be x and y, x and z, or y and z")]
    [InlineData("box.periodic=\"xz\"", "box.shear", "periodic along flow and gradient")]
    public void Wall_or_axes_that_cannot_be_in_a_sheared_box_are_refused(string set, params string[] words)
    {
        using ScratchFolder scratch = new();
        string file = DemCases.TwoSpheres(scratch, Apart);
        string[] box = ["box.periodic=\"xyz\"", "box.size=[\"12 mm\",\"12 mm\",\"12 mm\"]", "box.shear.rate=\"1 1/s\"", "box.shear.flow=\"x\"", "box.shear.gradient=\"y\"", set];
        Refusal.Says(CliProcess.Run(["dem", file, .. box.SelectMany(b => new[] { "--set", b }), "--out", scratch.At("run")]), words);
    }

    [Fact]
    public void A_bad_line_of_the_case_is_named_by_its_number()
    {
        using ScratchFolder scratch = new();
        Refusal.Says(CliProcess.Run("dem", scratch.Write("bad.toml", "[run]\nduration = \"5 um\"\n")), "bad.toml:2", "run.duration", "time");
    }

    [Fact]
    public void A_diverging_run_names_step_and_particle_and_keeps_what_was_good()
    {
        using ScratchFolder scratch = new();
        string file = DemCases.TwoSpheres(scratch, "x,y,z,r\n0,0,0,0.001\n0.00105,0,0,0.001\n");
        Refusal.Says(CliProcess.Run("dem", file, "--quiet", "--set", "run.steps=1000", "--out", scratch.At("run")), "step ", "particle ", "likely cause");
        Assert.All(DemCases.Table(scratch, "particles.csv"), p => Assert.True(p.Values.All(double.IsFinite)));
        Assert.NotEmpty(DemCases.Table(scratch, "energy.csv"));
    }

    [Fact]
    public void A_particle_that_nothing_holds_is_reported_where_the_domain_ends()
    {
        using ScratchFolder scratch = new();
        string file = DemCases.TwoSpheres(scratch, "x,y,z,r,vz\n0,0,0,0.001,10\n");
        Refusal.Says(CliProcess.Run("dem", file, "--quiet", "--set", "run.steps=100000000", "--out", scratch.At("run")), "particle 1", "left the domain along z", "[[wall]]");
    }

    [Theory]
    [InlineData("plain", "run.overlaps = \"fine\"")]
    [InlineData("automatic", "")]
    public void Contacts_that_press_less_than_can_be_told_are_named_with_the_remedy(string overlaps, string remedy)
    {
        // 10 nm between spheres of 1 mm: single precision knows it to 0.24 nm, a fortieth.
        using ScratchFolder scratch = new();
        string file = DemCases.TwoSpheres(scratch, "x,y,z,r\n0,0,0,0.001\n0.00199999,0,0,0.001\n");
        CliResult result = CliProcess.Run("dem", file, "--set", "run.steps=10", "--set", $"run.overlaps={overlaps}", "--out", scratch.At("run"));
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(remedy.Length > 0, result.ErrorLines.Any(line => line.StartsWith("overlaps of the second half", StringComparison.Ordinal)));
        Assert.Contains(remedy, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Going_on_in_the_folder_of_another_case_is_refused_and_leaves_it()
    {
        using ScratchFolder scratch = new();
        string file = DemCases.TwoSpheres(scratch, Apart);
        DemCases.Run(scratch, file);
        string particles = File.ReadAllText(scratch.At("run", "particles.csv"));
        Refusal.Says(CliProcess.Run("dem", file, "--set", "material.density=\"3000 kg/m^3\"", "--resume", "--out", scratch.At("run")), "another case", "--force");
        Assert.Equal(particles, File.ReadAllText(scratch.At("run", "particles.csv")));
    }

    [Fact]
    public void A_stopped_run_says_so_and_keeps_the_particles()
    {
        using ScratchFolder scratch = new();
        string file = DemCases.TwoSpheres(scratch, Apart);
        using CliProcess run = CliProcess.Start("dem", file, "--set", "run.steps=1000000000000", "--out", scratch.At("run"));
        run.WaitFor(scratch.At("run", "manifest.json"));
        run.Terminate();
        CliResult result = run.Finish();
        Assert.True(result.ExitCode == 130, result.Error);
        Assert.Contains("stopped", result.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Equal(2, DemCases.Table(scratch, "particles.csv").Count);
    }
}
