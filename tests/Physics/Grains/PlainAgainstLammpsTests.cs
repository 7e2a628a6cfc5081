using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>The plain simulator with the program's contact laws in double precision against LAMMPS, an independent program.</summary>
public class PlainAgainstLammpsTests
{
    /// <summary>The reference states this agreement for forces at given places; its tables carry twelve digits or more.</summary>
    private const double Static = 1e-9;

    /// <summary>After a hundred steps and more: rounding, and the twelve digits of the tables.</summary>
    private const double Moved = 1e-7;

    [Fact]
    public void Elastic_collision_follows_the_reference_step_by_step() =>
        Follow(ContactCases.HertzNormal, "hertz_normal_traj.csv", step => step == 0 ? Static : Moved, 40_000);

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 4)]
    public void Elastic_collision_reaches_the_overlap_of_Hertz(int first, int second)
    {
        // d_max = (15 m* v²/(16 √R* E*))^(2/5): all of the kinetic energy in the spring. LAMMPS is within 4e-6 of it.
        GranularCase c = ContactCases.HertzNormal;
        StartRow a = c.Starts[first - 1], b = c.Starts[second - 1];
        double radius = a.Radius * b.Radius / (a.Radius + b.Radius), volume = 4.0 / 3 * Math.PI * a.Density;
        double ma = volume * Math.Pow(a.Radius, 3), mb = volume * Math.Pow(b.Radius, 3), mass = ma * mb / (ma + mb), speed = (a.Velocity - b.Velocity).Length;
        double expected = Math.Pow(15 * mass * speed * speed / (16 * Math.Sqrt(radius) * c.Pairs.ReducedModulus), 0.4);
        PlainGranular plain = (c with { Starts = [a, b] }).Plain();
        (double deepest, long touching) = (0, 0);
        while (touching == 0 || plain.Histories.Count > 0)
        {
            plain.Advance(1);
            double overlap = a.Radius + b.Radius - (plain.Spheres[0].Position - plain.Spheres[1].Position).Length;
            deepest = Math.Max(deepest, overlap);
            touching += overlap > 0 ? 1 : 0;
        }

        Assert.Equal(1, deepest / expected, 1e-5);
        Assert.Equal(2.9432 * expected / speed, touching * c.TimeStep, 2e-4 * touching * c.TimeStep);
    }

    [Fact]
    public void Sphere_that_attracts_only_in_touch_follows_the_reference_curve()
    {
        // Driven without inertia: the force of each overlap, in the order in which the reference passed through them.
        var contact = PlainContact.Of(ContactCases.Dmt, new(4e-7, 1e-7, 1e-9));
        double most = 0, worst = 0;
        foreach (string[] cells in ReferenceFolder.Cells("reference/dem/contact/adhesion_dmt_curve.csv"))
        {
            double overlap = ReferenceFolder.Number(cells[2]), expected = ReferenceFolder.Number(cells[3]);
            DispersionSim.Kernels.ContactHistory<Precise> none = default;
            double found = contact.Evaluate(PlainState.AtRest(overlap, 0.5e-6 * 0.3e-6 / 0.8e-6, 1e-16), 0, ref none).Force.X;
            (most, worst) = (Math.Max(most, Math.Abs(expected)), Math.Max(worst, Math.Abs(expected - found)));
        }

        Assert.True(worst < Static * most, $"differs by {worst / most:E2} of the largest force");
    }

    [Fact]
    public void Spheres_on_a_floor_with_rolling_resistance_follow_the_reference() =>
        Follow(ContactCases.RollingWall, "rolling_sds_wall_traj.csv", step => step == 0 ? Static : 1e-6, 150_000);

    [Fact]
    public void Oblique_impacts_on_a_wall_follow_the_reference() =>
        Follow(ContactCases.ObliqueWall(TangentialKind.Mindlin, false), "oblique_wall_traj_mindlin_undamped.csv", step => step == 0 ? Static : Moved, 24_000);

    [Theory]
    [InlineData(TangentialKind.Mindlin, false, "mindlin")]
    [InlineData(TangentialKind.Mindlin, true, "mindlin")]
    [InlineData(TangentialKind.MindlinForce, false, "mindlin/force")]
    [InlineData(TangentialKind.MindlinForce, true, "mindlin/force")]
    [InlineData(TangentialKind.MindlinRescaleForce, false, "rescale/force")]
    [InlineData(TangentialKind.MindlinRescaleForce, true, "rescale/force")]
    public void Oblique_impacts_rebound_as_the_reference_says(TangentialKind tangential, bool damped, string name)
    {
        // Same integrator and step as the reference, whose table carries nine digits: a millionth, far below the thousandth allowed for another integrator.
        PlainGranular plain = ContactCases.ObliqueWall(tangential, damped).Plain();
        plain.Advance(24_000);
        Rebounds.Check(name, damped, [.. plain.Spheres.Select(s => (s.Velocity, s.Spin))], 1e-6);
    }

    [Fact]
    public void Sticky_cluster_follows_the_reference_for_a_thousand_steps() =>
        // Between steps 100 and 1,000 one contact parts under tension, a jump that the course afterwards carries on: 4e-5 instead of 1e-11.
        Follow(ContactCases.Cluster, "cluster_jkr_out.csv", step => step == 0 ? Static : step <= 100 ? Moved : 1e-4, 1000);

    private static void Follow(GranularCase c, string table, Func<long, double> tolerance, long last)
    {
        PlainGranular plain = c.Plain();
        plain.Prepare();
        long step = 0;
        foreach (IGrouping<long, TrackRow> rows in ReferenceFolder.Tracks(table).GroupBy(r => r.Step).Where(g => g.Key <= last))
        {
            plain.Advance(rows.Key - step);
            step = rows.Key;
            Assert.Equal(step * c.TimeStep, plain.Time, 1e-9 * c.TimeStep * (step + 1));
            Assert.All(Deviation.Of(rows, id => plain.Spheres[id - 1], c), d => Assert.True(d.Share < tolerance(step), $"step {step}: {d}"));
        }

        Assert.Equal(last, step);
    }
}
