using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

/// <summary>One contact with binder in it against closed forms; single precision, so 10⁻⁵ of the greatest force.</summary>
public class BinderCoveredLawTests
{
    private const float R = 0.5f, Film = 0.05f, H = 5, E = 95, Yield = 100;
    private const double Soft = 2 * Math.PI * R * H, Stiffest = 4 * Math.PI * R * E;

    private static readonly ThorntonNingLaw Silicon = new(1000, Yield, 0);
    private static readonly BinderCoveredLaw<ThorntonNingLaw> Covered = new(Silicon, Film, H, E);

    // Binder flows at H wherever its thickness exceeds the gap: the area of a cap, 2πR x, whose curvature over the gap is neglected.
    [Theory]
    [InlineData(0.01)]
    [InlineData(0.05)]
    [InlineData(0.2)]
    public void Loading_presses_the_hardness_on_the_area_over_which_the_binder_is_thicker_than_the_gap(double approachOverRadius)
    {
        double x = approachOverRadius * R, area = 0;
        const int rings = 20000;
        for (int k = 0; k < rings; k++)
        {
            // A sphere of radius R whose lowest point stands at height t − x over a plane, binder of thickness t beneath it.
            double r = R * (k + 0.5) / rings, gap = R - Math.Sqrt((R * R) - (r * r));
            area += gap < x ? 2 * Math.PI * r * R / rings : 0;
        }

        var thick = new BinderCoveredLaw<ThorntonNingLaw>(Silicon, 0.3f * R, H, E);
        double force = Force(thick, (float)(x - (0.3 * R)), 0);
        Assert.Equal(H * area, force, (1.1 * approachOverRadius / 2 * force) + (1e-3 * force));
        Assert.Equal(Soft * x, force, 1e-5 * force);
    }

    [Theory]
    [InlineData(0.005)]
    [InlineData(0.05)]
    public void Squeezed_through_it_keeps_its_share_and_silicon_meets_silicon(double overlap)
    {
        float depth = (float)overlap, memory = 0;
        Silicon.Evaluate(depth, R, 0, ref memory, out float silicon, out float stiffness, out _, out _);
        float own = 0;
        Covered.Evaluate(depth, R, 0, ref own, out float force, out float tangent, out _, out _);
        Assert.Equal((Soft * Film) + silicon, force, 1e-5 * force);
        Assert.Equal(stiffness, tangent);
    }

    // Luding: k₂ = k₁ + (k_p − k₁) x_m/t, back to no force at x_m (1 − k₁/k₂), with the loss ½ k₁ x_m² (1 − k₁/k₂).
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(1.0)]
    public void Unloading_is_stiff_and_loses_the_plastic_work(double share)
    {
        double most = share * Film, stiff = Soft + ((Stiffest - Soft) * share), rest = most * (1 - (Soft / stiff));
        float memory = 0;
        double taken = Work(0, most, ref memory), given = -Work(most, 0, ref memory), lost = Soft * most * most / 2 * (1 - (Soft / stiff));
        Assert.Equal(lost, taken - given, 1e-3 * taken);
        Assert.Equal(stiff * (most - rest) / 2, Force(Covered, (float)(((most + rest) / 2) - Film), (float)most), 1e-4 * Soft * most);
        Assert.Equal(0, Force(Covered, (float)((0.99 * rest) - Film), (float)most));

        // The granular engine's spring of the same two stiffnesses is another program's text for the same cycle.
        var spring = new PlasticContact<Scalar>(new((float)Soft), new((float)stiff));
        foreach (double x in new[] { 0.2, 0.6, 0.9, 0.97, 1 })
        {
            var greatest = new Scalar((float)most);
            spring.Evaluate(new((float)(x * most)), new(R), ref greatest, out _, out Scalar force, out _, out _, out _);
            Assert.Equal(force.Value, Force(Covered, (float)((x * most) - Film), (float)most), 2e-5 * Soft * most);
        }
    }

    [Fact]
    public void A_contact_squeezed_through_unloads_both_its_silicon_and_its_binder()
    {
        float deepest = 0.06f, memory = 0, bare = 0;
        Covered.Evaluate(deepest, R, 0, ref memory, out float greatest, out _, out _, out _);
        Silicon.Evaluate(deepest, R, 0, ref bare, out float siliconGreatest, out _, out _, out _);
        Assert.Equal((Soft * Film) + siliconGreatest, greatest, 1e-5 * greatest);
        foreach (float back in new[] { 0.0005f, 0.002f, 0.02f })
        {
            float kept = bare;
            Silicon.Evaluate(deepest - back, R, 0, ref kept, out float silicon, out _, out _, out _);
            double binder = Math.Max(0, (Soft * Film) - (Stiffest * back));
            Assert.Equal(silicon + binder, Force(Covered, deepest - back, memory), 2e-5 * greatest);
        }
    }

    [Theory]
    [InlineData(-0.045)]
    [InlineData(-0.02)]
    [InlineData(0.0)]
    [InlineData(0.01)]
    public void Binder_laid_around_a_contact_bears_nothing_until_it_is_pressed_further(double overlap)
    {
        // Below a yield of 0.012 silicon is elastic, so that what it remembers makes no difference.
        float memory = Covered.AtRest((float)overlap, Film);
        double silicon = Force(Silicon, (float)overlap, 0), further = 1e-4;
        double share = Math.Min(memory / Film, 1), stiff = Soft + ((Stiffest - Soft) * share);
        Assert.Equal(silicon, Force(Covered, (float)overlap, memory), 2e-5 * Soft * Film);
        Assert.Equal(Force(Silicon, (float)(overlap + further), 0) + (stiff * further), Force(Covered, (float)(overlap + further), memory), 0.01 * stiff * further);
    }

    [Fact]
    public void Films_thicker_than_what_was_laid_there_are_at_rest_too() =>
        Assert.Equal(Covered.AtRest(-0.01f, Film), Covered.AtRest(-0.01f, 0.5f * Film));

    [Fact]
    public void Binder_that_does_not_reach_across_the_gap_remembers_nothing() => Assert.Equal(0, Covered.AtRest(-0.06f, Film));

    [Fact]
    public void Without_binder_the_contact_is_the_bare_one_to_the_bit()
    {
        var none = new BinderCoveredLaw<ThorntonNingLaw>(Silicon, 0, H, E);
        float a = 0, b = 0;
        foreach (float depth in new[] { 0.001f, 0.02f, 0.08f, 0.05f, 0.03f, 0.07f, 0.1f, 0.02f })
        {
            none.Evaluate(depth, R, 0, ref a, out float force, out float stiffness, out _, out _);
            Silicon.Evaluate(depth, R, 0, ref b, out float bare, out float bareStiffness, out _, out _);
            Assert.Equal((bare, bareStiffness, b), (force, stiffness, a));
        }
    }

    // Overdamped: each sphere moves with F/6πμa; F = 2πR*H x although the surfaces are still apart.
    [Theory]
    [InlineData(0, 0.02)]
    [InlineData(0.08, 0.05)]
    public void Particles_press_on_each_other_as_soon_as_their_binder_meets(double ring, double approach)
    {
        const double radius = 250e-9, film = 10e-9, hardness = 2e8;
        UnitScale scale = UnitScale.ForSuspension(radius, 1e-6, 1);
        double thickness = Math.Max(film, ring * radius), x = approach * radius;
        Vector3d first = new(2e-6, 2e-6, 2e-6), second = first + new Vector3d(0, 0, (2 * radius) + thickness - x);
        var law = new BinderCoveredLaw<ThorntonNingLaw>(new(scale.Stresses(85e9), scale.Stresses(11e9), 0), scale.Lengths(film), scale.Stresses(hardness), scale.Stresses(2.5e9));
        using var pair = new OverdampedSystem<BinderCoveredLaw<ThorntonNingLaw>, NoWallLaw, NoWallLaw>(
            scale, new FlowingBox(32, 32, 32), [first, second], [radius, radius], 1, new ContactOptions(), new StepControl { Residual = 1e-6 }, (law, default, default), new HostDevice(1));
        pair.Cover((_, _, _, _) => (scale.Lengths(ring * radius), 0));
        double force = pair.Contacts().Single().Force * scale.Force;
        Assert.Equal(Math.PI * radius * hardness * x, force, 1e-3 * force);
        pair.Step(1e-6);
        double speed = pair.MotionOf(1).Velocity.Z * scale.Length / scale.Time;
        Assert.Equal(force / (6 * Math.PI * radius), speed, 1e-2 * speed);
    }

    // Near a contact the gap is r²/2R*: filled to a thickness t it takes πR*t², which is what a ring and the films there have.
    [Fact]
    public void Thickness_between_particles_is_that_of_the_ring_and_the_films_that_drying_left()
    {
        ElectrodeState dry = SmallLayer.Dry.State;
        var binder = new PressedBinder(dry.Binder, dry.Particles, new());
        double[] a = dry.Particles.Radius;
        foreach (BinderRing ring in dry.Binder!.Rings.Take(50))
        {
            double reduced = ring.J < 0 ? a[ring.I] : a[ring.I] * a[ring.J] / (a[ring.I] + a[ring.J]);
            double films = FilmOf(dry, ring.I) + (ring.J < 0 ? 0 : FilmOf(dry, ring.J)), t = binder.Between(ring.I, ring.J, false);
            Assert.Equal(ring.Volume + (Math.PI * reduced * films * films), Math.PI * reduced * t * t, 1e-9 * ring.Volume);
        }

        double volume = dry.Binder.FilmVolume.Sum(), shells = a.Sum(r => 4 * Math.PI * r * r * binder.MeanFilm);
        Assert.Equal(volume, shells, 0.1 * volume);
        Assert.Equal(FilmOf(dry, 3), binder.Between(3, -1, true), 1e-18);
    }

    private static double FilmOf(ElectrodeState dry, int i) => BinderLayout.FilmThickness(dry.Binder!.FilmVolume[i], dry.Particles.Radius[i]);

    private static double Force<TLaw>(TLaw law, float overlap, float memory) where TLaw : struct, INormalLaw
    {
        law.Evaluate(overlap, R, 0, ref memory, out float force, out _, out _, out _);
        return force;
    }

    /// <summary>Work of moving between two approaches of the covered contact.</summary>
    private static double Work(double from, double to, ref float memory)
    {
        const int points = 4000;
        double work = 0, last = At(from, ref memory);
        for (int k = 1; k <= points; k++)
        {
            double force = At(from + ((to - from) * k / points), ref memory);
            work += 0.5 * (force + last) * (to - from) / points;
            last = force;
        }

        return work;

        static double At(double approach, ref float memory)
        {
            Covered.Evaluate((float)approach - Film, R, 0, ref memory, out float force, out _, out _, out _);
            return force;
        }
    }
}
