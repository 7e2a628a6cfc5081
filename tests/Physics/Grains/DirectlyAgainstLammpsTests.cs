using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>Contact laws that the stored cases do not hold, each computed by LAMMPS in the test itself: unequal spheres that overlap, slide, roll and spin.</summary>
public class DirectlyAgainstLammpsTests
{
    private const double Young = 1e8;
    private const double Poisson = 0.27;
    private const double TimeStep = 2e-7;
    private const long Steps = 20;

    public static TheoryData<string> Names => [.. Cases.Keys];

    /// <summary>Coefficients of LAMMPS, and the same laws here.</summary>
    private static Dictionary<string, (string Pair, ContactLaws Laws)> Cases { get; } = new(StringComparer.Ordinal)
    {
        ["Hertz, Tsuji, Mindlin"] = ("hertz/material 1e8 0.6 0.27 tangential mindlin NULL 1.0 0.4 damping tsuji", Curved(DampingKind.Tsuji, 0.6)),
        ["Hertz, mass and spot, Mindlin on its force"] = ("hertz/material 1e8 7e7 0.27 tangential mindlin/force NULL 1.0 0.4 damping viscoelastic", Curved(DampingKind.MassSpot, 7e7) with { Tangential = TangentialKind.MindlinForce }),
        ["Hertz, velocity, Mindlin rescaled"] = ("hertz/material 1e8 0.05 0.27 tangential mindlin_rescale/force NULL 1.0 0.4 damping velocity", Curved(DampingKind.Velocity, 0.05) with { Tangential = TangentialKind.MindlinRescaleForce }),
        ["Hertz, rolling and twisting"] = ("hertz/material 1e8 0.6 0.27 tangential mindlin NULL 1.0 0.4 rolling sds 2e3 0.02 0.1 twisting marshall damping tsuji", Rolling(Curved(DampingKind.Tsuji, 0.6))),
        ["DMT"] = ("dmt 1e8 0.6 0.27 10.0 tangential mindlin NULL 1.0 100 damping tsuji", Unlimited(Sticky(ElasticKind.Dmt, DampingKind.Tsuji, 0.6))),
        ["DMT, velocity, rescaled, rolling and twisting"] = ("dmt 1e8 0.05 0.27 10.0 tangential mindlin_rescale/force NULL 1.0 100 rolling sds 2e3 0.02 100 twisting marshall damping velocity", Unlimited(Rolling(Sticky(ElasticKind.Dmt, DampingKind.Velocity, 0.05))) with { Tangential = TangentialKind.MindlinRescaleForce }),
        ["JKR"] = ("jkr 1e8 0.6 0.27 10.0 tangential mindlin NULL 1.0 0.4 damping tsuji", Sticky(ElasticKind.Jkr, DampingKind.Tsuji, 0.6)),
        ["JKR, rolling and twisting"] = ("jkr 1e8 0.6 0.27 10.0 tangential mindlin NULL 1.0 0.4 rolling sds 2e3 0.02 0.1 twisting marshall damping tsuji", Rolling(Sticky(ElasticKind.Jkr, DampingKind.Tsuji, 0.6))),
        ["JKR, mass and spot, rescaled, rolling and twisting"] = ("jkr 1e8 7e7 0.27 10.0 tangential mindlin_rescale/force NULL 1.0 0.4 rolling sds 2e3 0.02 0.1 twisting marshall damping viscoelastic", Rolling(Sticky(ElasticKind.Jkr, DampingKind.MassSpot, 7e7)) with { Tangential = TangentialKind.MindlinRescaleForce }),
        ["linear, velocity"] = ("hooke 2e4 0.05 tangential linear_history 1e4 1.0 0.4 damping velocity", Linear),
        ["linear, velocity, rolling"] = ("hooke 2e4 0.05 tangential linear_history 1e4 1.0 0.4 rolling sds 2e3 0.02 0.1 damping velocity", Linear with { Rolls = true, RollingStiffness = 2e3, RollingDamping = 0.02, RollingFriction = 0.1 }),
    };

    private static ContactLaws Linear => new() { Elastic = ElasticKind.Linear, Stiffness = 2e4, TangentialStiffness = 1e4, Friction = 0.4, Damping = DampingKind.Velocity, DampingCoefficient = 0.05 };

    [Theory]
    [MemberData(nameof(Names))]
    public void Forces_and_motion_are_those_of_the_other_program(string name)
    {
        (string pair, ContactLaws laws) = Cases[name];
        GranularCase c = new() { Starts = Crowd(), Pairs = laws, TimeStep = TimeStep };
        IReadOnlyList<TrackRow> rows = LammpsProgram.Follow(c.Starts, pair, TimeStep, Steps);
        Assert.Equal([0, Steps], rows.Select(r => r.Step).Distinct());

        PlainGranular plain = c.Plain();
        plain.Prepare();
        using EngineRun engine = c.Engine();
        foreach (IGrouping<long, TrackRow> at in rows.GroupBy(r => r.Step))
        {
            plain.Advance(at.Key);
            engine.Advance(at.Key);
            IReadOnlyList<GrainReading> read = engine.Read();
            bool start = at.Key == 0;

            // Double precision to rounding; single precision to what a distance is known to.
            Assert.All(Deviation.Of(at, id => plain.Spheres[id - 1], c), d => Assert.True(d.Share < (start ? 1e-9 : 1e-7), $"double precision, step {at.Key}: {d}"));
            Assert.All(Deviation.Of(at, id => read[id - 1], c), d => Assert.True(d.Share < (start ? 1e-4 : 1e-3), $"single precision, step {at.Key}: {d}"));
        }
    }

    /// <summary>Some of the contacts have drawn necks by then: their levers are longer than the radii.</summary>
    [Fact]
    public void Sticky_contacts_under_tension_move_as_in_the_other_program()
    {
        const long steps = 300;
        (string pair, ContactLaws laws) = Cases["JKR"];
        GranularCase c = new() { Starts = Crowd(), Pairs = laws, TimeStep = TimeStep };
        IReadOnlyList<TrackRow> rows = LammpsProgram.Follow(c.Starts, pair, TimeStep, steps);
        PlainGranular plain = c.Plain();
        bool drawn = false;
        for (long k = 0; k < steps; k++)
        {
            plain.Advance(1);
            drawn |= plain.Histories.Any(h => h.Value.Memory.Value > 0 && Gap(plain.Spheres[h.Key.First], plain.Spheres[h.Key.Second]) > 0);
        }

        Assert.True(drawn, "no contact was drawn out");
        Assert.All(Deviation.Of(rows.Where(r => r.Step == steps), id => plain.Spheres[id - 1], c), d => Assert.True(d.Share < 1e-9, $"{d}"));

        static double Gap(PlainSphere a, PlainSphere b) => (a.Position - b.Position).Length - a.Radius - b.Radius;
    }

    private static ContactLaws Curved(DampingKind damping, double coefficient) =>
        new ContactLaws { Damping = damping, DampingCoefficient = coefficient, Friction = 0.4 }.OfMaterial(Young, Poisson);

    private static ContactLaws Sticky(ElasticKind elastic, DampingKind damping, double coefficient) => Curved(damping, coefficient) with { Elastic = elastic, SurfaceEnergy = 10 };

    private static ContactLaws Rolling(ContactLaws laws) => laws with { Rolls = true, RollingStiffness = 2e3, RollingDamping = 0.02, RollingFriction = 0.1, Twists = true };

    /// <summary>Friction whose limit is never met: with DMT, LAMMPS of 2021 leaves the pull-off force out of the limit μ|F_e + 2F_po| that its manual states.</summary>
    private static ContactLaws Unlimited(ContactLaws laws) => laws with { Friction = 100, RollingFriction = 100 };

    /// <summary>Eighteen spheres of 0.8 to 1.2 mm, most of them touching, at up to 1 m/s and 400 1/s.</summary>
    private static StartRow[] Crowd()
    {
        var random = new RandomStream(7, StreamName.GrainLattice);
        double Any(double size) => size * ((2 * random.NextDouble()) - 1);
        return
        [
            .. Enumerable.Range(0, 18).Select(i => new StartRow(
                i + 1,
                new((1.9e-3 * (i % 3)) + Any(5e-5), (1.9e-3 * (i / 3 % 3)) + Any(5e-5), (1.9e-3 * (i / 9)) + Any(5e-5)),
                1e-3 + Any(2e-4),
                2500 + Any(500),
                new(Any(0.6), Any(0.6), Any(0.6)),
                new(Any(400), Any(400), Any(400)))),
        ];
    }
}
