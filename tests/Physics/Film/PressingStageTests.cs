using System.Globalization;
using System.Text.RegularExpressions;
using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

public partial class PressingStageTests
{
    private static readonly Lazy<StageResult> Hard = new(() => SmallLayer.PressWith(new() { Pressure = 400e6 }));

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

    // h_p/a = p/(2φ_A H): a force balance over the area fraction φ_A of bare spheres that touch. Those that do are unlike in size and load,
    // and few carry much: a factor of two either way. Binder over the foil takes a part of the load and leaves the pits less deep.
    [Fact]
    public void Particles_sink_into_a_flat_foil_as_its_hardness_allows()
    {
        ElectrodeState dry = OnFlatFoil();
        foreach (double pressure in new[] { 100e6, 300e6 })
        {
            StageResult result = new PressingStage(new() { Pressure = pressure, BinderBears = false }, new()).Run(dry, new() { Seed = 1 });
            StageResult covered = new PressingStage(new() { Pressure = pressure }, new()).Run(dry, new() { Seed = 1 });
            Assert.InRange(covered.Value("embedding in foil") / result.Value("embedding in foil"), 0.2, 1);
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

    [Theory]
    [InlineData(0.28)]
    [InlineData(0.25)]
    public void A_porosity_that_is_asked_for_is_that_of_the_layer_once_it_has_sprung_back(double asked)
    {
        StageResult result = SmallLayer.PressWith(new() { Target = PressingTarget.Porosity, Porosity = asked });
        Assert.Equal(asked, result.Value("pressed porosity"), 0.002);

        // Pressed several times, the curve of loading is one, without the springing back between: density only rises. The load may drop where particles slip.
        Assert.True(result.Value("spring-back") > 0.01);
        double[] load = result.Curves[1].X, density = result.Curves[1].Y;
        Assert.All(density.Zip(density.Skip(1)), pair => Assert.True(pair.Second >= 0.999 * pair.First));
        Assert.True(load[^1] >= 0.99 * load.Max());
    }

    [Fact]
    public void A_thickness_that_is_asked_for_is_that_of_the_layer_once_it_has_sprung_back()
    {
        double dry = SmallLayer.Dry.State.FilmTop / SmallLayer.Dry.State.SegmentScale;
        StageResult result = SmallLayer.PressWith(new() { Target = PressingTarget.Thickness, Thickness = 0.9 * dry });
        Assert.Equal(0.9 * dry, result.State.FilmTop / result.State.SegmentScale, 2e-3 * dry);
    }

    [Fact]
    public void A_layer_cannot_be_pressed_denser_than_solid() =>
        Assert.Throws<SimulationException>(() => SmallLayer.PressWith(new() { Pressure = 2e9, FoilHardness = 0.1e9 }));

    // Rolls of radius R open as x²/R: a layer that carries p = K (h₀ − h) down to h₀ − Δh loads them with q = ∫ K (Δh − x²/R) dx = ⅔ K Δh √(R Δh).
    [Fact]
    public void Line_load_is_the_pressure_along_the_nip()
    {
        Curve pressure = SmallLayer.Pressed.Curves[0], load = SmallLayer.Pressed.Curves[1], nip = SmallLayer.Pressed.Curves[2];
        double q = SmallLayer.Pressed.Value("line load"), p = SmallLayer.Pressed.Value("greatest pressure"), length = SmallLayer.Pressed.Value("nip length");
        Assert.Equal(q, load.Y.Length == 0 ? 0 : load.X[^1], 1e-9 * q);
        Assert.Equal(pressure.X.Max(), p, 1e-9 * p);

        // A pressure that grows towards the gap: between nothing and its greatest along the nip.
        Assert.InRange(q, 0.1 * p * length, p * length);

        // The same integral from the history of a point of the web, at its speed of 1 m/min.
        double integral = Enumerable.Range(1, nip.X.Length - 1).Sum(k => (nip.X[k] - nip.X[k - 1]) * (nip.Y[k] + nip.Y[k - 1]) / 2 / 60);
        Assert.Equal(q, integral, 0.02 * q);
    }

    [Fact]
    public void Line_load_grows_with_the_root_of_the_roll_radius()
    {
        double small = SmallLayer.Pressed.Value("line load"), large = SmallLayer.PressWith(new() { RollRadius = 0.4 }).Value("line load");
        Assert.Equal(2, large / small, 1e-6);
    }

    [Fact]
    public void Loading_ends_at_the_line_load_asked_for()
    {
        double half = SmallLayer.Pressed.Value("line load") / 2;
        StageResult result = SmallLayer.PressWith(new() { Target = PressingTarget.LineLoad, LineLoad = half });
        Assert.InRange(result.Value("line load"), half, 1.1 * half);
        Assert.True(result.Value("greatest pressure") < SmallLayer.Pressed.Value("greatest pressure"));
    }

    [Fact]
    public void Harder_pressing_stresses_primaries_more_and_risks_more_of_them()
    {
        Assert.True(Hard.Value.Value("particle fracture risk") > SmallLayer.Pressed.Value("particle fracture risk"));
        Assert.True(Hard.Value.Value("greatest particle stress") > SmallLayer.Pressed.Value("greatest particle stress"));
    }

    // Weibull: at the stress σ₀ 1 − 1/e of the spheres crack, far below it (σ/σ₀)^m of them. σ = 0.7 F/πr², σ₀ = σ₁ √(1 µm/d).
    [Fact]
    public void Cracking_follows_Weibull_about_a_strength_that_falls_with_the_root_of_the_diameter()
    {
        const double strength = 1.6e9, modulus = 5;
        foreach (double radius in new[] { 0.25e-6, 0.5e-6, 2e-6 })
        {
            double force = strength * Math.Sqrt(1e-6 / (2 * radius)) * Math.PI * radius * radius / 0.7;
            Assert.Equal(1 - (1 / Math.E), FractureRisk.Of(force, radius, strength, modulus), 1e-12);
            Assert.Equal(Math.Pow(0.01, modulus), FractureRisk.Of(0.01 * force, radius, strength, modulus), 1e-15);
        }

        Assert.Equal(0, FractureRisk.Of(-1, 1e-6, strength, modulus));
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

    // The laws hold up to the foil's hardness, 1 GPa: what is said to be reached there can be asked for, a little less dense, and takes less.
    [Fact]
    public void A_porosity_that_the_contact_laws_do_not_reach_is_refused_with_the_one_that_they_do()
    {
        InputException refused = Assert.Throws<InputException>(() => SmallLayer.PressWith(new() { Target = PressingTarget.Porosity, Porosity = 0.02 }));
        Match said = ReachedPorosity().Match(refused.Message);
        Assert.StartsWith("pressing.porosity = 0.02: the contact laws do not reach it", refused.Message, StringComparison.Ordinal);
        double reached = double.Parse(said.Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.InRange(reached, 0.02, 0.3);
        StageResult within = SmallLayer.PressWith(new() { Target = PressingTarget.Porosity, Porosity = reached + 0.02 });
        Assert.InRange(within.Value("greatest pressure"), 100e6, 1e9);
    }

    [GeneratedRegex(@"keeps a porosity of (0\.\d{3});")]
    private static partial Regex ReachedPorosity();
}
