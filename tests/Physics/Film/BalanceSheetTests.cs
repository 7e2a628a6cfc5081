using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

/// <summary>What goes into each stage of a small layer and what comes out, g/m².</summary>
public class BalanceSheetTests
{
    private static readonly Dictionary<string, StageResult> Results = SmallLayer.Run(new() { Feedstock = new() { Conductive = new() { MassFraction = 0.03, Diameter = 0.2e-6 } } }, 60, SmallLayer.Seed);

    private static double Area => Results["coating"].State.Domain.Area * Results["coating"].State.SegmentScale;

    private static ElectrodeState StateAfter(string stage) => Results[stage].State;

    private static BalanceSheet Sheet(string stage)
    {
        string[] order = [.. Results.Keys];
        int k = Array.IndexOf(order, stage);
        return BalanceSheet.Of(stage, k == 0 ? Pipeline.Nothing : StateAfter(order[k - 1]), StateAfter(stage), Area);
    }

    private static BalanceLine Line(string stage, Species species) => Sheet(stage).Lines.Single(l => l.Species == species);

    [Theory]
    [InlineData("feedstock")]
    [InlineData("dispersion")]
    [InlineData("coating")]
    [InlineData("drying")]
    [InlineData("pressing")]
    [InlineData("heat-treatment")]
    public void Every_stage_closes_to_rounding(string stage)
    {
        BalanceSheet sheet = Sheet(stage);
        Assert.InRange(sheet.Closure, 0, BalanceSheet.Allowed);
        double goesIn = sheet.Lines.Sum(l => l.In + l.Added), comesOut = sheet.Lines.Sum(l => l.Out + l.GivenOff);
        Assert.Equal(1, comesOut / goesIn, 1e-12);
    }

    [Fact]
    public void What_leaves_a_stage_enters_the_next()
    {
        string[] order = [.. Results.Keys];
        foreach ((string before, string after) in order.Zip(order[1..]))
        {
            Assert.All(Sheet(before).Lines.Where(l => l.Out > 0), l => Assert.Equal(l.Out, Line(after, l.Species).In));
        }
    }

    // The whole layer of 8.5 um at 0.55 holds 4.675 um of particles, 3 parts in 100 by mass of them carbon.
    [Fact]
    public void Amounts_are_those_of_a_square_metre_of_the_whole_layer()
    {
        double silicon = Line("feedstock", Species.Silicon).Added, carbon = Line("feedstock", Species.ConductivePowder).Added;
        Assert.Equal(1, ((silicon / 2330) + (carbon / 1900)) / (0.55 * 8.5e-6), 1e-9);
        Assert.Equal(Line("dispersion", Species.Solvent).Added, Line("drying", Species.SolventVapour).GivenOff, 1e-15);
    }

    // Two waters of 18.015 g/mol from a repeat unit of 418.36 g/mol.
    [Fact]
    public void Imidisation_gives_off_its_water()
    {
        BalanceLine precursor = Line("heat-treatment", Species.BinderPrecursor), water = Line("heat-treatment", Species.CondensationWater);
        Assert.Equal(2 * 18.015 / 418.36, water.GivenOff / (precursor.In - precursor.Out), 1e-9);
    }

    // A balance that is off must show: a hundredth of the solvent lost, a particle gone, binder laid down twice.
    [Fact]
    public void A_loss_shows_in_the_closure()
    {
        ElectrodeState wet = StateAfter("coating"), dry = StateAfter("drying");
        ElectrodeState leaking = dry with { Ledger = dry.Ledger.With(Species.SolventVapour, 0.99 * dry.Ledger[Species.SolventVapour]) };
        ElectrodeState smaller = dry with { Particles = dry.Particles with { Radius = [0.5 * dry.Particles.Radius[0], .. dry.Particles.Radius[1..]] } };
        Assert.Equal(0.01, BalanceSheet.Of("drying", wet, leaking, Area).Closure, 1e-9);
        Assert.True(BalanceSheet.Of("drying", wet, smaller, Area).Closure > 1e-4);
        Assert.Equal(1, BalanceSheet.Of("drying", wet, dry with { Binder = dry.Binder!.Scaled(2) }, Area).Closure, 1e-9);
    }

    [Fact]
    public void Mean_of_replicates_keeps_the_worst_closure()
    {
        BalanceSheet one = new("drying", [new(Species.Solvent, 2, 0, 0, 0)], 1e-12), other = new("drying", [new(Species.Solvent, 4, 0, 0, 0)], 1e-3);
        BalanceSheet mean = BalanceSheet.Mean([one, other]);
        Assert.Equal((3.0, 1e-3), (Assert.Single(mean.Lines).In, mean.Closure));
        Assert.Equal(["drying: NMP in", "drying: balance closure"], mean.Measurements().Select(m => m.Name));
    }
}
