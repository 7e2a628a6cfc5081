using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

/// <summary>Solvent, height, time and binder of a drying layer, without particles.</summary>
public class DryingCourseTests
{
    private static readonly DryingLayer Layer = DryingLayer.Of(new ProcessRecipe { Coating = new() { TargetDryThickness = 30e-6 } });

    private static DryingCourse Course(DryingOptions options, DryingLayer? layer = null, double bed = 0) => new(options, layer ?? Layer, new(), bed);

    // 30 um dry at 0.55: 16.5 um of silicon are 38.4 g/m2; 90:10 by weight of cured binder, solids 0.4: 38.4 + 4.67 g of solids in 64.7 g of solvent.
    [Fact]
    public void Layer_of_a_recipe_holds_what_its_slurry_is_weighed_in_with()
    {
        double silicon = 16.5e-6 * 2330, precursor = silicon / 9 / 0.914;
        Assert.Equal(precursor, Layer.Precursor, 1e-12);
        Assert.Equal((silicon + precursor) * 1.5, Layer.Solvent, 1e-12);
        Assert.Equal(16.5e-6 + (precursor / 1350) + (Layer.Solvent / 1030), Layer.WetHeight, 1e-15);
    }

    [Fact]
    public void Layer_of_a_film_has_the_height_that_it_was_coated_with() =>
        Assert.Equal(1, DryingLayer.Of(SmallLayer.Wet.State).WetHeight * SmallLayer.Wet.State.SegmentScale / SmallLayer.Wet.State.FilmTop, 1e-9);

    [Fact]
    public void Drying_takes_the_time_that_its_rates_give()
    {
        DryingOptions two = new() { Rate = 1e-3, SecondRate = 0.25e-3, SwitchAt = 0.6 };
        Assert.Equal(Layer.Solvent / 0.3e-3, Course(new()).DryingTime, 1e-9);
        Assert.Equal(Layer.Solvent * ((0.6 / 1e-3) + (0.4 / 0.25e-3)), Course(two).DryingTime, 1e-9);
    }

    // Solvent against time falls by the rate in force: what its curve loses between two moments is rate times time.
    [Fact]
    public void Solvent_balance_closes_along_a_two_stage_history()
    {
        DryingOptions two = new() { Rate = 1e-3, SecondRate = 0.25e-3, SwitchAt = 0.6, ResidualSolvent = 0.2 };
        IReadOnlyList<Curve> curves = Course(two).Curves();
        Curve solvent = curves.Single(c => c.Name == "solvent in the layer"), rate = curves.Single(c => c.Name == "drying rate");
        double lost = Enumerable.Range(1, solvent.X.Length - 1).Sum(k => rate.Y[k - 1] * (solvent.X[k] - solvent.X[k - 1]));
        Assert.Equal(1, lost / (solvent.Y[0] - solvent.Y[^1]), 1e-9);
        Assert.Equal(0.2 * Layer.Precursor, solvent.Y[^1], 1e-12);
    }

    // Font 2018: high rates gather the binder at the top, low rates leave it homogeneous.
    [Fact]
    public void Binder_gathers_at_the_top_the_more_the_faster_the_layer_dries()
    {
        double[] ratio = [.. new[] { 1e-6, 0.1e-3, 0.3e-3, 1e-3, 3e-3 }.Select(r => Course(new() { Rate = r }).TopToBottom)];
        Assert.Equal(ratio.Order(), ratio);
        Assert.Equal(1, ratio[0], 0.01);
        Assert.True(ratio[^1] > 2, $"{ratio[^1]}");
    }

    [Fact]
    public void Binder_gathers_at_the_top_the_more_the_thicker_the_layer()
    {
        double[] ratio = [.. new[] { 10e-6, 30e-6, 60e-6, 120e-6 }.Select(h => Course(new() { Rate = 1e-3 }, DryingLayer.Of(new ProcessRecipe { Coating = new() { TargetDryThickness = h } })).TopToBottom)];
        Assert.Equal(ratio.Order(), ratio);
        Assert.True(ratio[^1] > 1.5 * ratio[0], $"{string.Join(", ", ratio)}");
    }

    // Stein 2017: fast drying at first and slow drying at the end leaves less of a gradient than fast drying throughout, in less time than slow drying.
    [Fact]
    public void Two_stages_are_faster_than_slow_drying_and_more_even_than_fast_drying()
    {
        DryingOptions slow = new() { Rate = 0.3e-3 }, fast = new() { Rate = 1.5e-3 }, two = fast with { SecondRate = 0.3e-3, SwitchAt = 0.5 };
        DryingCourse[] courses = [.. new[] { slow, two, fast }.Select(o => Course(o))];
        Assert.True(courses[0].DryingTime > courses[1].DryingTime && courses[1].DryingTime > courses[2].DryingTime);
        Assert.True(courses[0].TopToBottom < courses[1].TopToBottom && courses[1].TopToBottom < courses[2].TopToBottom);
    }

    [Fact]
    public void Binder_that_diffuses_more_slowly_in_a_concentrated_solution_gathers_more()
    {
        double[] ratio = [.. new[] { 1.0, 10, 100 }.Select(f => Course(new() { Rate = 1e-3, DiffusivityFall = f }).TopToBottom)];
        Assert.Equal(ratio.Order(), ratio);
    }

    // Weichel 2026: transport while the pores empty cannot be neglected.
    [Fact]
    public void Suction_after_the_pores_open_carries_binder_on_to_the_top()
    {
        DryingOptions options = new() { Rate = 1e-3, GelMassFraction = 0.45 };
        double jam = Course(options).GelHeight * 1.25;
        DryingCourse saturated = Course(options), suction = Course(options, bed: jam);
        Assert.Equal(saturated.GelHeight, saturated.BedHeight);
        Assert.Equal(jam, suction.BedHeight);

        // Pores a nanometre wide let nothing through: what is left then is the gradient from before they opened, and less by diffusion.
        DryingCourse blocked = Course(options, Layer with { Radius = 0.1e-9 }, jam);
        Assert.True(suction.TopToBottom - 1 > 1.5 * (blocked.TopToBottom - 1), $"{suction.TopToBottom} and {blocked.TopToBottom}");
        Assert.Equal(1, suction.Profile.Average(), 1e-12);
    }

    // Weichel 2026: small particles give more homogeneous layers; their narrow pores resist the flow more than their menisci gain.
    [Fact]
    public void Suction_carries_less_through_the_narrow_pores_of_small_particles()
    {
        DryingOptions options = new() { Rate = 1.5e-3, GelMassFraction = 0.45 };
        double jam = Course(options).GelHeight * 1.25;
        DryingCourse[] courses = [.. new[] { 20e-9, 100e-9, 500e-9 }.Select(a => Course(options, Layer with { Radius = a }, jam))];
        double[] ratio = [.. courses.Select(c => c.TopToBottom)];
        Assert.Equal(ratio.Order(), ratio);

        // Kozeny and Carman: resistance 1/a², menisci 1/a.
        Assert.Equal(5, courses[1].SuctionPressureRatio / courses[2].SuctionPressureRatio, 1e-9);
    }

    // Nothing moves and nothing diffuses: the solution thickens alike everywhere.
    [Fact]
    public void Liquid_that_dries_up_in_place_leaves_the_binder_where_it_is()
    {
        double[] before = [.. Enumerable.Range(0, BinderMigration.Cells).Select(k => 1 + (0.01 * k) - (0.01 * (BinderMigration.Cells - 1) / 2.0))];
        double[] after = BinderMigration.Sweep(before, new(20e-6, 10e-6, _ => 1e-6, _ => 0) { Swept = 0 });
        Assert.All(before.Zip(after), p => Assert.Equal(p.First, p.Second, 1e-12));
    }

    // Suction in a fixed bed obeys the film's equation with the bed's height in the diffusive term: at small Pe = v H/D the same parabola.
    [Fact]
    public void Suction_at_small_Peclet_number_gives_the_parabola_of_the_shrinking_film()
    {
        const double Bed = 20e-6, Speed = 1e-6, Peclet = 0.05;
        double[] c = BinderMigration.Sweep(BinderMigration.Even(), new(Bed, Bed / 2, _ => Speed, _ => Speed / Peclet));
        for (int k = 0; k < c.Length; k++)
        {
            double xi = (k + 0.5) / c.Length;
            Assert.Equal(1 + (Peclet * ((xi * xi / 2) - (1 / 6.0))), c[k], Peclet * Peclet);
        }
    }

    [Fact]
    public void Solvent_that_the_binder_keeps_stays_in_the_ledger_until_the_furnace()
    {
        StageResult dry = SmallLayer.DryWith(new() { ResidualSolvent = 0.2 });
        Assert.Equal(0.2, dry.State.Ledger[Species.Solvent] / dry.State.Ledger[Species.BinderPrecursor], 1e-12);
        Assert.Equal(1, dry.State.Ledger.Total / SmallLayer.Wet.State.Ledger.Total, 1e-12);
        Assert.Equal(1, dry.State.Binder!.TotalVolume / BinderConversion.Volume(dry.State.Ledger), 1e-12);
        StageResult cured = new HeatTreatmentStage(new()).Run(dry.State, new() { Seed = 1 });
        Assert.Equal(0, cured.State.Ledger[Species.Solvent], 1e-30);
        Assert.Equal(1, cured.State.Binder!.TotalVolume / BinderConversion.Volume(cured.State.Ledger), 1e-12);
    }
}
