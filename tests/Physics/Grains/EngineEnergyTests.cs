using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>The engine's energy account: what is held, taken and given, each found on its own, adds up.</summary>
/// <remarks>
/// What stays open is the error of the integration: (ωΔt)²/12 of what springs hold, 3e-4 at the hundred steps that a contact takes here, and up to (ωΔt)²/8 of it, gone in the
/// step in which a contact ends. Single precision adds 1e-4.
/// </remarks>
public class EngineEnergyTests
{
    private const double Radius = LawCombinations.Radius;

    private const double Step = 1e-7;

    public static TheoryData<ElasticKind, DampingKind> Pairs => LawCombinations.Pairs();

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Oblique_collisions_of_unequal_spheres_close(ElasticKind elastic, DampingKind damping)
    {
        // Friction laws go round with the combinations. A soft metal loses where unloading is stiffer than loading; springs have no spot that η₀ could go by.
        var tangential = (TangentialKind)(((int)elastic + (int)damping) % 4);
        ContactLaws kinds = LawCombinations.Of(elastic, damping);
        kinds = elastic == ElasticKind.SoftMetal ? kinds with { ReducedModulus = 3e8 } : damping == DampingKind.MassSpot && LawCombinations.Linear(elastic) ? kinds with { DampingCoefficient = 1e3 } : kinds;
        ContactLaws laws = kinds with { Tangential = tangential, Rolls = true, Twists = tangential != TangentialKind.None && !LawCombinations.Linear(elastic) };
        using GranularSystem system = Collision(laws, Step, new(0.3, 0.15, 0.05), new(50, -80, 120));
        double start = Total(system), worst = 0;
        for (int k = 0; k < 120; k++)
        {
            system.Advance(10);
            EnergyAccount now = system.Energies!;

            // Springs that stiffen with the load may turn over more than there was at the start: the error is a share of what they hold.
            worst = Math.Max(worst, Math.Abs(now.Open) / (start + Math.Abs(now[EnergyTerm.Laws])));
        }

        EnergyAccount end = system.Energies!;
        string text = $"{tangential}: {worst:E2}; {Text(end, start)}";
        Assert.True(worst < 2e-3, text);
        Assert.True(tangential == TangentialKind.None || Math.Abs(end[EnergyTerm.Sliding]) > 1e-3 * start, text);
        Assert.True(end[EnergyTerm.Rolling] > 1e-6 * start, text);
        Assert.Equal(damping != DampingKind.None, end[EnergyTerm.NormalDamping] > 1e-4 * start);
        Assert.Equal(elastic is ElasticKind.Hysteretic or ElasticKind.SoftMetal or ElasticKind.ThorntonNing, end[EnergyTerm.Plastic] > 1e-5 * start);

        // A spring that abrupt sliding winds backwards gives energy back to slider and dashpot; all else only takes.
        Assert.All(EnergyTerms.Taken.Except([EnergyTerm.Sliding, EnergyTerm.SlidingDamping]), t => Assert.True(end[t] > -2e-4 * start, $"{t}: {text}"));
    }

    [Fact]
    public void What_is_open_falls_with_the_square_of_the_step()
    {
        ContactLaws laws = LawCombinations.Of(ElasticKind.Hertz, DampingKind.None) with { Tangential = TangentialKind.None };
        Assert.InRange(Worst(8e-7) / Worst(4e-7), 3, 5.5);

        double Worst(double step)
        {
            using GranularSystem system = Collision(laws, step, new(0.3, 0, 0), default);
            double worst = 0;
            for (int k = 0; k < 1e-4 / step; k++)
            {
                system.Advance(1);
                worst = Math.Max(worst, Math.Abs(system.Energies!.Open));
            }

            return worst;
        }
    }

    [Theory]
    [InlineData(0.6)]
    [InlineData(0.9)]
    public void Dashpots_take_what_the_restitution_leaves_out(double restitution)
    {
        ContactLaws laws = LawCombinations.Of(ElasticKind.Hertz, DampingKind.Restitution) with { DampingCoefficient = restitution, Tangential = TangentialKind.None };
        using GranularSystem system = Collision(laws, Step, new(0.3, 0, 0), default, 1);
        double start = Total(system);
        system.Advance(2000);

        // Equal spheres, one at rest: half of the energy is that of their motion against each other.
        double expected = 0.5 * start * (1 - (restitution * restitution));
        Assert.Equal(expected, system.Energies![EnergyTerm.NormalDamping], 5e-3 * expected);
    }

    [Fact]
    public void A_sticky_contact_that_is_made_and_torn_takes_the_work_of_its_hysteresis()
    {
        ContactLaws laws = LawCombinations.Of(ElasticKind.Jkr, DampingKind.None) with { Tangential = TangentialKind.None };
        using GranularSystem system = Collision(laws, Step, new(0.8, 0, 0), default, 1);
        double start = Total(system);
        system.Advance(4000);

        // F dδ along the branch from touch to pull-off, with √a = s X, s³ = R*c, c = 2√(πγ/E*): (4E*/3R*²) s¹⁰ ∫ (X⁶ − 3/2 X³)(4X³ − 1) dX from X³ = 3/4 to 1.
        double reduced = Radius / 2, root = 2 * Math.Sqrt(Math.PI * laws.SurfaceEnergy / laws.ReducedModulus), x = Math.Cbrt(0.75);
        double integral = Branch(x) - Branch(1), expected = 4 * laws.ReducedModulus / (3 * reduced * reduced) * Math.Pow(reduced * root, 10.0 / 3) * integral;
        EnergyAccount end = system.Energies!;
        Assert.Equal(0, end[EnergyTerm.Adhesive]);
        Assert.Equal(expected, end[EnergyTerm.Adhesion], 5e-3 * expected);
        Assert.Equal(start - expected, end.Held, 1e-4 * start);

        static double Branch(double x) => (0.4 * Math.Pow(x, 10)) - Math.Pow(x, 7) + (0.375 * Math.Pow(x, 4));
    }

    [Fact]
    public void Settling_in_a_fluid_on_a_moving_floor_closes()
    {
        var random = new RandomStream(3, StreamName.MonteCarlo);
        Vector3d[] at = [.. Enumerable.Range(0, 27).Select(i => new Vector3d(2.5e-3 * ((i % 3) + 2) + (1e-4 * random.NextDouble()), 2.5e-3 * ((i / 3 % 3) + 2), (2.3e-3 * ((i / 9) + 1)) + 4e-3))];
        GrainSetup setup = GrainSamples.Of(new(0.02, 0.02, 0.03), at, [.. at.Select((_, i) => 0.8e-3 + (1e-5 * i))], 4e-6);
        setup = setup with
        {
            Gravity = new(0, 0, -9.81),
            Viscosity = 0.05,
            DragsSpins = true,
            KeepsEnergyAccount = true,
            BodyForces = [.. at.Select((_, i) => new Vector3d(1e-6 * (i - 13), 0, 0))],
            Walls = [new PlaneWall(new(0, 0, 5e-3 / setup.Scale.Length), Vector3d.UnitZ) { Velocity = new Vector3d(0.1, 0, 0.02) * (setup.Scale.Time / setup.Scale.Length) }],
        };
        ContactLaws laws = GrainSamples.Laws with { Rolls = true, RollingStiffness = 100, RollingDamping = 1e-4, RollingFriction = 0.1 };
        using GranularSystem system = GranularSystems.Make(setup, laws, [laws.AtRigidWall(GrainSamples.Modulus, GrainSamples.Poisson)], 2);
        system.Advance(12_000);
        EnergyAccount end = system.Energies!;
        double turned = EnergyTerms.Taken.Sum(t => Math.Abs(end[t])) + EnergyTerms.Given.Sum(t => Math.Abs(end[t]));
        Assert.True(Math.Abs(end.Open) < 1e-3 * turned, Text(end, turned));
        Assert.All([EnergyTerm.Drag, EnergyTerm.Gravity, EnergyTerm.Body, EnergyTerm.Walls, EnergyTerm.Sliding, EnergyTerm.NormalDamping], t => Assert.True(Math.Abs(end[t]) > 1e-3 * turned, $"{t}: {Text(end, turned)}"));

        // The work of gravity is the fall of the centres.
        double fall = system.Read().Select((r, i) => setup.Mass(i) * 9.81 * (at[i].Z - r.Position.Z)).Sum();
        Assert.Equal(fall, end[EnergyTerm.Gravity], 1e-4 * Math.Abs(fall));
    }

    [Theory]
    [InlineData(Axis.X, Axis.Y)]
    [InlineData(Axis.Y, Axis.Z)]
    public void A_sheared_crowd_turns_the_work_of_the_flow_into_heat(Axis flow, Axis gradient)
    {
        GrainSetup setup = GrainSamples.Gas(5, 2.05e-3, 0.9e-3, 1e-3, 0.05, 5e-7) with { KeepsEnergyAccount = true };
        setup.Box.Shear(flow, gradient, 300 * setup.Scale.Time);
        using GranularSystem system = GranularSystems.Make(setup, GrainSamples.Laws, [], 1);
        double start = Total(system);
        system.Advance(6000);
        EnergyAccount end = system.Energies!;
        Assert.True(end[EnergyTerm.Shear] > start, Text(end, start));
        Assert.True(Math.Abs(end.Open) < 1e-4 * (start + end.Taken), Text(end, start));
    }

    [Fact]
    public void Keeping_the_account_changes_no_bit()
    {
        GrainSetup setup = GrainSamples.Gas(4, 1.95e-3, 0.9e-3, 1e-3, 0.3, 2e-6);
        using GranularSystem plain = GranularSystems.Make(setup, GrainSamples.Laws, [], 1), metered = GranularSystems.Make(setup with { KeepsEnergyAccount = true }, GrainSamples.Laws, [], 2);
        plain.Advance(500);
        metered.Advance(500);
        Assert.Equal(plain.Read(), metered.Read());
        Assert.Null(plain.Energies);
    }

    private static double Total(GranularSystem system) => system.Energies!.Held;

    private static string Text(EnergyAccount account, double unit) =>
        string.Join(", ", EnergyTerms.All.Where(t => account[t] != 0).Select(t => $"{t} {account[t] / unit:E2}").Append($"open {account.Open / unit:E2}"));

    private static GranularSystem Collision(ContactLaws laws, double step, Vector3d velocity, Vector3d spin, double second = 0.6)
    {
        double other = second * Radius;
        double[] radii = [Radius, other], densities = [LawCombinations.Density, LawCombinations.Density];
        UnitScale scale = UnitScale.ForGrains(radii, densities, step);
        const double side = 0.02;
        GrainSetup setup = new()
        {
            Scale = scale,
            Box = new(side / scale.Length, side / scale.Length, side / scale.Length),
            Positions = [new(0.01, 0.01, 0.01), new(0.01 + Radius + other + 5e-7, 0.01, 0.01)],
            Velocities = [velocity, default],
            Spins = [spin, default],
            Radii = radii,
            Densities = densities,
            TimeStep = step,
            KeepsEnergyAccount = true,
        };
        return GranularSystems.Make(setup, laws, [], 1);
    }
}
