namespace DispersionSim.Tests.Approval;

public sealed class DemExampleTests
{
    [Fact]
    public void A_collision_keeps_momentum_and_angular_momentum_and_loses_energy()
    {
        using ScratchFolder scratch = new();
        DemCases.Run(scratch, DemCases.Example("collision"), "--forces");
        IReadOnlyList<Dictionary<string, double>> p = DemCases.Table(scratch, "particles.csv"), energy = DemCases.Table(scratch, "energy.csv");
        double mass = DemCases.Mass(p[0]);

        // Equal masses at ±2 m/s, 4 mm apart along y: L_z = Σ m (x v_y − y v_x) = m · 4 mm · 2 m/s.
        double momentum = p.Sum(q => q["vx"]), angular = p.Sum(q => (mass * ((q["x"] * q["vy"]) - (q["y"] * q["vx"]))) + (0.4 * mass * q["r"] * q["r"] * q["wz"]));
        Assert.Equal(0, momentum, 1e-4);

        // Single precision over 400 steps.
        Assert.Equal(mass * 0.008, angular, mass * 0.008 * 1e-4);

        // Along the line of centres, sin = 4/20 at touch, e² of the energy stays; the rest, 4 %, may only shrink.
        double before = energy[0]["kinetic_translational"], after = energy[^1]["kinetic_translational"] + energy[^1]["kinetic_rotational"], normal = 1 - 0.04;
        Assert.InRange(after / before, 0.98 * 0.49 * normal, (0.49 * normal) + 0.04);
        Assert.All(p, q => Assert.NotEqual(0, q["wz"]));
        Assert.All(["case.toml", "manifest.json", "energy.csv", "forces.csv", "frames.pvd", "image.png", "frames/frame-0000.vtp"], file => Assert.True(File.Exists(scratch.At("run", file)), file));
    }

    [Fact]
    public void Settled_spheres_rest_above_the_floor_in_balance()
    {
        using ScratchFolder scratch = new();
        DemCases.Run(scratch, DemCases.Example("settling"), "--forces");
        IReadOnlyList<Dictionary<string, double>> p = DemCases.Table(scratch, "particles.csv"), energy = DemCases.Table(scratch, "energy.csv"), forces = DemCases.Table(scratch, "forces.csv");
        Assert.Equal(486, p.Count);

        // Overlaps of a few per cent of the radius are what soft spheres of 10 MPa show under 6 layers.
        Assert.All(p, q => Assert.InRange(q["z"], 0.98 * q["r"], 10e-3));

        // What fell down has been turned into heat but for less than a thousandth.
        double fallen = energy[0]["potential_gravity"] - energy[^1]["potential_gravity"];
        Assert.InRange(energy[^1]["kinetic_translational"] + energy[^1]["kinetic_rotational"], 0, 1e-3 * fallen);

        // At rest contacts carry the weight: the mean remaining force is small against it.
        double weight = 9.81 * p.Average(DemCases.Mass);
        Assert.InRange(Math.Abs(forces.Average(f => f["fz"])), 0, 0.02 * weight);
        Assert.InRange(energy[^1]["coordination"], 3, 6);
    }

    [Fact]
    public void A_sheared_box_flows_at_the_rate_it_is_sheared_at()
    {
        using ScratchFolder scratch = new();
        DemCases.Run(scratch, DemCases.Example("shear-cell"), "--set", "run.duration=\"0.05 s\"");
        IReadOnlyList<Dictionary<string, double>> p = DemCases.Table(scratch, "particles.csv");
        double meanY = p.Average(q => q["y"]), meanV = p.Average(q => q["vx"]);
        double slope = p.Sum(q => (q["y"] - meanY) * (q["vx"] - meanV)) / p.Sum(q => (q["y"] - meanY) * (q["y"] - meanY));

        // Fluctuations of 20 mm/s over 512 spheres and 8 mm leave the slope uncertain by 0.02/(0.0022 √512) = 0.4 1/s: five of these.
        Assert.Equal(20, slope, 2.0);
        double length = 8 * 0.97e-3;
        Assert.All(p, q => Assert.InRange(q["y"], 0, length));
        Assert.True(DemCases.Table(scratch, "energy.csv")[^1]["kinetic_rotational"] > 0);
    }

    [Fact]
    public void An_agglomerate_breaks_on_the_wall_and_gains_no_energy()
    {
        using ScratchFolder scratch = new();
        DemCases.Run(scratch, DemCases.Example("agglomerate-impact"), "--set", "run.duration=\"1 us\"");
        IReadOnlyList<Dictionary<string, double>> p = DemCases.Table(scratch, "particles.csv"), energy = DemCases.Table(scratch, "energy.csv");
        Assert.Equal(120, p.Count);
        Assert.All(p, q => Assert.True(q["z"] > 0));

        // 5 m/s against bonds of some 2 (119 · work of adhesion): contacts break at first and the kinetic energy goes into them.
        Assert.True(energy.Min(e => e["coordination"]) < 0.8 * energy[0]["coordination"]);
        Assert.True(energy[^1]["kinetic_translational"] + energy[^1]["kinetic_rotational"] < 0.5 * energy[0]["kinetic_translational"]);
    }

    [Fact]
    public void The_same_case_leaves_the_same_bits()
    {
        using ScratchFolder first = new(), second = new();
        string[] brief = ["--forces", "--set", "run.duration=\"2 ms\"", "--set", "run.output_every=\"1 ms\""];
        DemCases.Run(first, DemCases.Example("shear-cell"), [.. brief, "--threads", "1"]);
        DemCases.Run(second, DemCases.Example("shear-cell"), [.. brief, "--threads", "2"]);
        string[] files = [.. Directory.EnumerateFiles(first.At("run"), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(first.At("run"), f)).Where(f => f != "manifest.json")];
        Assert.Contains(Path.Combine("frames", "frame-0002.vtp"), files);
        Assert.All(files, f => Assert.Equal(File.ReadAllBytes(first.At("run", f)), File.ReadAllBytes(second.At("run", f))));
    }
}
