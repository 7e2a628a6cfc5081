using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

/// <summary>What curing, flow and cooling make of the binder that drying laid down.</summary>
public sealed class BinderInTheFurnaceTests
{
    private const double Radius = 250e-9;

    // Kohlrausch: at one temperature X/X∞ = 1 − exp(−(kt)^β), and β = 1 is first order.
    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    public void Stretched_curing_follows_kohlrausch_in_one_step_or_in_many(double stretch)
    {
        Imidisation law = Imidisation.EsterType with { Stretch = stretch };
        double rate = 2.7057e5 * Math.Exp(-86.73e3 / (8.314462618 * 523.15)), expected = 1 - Math.Exp(-Math.Pow(rate * 900, stretch));
        ImidisationState many = default;
        for (int k = 0; k < 90; k++)
        {
            many = law.Advance(many, 523.15, 10);
        }

        Assert.Equal(expected, law.Advance(default(ImidisationState), 523.15, 900).Imidised, 1e-12);
        Assert.Equal(expected, many.Imidised, 1e-12);
    }

    // Against plain small steps of dX = k (1 + 10 r)(X∞ − X) dt, dr = −k_s r dt.
    [Fact]
    public void Solvent_speeds_curing_up_while_it_lasts()
    {
        double x = 0, r = 0.25, k = 1.9e9 * Math.Exp(-104e3 / (8.314462618 * 393.15)), loss = Math.Log(2) / 600;
        const double Step = 0.01;
        for (double t = 0; t < 1800; t += Step)
        {
            x += Step * k * (1 + (10 * r)) * (0.82 - x);
            r -= Step * loss * r;
        }

        ImidisationState wet = Imidisation.PmdaOda.Advance(new ImidisationState(0, 0, 0.25), 393.15, 1800);
        Assert.Equal(1, wet.Imidised / x, 1e-4);
        Assert.Equal(0.25 / 8, wet.Solvent, 1e-12);
        Assert.True(wet.Imidised > 1.5 * Imidisation.PmdaOda.Advance(0, 393.15, 1800));
    }

    [Fact]
    public void Flow_thins_films_and_feeds_rings_without_losing_binder()
    {
        var flow = new BinderFlow(500);
        flow.Advance(673.15, 10);
        BinderLayout before = Layout(), after = BinderLevelling.Level(before, Radii, flow);
        Assert.Equal(1, after.TotalVolume / before.TotalVolume, 1e-12);
        Assert.Equal(2e-9, BinderLayout.FilmThickness(after.FilmVolume[0], Radius), 1e-12);
        Assert.All(after.Rings.Zip(before.Rings), r => Assert.True(r.First.Volume > r.Second.Volume));

        // The fourth particle has no ring: there is nowhere for its film to go.
        Assert.Equal(before.FilmVolume[3], after.FilmVolume[3]);
    }

    // R*² of two equal spheres is a²/4, that of the foil a²: the ring on the foil draws four times as much of its particle's film.
    [Fact]
    public void Flow_feeds_the_wider_gap_of_the_foil_more()
    {
        var flow = new BinderFlow(500);
        flow.Advance(673.15, 10);
        var before = new BinderLayout { FilmVolume = [1e-20, 0], Rings = [new(0, 1, 1e-22), new(0, -1, 1e-22)] };
        BinderLayout after = BinderLevelling.Level(before, [Radius, Radius], flow);
        Assert.Equal(4, (after.Rings[1].Volume - 1e-22) / (after.Rings[0].Volume - 1e-22), 1e-9);
    }

    [Fact]
    public void A_binder_that_does_not_flow_stays()
    {
        BinderLayout before = Layout(), after = BinderLevelling.Level(before, Radii, new(null));
        Assert.Equal(before.FilmVolume, after.FilmVolume);
        Assert.Equal(before.Rings, after.Rings);
    }

    // Half of the binder at six contacts: b = 0.53a, about 4 uN at a = 250 nm; cohesion phi Z F/4 pi a^2 about 15 MPa.
    [Fact]
    public void Rings_carry_four_micronewtons_and_the_layer_fifteen_megapascals()
    {
        double force = BinderStrength.Force(0.53 * Radius);
        Assert.Equal(4, Math.Round(force * 1e6));
        Bond[] bonds = [.. Enumerable.Range(0, 3).Select(_ => new Bond(0, 1, BondOrigin.Binder, 0.53 * Radius))];
        double volume = 4.0 / 3 * Math.PI * Math.Pow(Radius, 3) / 0.55, expected = 0.55 * 6 * force / (4 * Math.PI * Radius * Radius);
        double cohesion = BinderStrength.Cohesion(bonds, [Radius, Radius], volume);
        Assert.Equal(1, cohesion / expected, 1e-12);
        Assert.InRange(cohesion, 12e6, 18e6);
    }

    // Copper shrinks nearly as much as the binder: 3.5 of 17.4 parts.
    [Fact]
    public void Binder_is_stressed_less_on_copper_than_on_silicon() =>
        Assert.Equal(3.5 / 17.4, ResidualStress.OnCopper(673.15) / ResidualStress.AfterCooling(673.15), 1e-9);

    private static readonly double[] Radii = [Radius, Radius, Radius, Radius];

    private static BinderLayout Layout() => new()
    {
        FilmVolume = [1e-20, 1e-20, 1e-20, 1e-20],
        Rings = [new(0, 1, 4e-21), new(2, -1, 2e-21)],
    };
}
