namespace DispersionSim.Tests.Approval;

/// <summary>Single spheres in a sheared fluid, against their equations of motion.</summary>
public sealed class DemShearTests
{
    private const double Rate = 300, Viscosity = 2e-3, Radius = 2e-5, Density = 2000, Box = 5e-4, Duration = 1e-4;

    private static string Case(ScratchFolder scratch)
    {
        scratch.Write("drops.csv", "x,y,z,r,rho\n1e-4,1e-4,1e-4,2e-5,2000\n1e-4,4e-4,4e-4,2e-5,2000\n");
        return scratch.Write("case.toml", """
            [particles]
            file = "drops.csv"
            [material]
            young_modulus = "1 MPa"
            poisson_ratio = 0.3
            [box]
            size = ["0.5 mm", "0.5 mm", "0.5 mm"]
            periodic = "xyz"
            shear = { flow = "x", gradient = "y", rate = "300 1/s" }
            [fluid]
            viscosity = "2 mPa s"
            torque = true
            [run]
            time_step = "0.1 us"
            duration = "0.1 ms"
            """);
    }

    [Theory]
    [InlineData("y", "y", "z")]
    [InlineData("z", "z", "y")]
    public void A_free_sphere_goes_where_its_velocity_says_and_turns_with_half_the_vorticity(string gradient, string along, string spin)
    {
        using ScratchFolder scratch = new();
        DemCases.Run(scratch, Case(scratch), "--set", $"box.shear.gradient=\"{gradient}\"");

        // From rest: v = u (1 − exp(−t/τ)), x = u (t − τ (1 − exp(−t/τ))), τ = m/(6πμr) = 2ρr²/(9μ); ω = Ω (1 − exp(−t/τ_s)), τ_s = ρr²/(15μ), |Ω| = rate/2.
        double tau = 2 * Density * Radius * Radius / (9 * Viscosity), turning = Density * Radius * Radius / (15 * Viscosity), gone = 1 - Math.Exp(-Duration / tau);
        double turn = Rate / 2 * (1 - Math.Exp(-Duration / turning)) * (gradient == "y" ? -1 : 1);
        Assert.All(DemCases.Table(scratch, "particles.csv"), p =>
        {
            double u = Rate * (p[along] - (Box / 2));
            Assert.Equal(u * gone, p["vx"], 1e-3 * Math.Abs(u));
            Assert.Equal(u * (Duration - (tau * gone)), p["x"] - 1e-4, 2e-3 * Math.Abs(u) * Duration);
            Assert.Equal(turn, p[$"w{spin}"], 1e-3 * Rate);
        });
    }

    [Fact]
    public void A_sheared_box_is_relaxed_as_it_stands()
    {
        using ScratchFolder scratch = new();

        // Two spheres that are pressed together across the side of the box once it has tilted by rate · height · time, 15 um; upright they would be apart.
        scratch.Write("pair.csv", "x,y,z,r,rho\n2e-4,1.9e-5,1e-4,2e-5,2000\n2.15e-4,4.815e-4,1e-4,2e-5,2000\n");
        string file = Case(scratch), text = File.ReadAllText(file).Replace("drops.csv", "pair.csv", StringComparison.Ordinal);
        File.WriteAllText(file, text + "\nrelax = { force_tolerance = \"1 pN\", before = false, after = true }\n");
        CliResult result = CliProcess.Run("dem", file, "--out", scratch.At("run"), "--set", "material.young_modulus=\"0.1 MPa\"");
        Assert.True(result.ExitCode == 0, result.Error);
        IReadOnlyList<Dictionary<string, double>> p = DemCases.Table(scratch, "particles.csv");
        double tilt = Rate * Box * Duration, dx = p[0]["x"] + tilt - p[1]["x"], dy = p[0]["y"] + Box - p[1]["y"];
        dx -= Box * Math.Round(dx / Box);
        Assert.InRange(Math.Sqrt((dx * dx) + (dy * dy)), 2 * Radius * 0.9999, 2 * Radius * 1.2);
    }
}
