using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

public class PressingStageTests
{
    private static readonly Lazy<StageResult> Hard = new(() => SmallLayer.PressWith(new() { Pressure = 400e6 }));
    private static readonly Lazy<StageResult> Larger = new(() => SmallLayer.Run(new() { Pressing = new() { Pressure = 400e6 } }, 300, 1)["pressing"]);

    [Fact]
    public void Plate_reaches_the_pressure_and_the_foil_carries_it()
    {
        Assert.InRange(SmallLayer.Pressed.Value("greatest pressure"), 100e6, 110e6);

        // Force on the foil over force on the plate: drag carries the rest, for the plate moves.
        Assert.InRange(SmallLayer.Pressed.Value("pressure balance"), 0.93, 1.03);
        Assert.InRange(Hard.Value.Value("pressure balance"), 0.93, 1.03);
    }

    [Fact]
    public void Layer_is_denser_afterwards_and_springs_back_a_little()
    {
        Assert.InRange(SmallLayer.Pressed.Value("density rise"), 0.005, 0.3);
        Assert.InRange(SmallLayer.Pressed.Value("spring-back"), 0, 0.12);
        Assert.InRange(Hard.Value.Value("spring-back"), 0, 0.12);
    }

    [Fact]
    public void Higher_pressure_gives_lower_porosity()
    {
        double mild = SmallLayer.Pressed.Value("pressed porosity"), hard = Hard.Value.Value("pressed porosity");
        Assert.True(hard < mild && mild < SmallLayer.Dry.Value("dried porosity"), $"{SmallLayer.Dry.Value("dried porosity")}, {mild}, {hard}");
    }

    [Fact]
    public void Masses_and_sizes_stay()
    {
        Assert.Equal(SmallLayer.Dry.State.Ledger.Total, SmallLayer.Pressed.State.Ledger.Total);
        Assert.Equal(SmallLayer.Dry.State.Particles.Radius, SmallLayer.Pressed.State.Particles.Radius);
        Assert.Equal(StructurePhase.PressedFilm, SmallLayer.Pressed.State.Phase);
    }

    // h_p/a = p/(2φ_A H): a force balance over the area fraction φ_A of the spheres that touch. Those that do are unlike in size and load,
    // and few carry much: a factor of two either way.
    [Fact]
    public void Particles_sink_into_a_flat_foil_as_its_hardness_allows()
    {
        ElectrodeState dry = OnFlatFoil();
        foreach (double pressure in new[] { 100e6, 300e6 })
        {
            StageResult result = new PressingStage(new() { Pressure = pressure }, new()).Run(dry, new() { Seed = 1 });
            double expected = pressure / (2 * 0.55 * 1e9);
            double depth = result.Value("embedding in foil") / dry.Particles.Radius.Average();
            Assert.InRange(depth / expected, 0.5, 2);
        }
    }

    [Theory]
    [InlineData(PressingTarget.Thickness)]
    [InlineData(PressingTarget.Porosity)]
    public void Target_that_the_dried_layer_has_already_passed_is_refused_with_both_figures(PressingTarget target)
    {
        var options = new PressingOptions { Target = target, Thickness = 50e-6, Porosity = 0.6 };
        string message = Assert.Throws<InputException>(() => SmallLayer.PressWith(options)).Message;
        Assert.Contains(target == PressingTarget.Thickness ? "50 um" : "0.6", message);
        double now = target == PressingTarget.Thickness
            ? SmallLayer.Dry.State.FilmTop / SmallLayer.Dry.State.SegmentScale * 1e6
            : SmallLayer.Dry.Value("dried porosity");
        Assert.Contains(now.ToString(target == PressingTarget.Thickness ? "G4" : "F3"), message);
    }

    [Fact]
    public void Pressing_to_a_porosity_stops_there_under_the_roll()
    {
        StageResult result = SmallLayer.PressWith(new() { Target = PressingTarget.Porosity, Porosity = 0.25 });

        // Afterwards the mean surface counts, which lies below the plate, and the layer has sprung back.
        Assert.InRange(result.Value("pressed porosity"), 0.2, 0.31);
        Curve curve = result.Curves[0];
        double densest = curve.Y.Max(), solid = SmallLayer.Pressed.Value("pressed density") / (1 - SmallLayer.Pressed.Value("pressed porosity"));
        Assert.Equal(0.25, 1 - (densest / solid), 0.003);
    }

    [Fact]
    public void A_layer_cannot_be_pressed_denser_than_solid() =>
        Assert.Throws<SimulationException>(() => SmallLayer.PressWith(new() { Pressure = 2e9, FoilHardness = 0.1e9 }));

    // Validation row 21: exponential approach ρ = ρ_max − (ρ_max − ρ_0) exp(−p/γ) over the whole loading, and Heckel's ln 1/(1 − D) = K p + A above
    // the rearrangement (a quarter of the greatest pressure). A hundred primaries rearrange in jumps too coarse for the first; three hundred do not.
    [Fact]
    public void Densification_follows_the_exponential_law_and_has_a_linear_Heckel_range()
    {
        (double[] pressure, double[] density) = Loading(Larger.Value.Curves[0]);
        double exponential = ExponentialFit(pressure, density);
        double solid = Larger.Value.Value("pressed density") / (1 - Larger.Value.Value("pressed porosity"));
        int[] plastic = [.. Enumerable.Range(0, pressure.Length).Where(k => pressure[k] > 100e6)];
        double heckel = LineFit([.. plastic.Select(k => pressure[k])], [.. plastic.Select(k => -Math.Log(1 - (density[k] / solid)))]);
        Assert.True(exponential >= 0.98 && heckel >= 0.98, $"exponential R² {exponential:F4}, Heckel R² {heckel:F4}");
    }

    [Theory]
    [InlineData(40)]
    [InlineData(-30)]
    public void Pressing_stopped_in_the_middle_goes_on_to_the_same_bits(int step)
    {
        // A negative number counts from the end: there the layer is springing back.
        int steps = (int)SmallLayer.Pressed.Value("pressing steps");
        var stage = new PressingStage(new(), new());
        StopAt.AssertSameBits(SmallLayer.Pressed, StopAt.Interrupted(stage, SmallLayer.Dry.State, SmallLayer.Seed, step < 0 ? steps + step : step));
    }

    private static ElectrodeState OnFlatFoil() =>
        SmallLayer.Run(new() { Foil = new() { Topography = new() { TargetRa = 0 } } }, 100, 1)["drying"].State;

    private static (double[] Pressure, double[] Density) Loading(Curve curve)
    {
        int turn = Array.IndexOf(curve.X, curve.X.Max());
        return (curve.X[..(turn + 1)], curve.Y[..(turn + 1)]);
    }

    /// <summary>R² of the best exponential: for each γ a straight line in exp(−p/γ).</summary>
    private static double ExponentialFit(double[] pressure, double[] density) =>
        Enumerable.Range(1, 400).Max(k => LineFit([.. pressure.Select(p => Math.Exp(-p / (k * 2e6)))], density));

    private static double LineFit(double[] x, double[] y)
    {
        double mx = x.Average(), my = y.Average();
        double xy = x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum(), xx = x.Sum(a => (a - mx) * (a - mx)), yy = y.Sum(b => (b - my) * (b - my));
        return xy * xy / (xx * yy);
    }
}
