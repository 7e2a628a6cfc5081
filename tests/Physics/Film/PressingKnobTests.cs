using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

/// <summary>Pressing answers its knobs in the direction that its laws give; one layer, so that only the knob differs.</summary>
public class PressingKnobTests
{
    private static readonly PressingOptions Hard = new() { Pressure = 300e6 };

    // Pits h/a = p/(2φ_A H), less what the binder bears.
    [Fact]
    public void A_harder_foil_and_a_stronger_binder_leave_shallower_pits()
    {
        double soft = Value(Hard with { FoilHardness = 0.5e9 }, "embedding in foil"), hard = Value(Hard with { FoilHardness = 2e9 }, "embedding in foil");
        Assert.True(hard < 0.7 * soft, $"{soft}, {hard}");
        double weak = Value(Hard with { BinderYieldStress = 10e6 }, "embedding in foil"), strong = Value(Hard with { BinderYieldStress = 200e6 }, "embedding in foil");
        Assert.True(strong < weak, $"{weak}, {strong}");
    }

    // Binder unloads along 4πR*E: the stiffer, the less it gives back.
    [Fact]
    public void A_compliant_binder_springs_back_further()
    {
        double compliant = Value(new() { BinderModulus = 0.3e9 }, "spring-back"), stiff = SmallLayer.Pressed.Value("spring-back");
        Assert.True(compliant > stiff, $"{compliant}, {stiff}");
    }

    // Rolls of four times the radius spread a line load over twice the length.
    [Fact]
    public void Larger_rolls_press_less_hard_at_the_same_line_load()
    {
        double load = SmallLayer.Pressed.Value("line load");
        StageResult small = SmallLayer.PressWith(new() { Target = PressingTarget.LineLoad, LineLoad = load, RollRadius = 0.1 });
        StageResult large = SmallLayer.PressWith(new() { Target = PressingTarget.LineLoad, LineLoad = load, RollRadius = 0.4 });
        Assert.True(large.Value("greatest pressure") < small.Value("greatest pressure"));
        Assert.True(large.Value("pressed porosity") > small.Value("pressed porosity"));
        Assert.True(large.Value("nip length") > small.Value("nip length"));
    }

    [Fact]
    public void Stronger_particles_and_less_scatter_of_their_strength_risk_fewer_of_them()
    {
        double now = SmallLayer.Pressed.Value("particle fracture risk");
        Assert.True(Value(new() { ParticleStrength = 3.2e9 }, "particle fracture risk") < now);
        Assert.True(Value(new() { StrengthModulus = 10 }, "particle fracture risk") < now);
    }

    private static double Value(PressingOptions options, string name) => SmallLayer.PressWith(options).Value(name);
}
