using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>The single-precision engine, sixteen contacts side by side, against LAMMPS in double precision.</summary>
public class EngineAgainstLammpsTests
{
    /// <summary>Forces at given places: single precision of the distance, amplified by radius over overlap.</summary>
    private const double Static = 1e-4;

    /// <summary>Outcomes of collisions.</summary>
    private const double Outcome = 1e-3;

    [Fact]
    public void Elastic_collision_follows_the_reference()
    {
        GranularCase c = ContactCases.HertzNormal;
        using EngineRun engine = c.Engine();

        // Forces are measured by the greatest of the whole collision.
        Follow(engine, c, "hertz_normal_traj.csv", _ => Static, 40_000, ReferenceFolder.Tracks("hertz_normal_traj.csv").Max(r => r.Force.Length));
    }

    [Fact]
    public void Sphere_that_attracts_only_in_touch_follows_the_reference_curve()
    {
        // Every overlap of the curve is a pair of its own; all of them in one box.
        string[][] rows = [.. ReferenceFolder.Cells("reference/dem/contact/adhesion_dmt_curve.csv")];
        IReadOnlyList<StartRow> pair = ReferenceFolder.Starts("adhesion_curves_in.csv");
        const int side = 11;
        GranularCase c = new()
        {
            Starts = [.. rows.SelectMany((r, k) => At(pair, ReferenceFolder.Number(r[2]), new(k % side * 3e-6, k / side % side * 3e-6, k / (side * side) * 3e-6)))],
            Pairs = ContactCases.Dmt,
            TimeStep = 1e-10,
        };
        using EngineRun engine = c.Engine();
        IReadOnlyList<GrainReading> read = engine.Read();
        double most = rows.Max(r => Math.Abs(ReferenceFolder.Number(r[3])));
        for (int k = 0; k < rows.Length; k++)
        {
            double expected = ReferenceFolder.Number(rows[k][3]), found = read[(2 * k) + 1].Force.X;
            Assert.True(Math.Abs(expected - found) < Static * most, $"overlap {rows[k][2]}: {found:E6} for {expected:E6}");
        }

        static StartRow[] At(IReadOnlyList<StartRow> pair, double overlap, Vector3d at) =>
            [pair[0] with { Position = at }, pair[1] with { Position = at + new Vector3d(pair[0].Radius + pair[1].Radius - overlap, 0, 0) }];
    }

    [Theory]
    [InlineData(TangentialKind.Mindlin, false, "mindlin")]
    [InlineData(TangentialKind.Mindlin, true, "mindlin")]
    [InlineData(TangentialKind.MindlinForce, false, "mindlin/force")]
    [InlineData(TangentialKind.MindlinForce, true, "mindlin/force")]
    [InlineData(TangentialKind.MindlinRescaleForce, false, "rescale/force")]
    [InlineData(TangentialKind.MindlinRescaleForce, true, "rescale/force")]
    public void Oblique_impacts_rebound_as_the_reference_says(TangentialKind tangential, bool damped, string name)
    {
        using EngineRun engine = ContactCases.ObliqueWall(tangential, damped).Engine();
        engine.Advance(24_000);
        Rebounds.Check(name, damped, [.. engine.Read().Select(r => (r.Velocity, r.Spin))], Outcome);
    }

    [Fact]
    public void Spheres_on_a_floor_with_rolling_resistance_come_to_the_rest_of_the_reference()
    {
        // After the bounces spheres slow down by some fifty units in the last place of their speeds a step: what rounding leaves of velocities is kept.
        // The net force of a sphere on the floor is what its weight and the floor's reaction leave: it is measured by the weight.
        GranularCase c = ContactCases.RollingWall;
        using EngineRun engine = c.Engine();
        double weight = c.Starts.Max(s => GrainSetup.MassOf(s.Radius, s.Density)) * c.Gravity.Length;
        Follow(engine, c, "rolling_sds_wall_traj.csv", step => step == 0 ? Static : Outcome, 150_000, weight);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Sticky_cluster_follows_the_reference(int threads)
    {
        GranularCase c = ContactCases.Cluster;
        using EngineRun engine = c.Engine(threads);
        Follow(engine, c, "cluster_jkr_out.csv", step => step == 0 ? Static : Outcome, 1000);
    }

    private static void Follow(EngineRun engine, GranularCase c, string table, Func<long, double> tolerance, long last, double greatest = 0)
    {
        IReadOnlyList<TrackRow> all = ReferenceFolder.Tracks(table);
        long step = 0;
        foreach (IGrouping<long, TrackRow> rows in all.GroupBy(r => r.Step).Where(g => g.Key <= last))
        {
            engine.Advance(rows.Key - step);
            step = rows.Key;
            IReadOnlyList<GrainReading> read = engine.Read();
            Assert.All(Deviation.Of(rows, id => read[id - 1], c, greatest), d => Assert.True(d.Share < tolerance(step), $"step {step}: {d}"));
        }

        Assert.Equal(last, step);
    }
}
