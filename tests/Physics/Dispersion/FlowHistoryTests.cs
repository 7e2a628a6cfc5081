using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

public class FlowHistoryTests
{
    private static readonly SlurryOptions Newtonian = new() { ZeroShearViscosity = 1, InfiniteShearViscosity = 1 };

    [Fact]
    public void Energy_and_time_of_two_stretches_are_sums_over_them()
    {
        var history = new FlowHistory([new() { Rate = 100, Strain = 4 }, new() { Flow = FlowKind.Extension, Rate = 50, Strain = 2 }], Newtonian);

        // Shear: μGγ = 400. Extension: 4με̇² over ε/ε̇: 4·50·2 = 400. Halfway through the second: 600.
        Assert.Equal(600, history.EnergyAt(5), 1e-9);
        Assert.Equal(800, history.EnergyAt(6), 1e-9);
        Assert.Equal(0.06, history.TimeAt(5), 1e-12);
        Assert.Equal(100, history.Stress, 1e-12);
    }

    [Fact]
    public void A_slower_stretch_is_run_at_the_rate_that_gives_it_its_own_stress()
    {
        var slurry = new SlurryOptions();
        ShearSegment slow = new() { Rate = 1e3 }, fast = new() { Rate = 5e4 };
        var history = new FlowHistory([slow, fast], slurry);
        Assert.Equal(5e4, history.RunRate(fast));
        Assert.Equal(CarreauYasuda.Viscosity(slurry, 1e3) * 1e3, history.Viscosity * history.RunRate(slow), 1e-6);
        Assert.True(history.RunRate(slow) > 1e3);
    }

    [Fact]
    public void Passes_through_a_mixer_are_lognormal_about_its_median_and_repeat_with_the_seed()
    {
        var options = new DispersionOptions { Equipment = Equipment.RotorStator, Planes = 60 };
        FlowHistory Draw(int index) => FlowHistory.Of(options, Newtonian, new(5, StreamName.FlowHistory, index));
        double[] logs = [.. Enumerable.Range(0, 100).SelectMany(k => Draw(k).Stretches).Select(s => Math.Log(s.Intensity))];

        // 6000 draws: standard error of the mean σ/√6000, of the spread about 1 %; clamped at 3σ.
        Assert.Equal(Math.Log(3e4), logs.Average(), 4 * Math.Log(1.8) / Math.Sqrt(6000));
        Assert.Equal(Math.Log(1.8), Math.Sqrt(logs.Select(l => Math.Pow(l - Math.Log(3e4), 2)).Average()), 0.04 * Math.Log(1.8));
        Assert.Equal(Draw(3).Stretches, Draw(3).Stretches);
        Assert.NotEqual(Draw(3).Stretches, Draw(4).Stretches);
    }

    [Fact]
    public void Ultrasonic_power_gives_the_shear_of_the_smallest_eddies()
    {
        // μ = 1 Pa s, 10⁵ W/kg and ρ = 1030 kg/m³: ν ≈ 10⁻³ m²/s, G ≈ 10⁴ 1/s, η ≈ 0.3 mm.
        Assert.Equal(1e4, EquipmentProfile.TurbulentRate(1e5, Newtonian), 300.0);
        Assert.Equal(0.3e-3, EquipmentProfile.KolmogorovLength(1e5, Newtonian), 0.03e-3);
        Assert.Equal(Math.Sqrt(10), EquipmentProfile.TurbulentRate(1e6, Newtonian) / EquipmentProfile.TurbulentRate(1e5, Newtonian), 1e-6);
    }

    [Fact]
    public void Extension_takes_a_powder_apart_that_shear_of_the_same_power_leaves_more_of()
    {
        ElectrodeState powder = SmallPowder.Make(90, 4);
        double Surviving(FlowKind flow) => SmallPowder.Shear(powder, new() { History = [new() { Flow = flow, Rate = flow == FlowKind.Shear ? 8e3 : 4e3, Strain = 4 }] }).Value("surviving bonds at end of shear");

        // The same greatest tension on a pair, but held: nothing turns out of it.
        Assert.True(Surviving(FlowKind.Extension) < Surviving(FlowKind.Shear));
    }
}
