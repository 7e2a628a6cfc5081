using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Tests.Physics;

/// <summary>Elastic and damping laws against what is known of them in closed form.</summary>
public class NormalContactTests
{
    private const double Radius = LawCombinations.Radius / 2;

    private static readonly double Mass = LawCombinations.Density * 4 / 3 * Math.PI * Math.Pow(LawCombinations.Radius, 3) / 2;

    [Theory]
    [InlineData(ElasticKind.Hertz, 0.01)]
    [InlineData(ElasticKind.Hertz, 0.1)]
    [InlineData(ElasticKind.Hertz, 0.5)]
    [InlineData(ElasticKind.Linear, 0.01)]
    [InlineData(ElasticKind.Linear, 0.1)]
    [InlineData(ElasticKind.Linear, 0.5)]
    public void Restitution_asked_for_is_met_at_every_speed(ElasticKind elastic, double speed)
    {
        foreach (double wanted in new[] { 0.3, 0.6, 0.9 })
        {
            PlainContact contact = LawCombinations.Contact(LawCombinations.Of(elastic, DampingKind.Restitution) with { DampingCoefficient = wanted });
            Assert.Equal(wanted, Rebound(contact, speed), 0.005 * wanted);
        }
    }

    [Theory]
    [InlineData(0.3, 0.4396)]
    [InlineData(0.5, 0.6161)]
    [InlineData(0.7, 0.7777)]
    [InlineData(0.9, 0.9284)]
    public void Tsujis_polynomial_gives_the_restitution_that_other_programs_give(double asked, double found)
    {
        // The polynomial belongs to twice the reduced mass; LAMMPS gives these figures at every speed.
        PlainContact contact = LawCombinations.Contact(LawCombinations.Of(ElasticKind.Hertz, DampingKind.Tsuji) with { DampingCoefficient = asked });
        Assert.Equal(found, Rebound(contact, 0.1), 2e-4);
    }

    [Fact]
    public void Hertz_force_grows_with_overlap_to_the_three_halves()
    {
        PlainContact contact = LawCombinations.Contact(LawCombinations.Of(ElasticKind.Hertz));
        Assert.Equal(Math.Pow(4, 1.5), Force(contact, 4e-6) / Force(contact, 1e-6), 1e-5);
    }

    [Fact]
    public void Viscoelastic_restitution_falls_with_the_fifth_root_of_speed()
    {
        // To first order in A the loss follows the elastic course: m v² (1 − e) = 3 A K v δ_m^(3/2) ∫√x √(1 − x^(5/2)) dx, K = 4/3 E*√R*,
        // the integral being 2/5 B(3/5, 3/2) = 0.504457, and δ_m = (5 m v²/(4K))^(2/5).
        ContactLaws laws = LawCombinations.Of(ElasticKind.Hertz, DampingKind.Viscoelastic) with { DampingCoefficient = 1e-8 };
        PlainContact contact = LawCombinations.Contact(laws);
        double k = 4.0 / 3 * laws.ReducedModulus * Math.Sqrt(Radius), last = 1;
        foreach (double speed in new[] { 0.01, 0.1, 1 })
        {
            double deepest = Math.Pow(5 * Mass * speed * speed / (4 * k), 0.4);
            double loss = 3 * 1e-8 * k * Math.Pow(deepest, 1.5) * 0.504457 / (Mass * speed), found = Rebound(contact, speed);
            Assert.True(found < last);
            Assert.Equal(1, (1 - found) / loss, 0.02);
            last = found;
        }
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(2.0)]
    [InlineData(4.0)]
    public void Hysteretic_spring_restitutes_the_root_of_its_stiffnesses(double ratio)
    {
        ContactLaws laws = LawCombinations.Of(ElasticKind.Hysteretic);
        PlainContact contact = LawCombinations.Contact(laws with { UnloadingStiffness = ratio * laws.Stiffness });
        Assert.Equal(Math.Sqrt(1 / ratio), Rebound(contact, 0.1), 0.002);
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(3.0)]
    [InlineData(10.0)]
    public void Yielding_spheres_rebound_as_Thornton_and_Ning_derive(double overYield)
    {
        // e² = (6√3/5) (1 − u²/6) √(u/(u + 2√(6/5 − u²/5))), u the speed of yield over the speed of impact; ½ m* v_y² = 8/15 E* √R* δ_y^(5/2).
        ContactLaws laws = LawCombinations.Of(ElasticKind.ThorntonNing);
        double yieldDepth = Radius * Math.Pow(Math.PI * laws.YieldPressure / (2 * laws.ReducedModulus), 2);
        double yieldSpeed = Math.Sqrt(16.0 / 15 * laws.ReducedModulus * Math.Sqrt(Radius) * Math.Pow(yieldDepth, 2.5) / Mass), u = 1 / overYield;
        double expected = Math.Sqrt(6 * Math.Sqrt(3) / 5 * (1 - (u * u / 6)) * Math.Sqrt(u / (u + (2 * Math.Sqrt(1.2 - (u * u / 5))))));
        Assert.Equal(expected, Rebound(LawCombinations.Contact(laws), overYield * yieldSpeed), 0.003);
    }

    [Fact]
    public void Yielding_contact_is_elastic_below_the_yield_and_linear_beyond()
    {
        ContactLaws laws = LawCombinations.Of(ElasticKind.ThorntonNing);
        PlainContact contact = LawCombinations.Contact(laws), hertz = LawCombinations.Contact(LawCombinations.Of(ElasticKind.Hertz));
        double yield = Radius * Math.Pow(Math.PI * laws.YieldPressure / (2 * laws.ReducedModulus), 2);
        Assert.Equal(1, Force(contact, yield / 2) / Force(hertz, yield / 2), 1e-6);
        double slope = (Force(contact, 3 * yield) - Force(contact, 2 * yield)) / yield;
        Assert.Equal(1, slope / (Math.PI * laws.YieldPressure * Radius), 1e-6);
    }

    [Fact]
    public void Yielding_contact_unloads_along_a_flatter_sphere_and_reloads_the_same_way()
    {
        ContactLaws laws = LawCombinations.Of(ElasticKind.ThorntonNing);
        PlainContact contact = LawCombinations.Contact(laws);
        const double depth = 2e-5;
        ContactHistory<Precise> history = default;
        double most = Force(contact, depth, ref history), hertz = 4.0 / 3 * laws.ReducedModulus * Math.Sqrt(Radius) * Math.Pow(depth, 1.5);
        double flat = Radius * hertz / most, stiffness = 4.0 / 3 * laws.ReducedModulus * Math.Sqrt(flat), left = depth - Math.Pow(most / stiffness, 2.0 / 3);
        double between = (depth + left) / 2, expected = stiffness * Math.Pow(between - left, 1.5);
        Assert.Equal(1, Force(contact, between, ref history) / expected, 1e-6);
        Assert.Equal(0, Force(contact, 0.9 * left, ref history), 1e-12 * most);
        Assert.Equal(1, Force(contact, between, ref history) / expected, 1e-6);
        Assert.Equal(1, Force(contact, depth, ref history) / most, 1e-6);
    }

    [Fact]
    public void Sticky_spheres_part_at_three_pi_gamma_R()
    {
        ContactLaws laws = LawCombinations.Of(ElasticKind.Jkr);
        PlainContact contact = LawCombinations.Contact(laws);
        double pullOff = 3 * Math.PI * laws.SurfaceEnergy * Radius, least = 0, at = 0, broken = 0;
        double edge = Math.Pow(9 * Math.PI * laws.SurfaceEnergy * Radius * Radius / (4 * laws.ReducedModulus), 2.0 / 3) / (3 * Radius);
        Assert.Equal(1, contact.Reach(Radius) / edge, 1e-6);
        ContactHistory<Precise> history = default;
        Force(contact, 1e-6, ref history);
        for (double gap = 0; broken == 0; gap += edge / 2000)
        {
            double force = Force(contact, -gap, ref history);
            (least, at) = force < least ? (force, gap) : (least, at);
            broken = force == 0 ? gap : 0;
        }

        Assert.Equal(-pullOff, least, 1e-5 * pullOff);
        Assert.Equal(edge, broken, edge / 1000);
        Assert.Equal(edge, at, edge / 100);
        Assert.Equal(0, Force(contact, -edge / 2, ref history));
        Assert.True(Force(contact, 1e-12, ref history) < -0.8 * pullOff, "at touch the force is −8/9 of the pull-off force");
    }

    [Fact]
    public void Sticky_spheres_jump_into_contact_at_eight_ninths_of_the_pull_off_force()
    {
        // At δ = 0: a³ = 4πγR*²/E*, F = −8/3 πγR*.
        ContactLaws laws = LawCombinations.Of(ElasticKind.Jkr);
        Assert.Equal(-8.0 / 3 * Math.PI * laws.SurfaceEnergy * Radius, Force(LawCombinations.Contact(laws), 1e-15), 1e-5 * laws.SurfaceEnergy * Radius);
    }

    [Fact]
    public void Sticky_force_satisfies_the_equations_of_its_spot_at_every_overlap()
    {
        // F(a) and δ(a) in closed form, evaluated at chosen spots of the upper branch.
        ContactLaws laws = LawCombinations.Of(ElasticKind.Jkr);
        PlainContact contact = LawCombinations.Contact(laws);
        (double e, double g) = (laws.ReducedModulus, laws.SurfaceEnergy);
        double smallest = Math.Cbrt(9 * Math.PI * g * Radius * Radius / (4 * e)), pullOff = 3 * Math.PI * g * Radius;
        foreach (double share in new[] { 1.0001, 1.05, 1.2, 1.5, 2, 5 })
        {
            double a = smallest * share, overlap = (a * a / Radius) - (2 * Math.Sqrt(Math.PI * g * a / e));
            double expected = (4 * e * a * a * a / (3 * Radius)) - (2 * Math.PI * a * a * Math.Sqrt(4 * g * e / (Math.PI * a)));
            ContactHistory<Precise> history = default;
            Force(contact, 1e-6, ref history);
            Assert.Equal(expected, Force(contact, overlap, ref history), 1e-6 * Math.Max(pullOff, Math.Abs(expected)));
        }
    }

    /// <summary>Speed after over speed before a head-on collision; 4,000 steps or more in contact.</summary>
    private static double Rebound(PlainContact contact, double speed)
    {
        ContactHistory<Precise> history = default;
        double guess = Math.PI * Math.Sqrt(Mass / 5e3), step = guess / 20_000, v = speed, x = 0, force = 0;
        do
        {
            v -= force / Mass * step / 2;
            x += v * step;
            PlainState state = PlainState.AtRest(x, Radius, Mass) with { Velocity = new(-v, 0, 0) };
            force = contact.Evaluate(state, step, ref history).Force.X;
            v -= force / Mass * step / 2;
        }
        while (x > 0);
        return -v / speed;
    }

    private static double Force(PlainContact contact, double overlap)
    {
        ContactHistory<Precise> history = default;
        return Force(contact, overlap, ref history);
    }

    private static double Force(PlainContact contact, double overlap, ref ContactHistory<Precise> history) =>
        contact.Evaluate(PlainState.AtRest(overlap, Radius, Mass), 0, ref history).Force.X;
}
