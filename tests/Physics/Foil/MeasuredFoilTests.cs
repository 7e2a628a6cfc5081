using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.Process;
using Xunit;

namespace DispersionSim.Tests.Physics;

public class MeasuredFoilTests
{
    [Fact]
    public void Cut_of_a_measured_foil_is_periodic_and_keeps_its_roughness()
    {
        // A stationary rough surface stands in for a measurement; the fade keeps the variance, a window of 12 × 12 roll-off lengths scatters by some per cent.
        HeightMap measured = Measured(tilt: 0);
        FoilCut cut = MeasuredFoil.Cut(measured, 24e-6, 24e-6, 0.1e-6, new(1, StreamName.FoilPhases));
        Assert.True(cut.Map.Periodic);
        Assert.Equal(24e-6, cut.Map.SizeX, 1e-12);
        Assert.Equal(1, ArealRoughness.Of(cut.Map).Sq / ArealRoughness.Of(measured).Sq, 0.1);
        Assert.Equal(0, cut.Map.Heights.Average(), 1e-15);
        Assert.True(EdgeStep(cut.Map) < 1.5 * InnerStep(cut.Map), $"{EdgeStep(cut.Map)} against {InnerStep(cut.Map)}");
    }

    [Fact]
    public void Tilt_of_the_measurement_does_not_reach_the_foil()
    {
        HeightMap level = MeasuredFoil.Cut(Measured(tilt: 0), 20e-6, 20e-6, 0.2e-6, random: null).Map, tilted = MeasuredFoil.Cut(Measured(tilt: 0.1), 20e-6, 20e-6, 0.2e-6, random: null).Map;
        Assert.All(level.Heights.Zip(tilted.Heights), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Fact]
    public void Gaps_are_filled_smoothly_from_their_rims_and_counted()
    {
        // On a slope with two slight bends the fill follows the slope.
        double[] heights = [.. Enumerable.Range(0, 60 * 60).Select(i => (1e-7 * Math.Sin(i % 60 / 20.0)) + (1e-7 * Math.Cos(i / 60 / 25.0)))];
        double[] holed = [.. heights];
        int[] gap = [.. Enumerable.Range(0, 25).Select(k => 27 + (k % 5) + (60 * (27 + (k / 5))))];
        Array.ForEach(gap, i => holed[i] = double.NaN);
        FoilCut whole = MeasuredFoil.Cut(Map(heights), 40e-6, 40e-6, 1e-6, random: null), filled = MeasuredFoil.Cut(Map(holed), 40e-6, 40e-6, 1e-6, random: null);
        Assert.Equal((0, 25), (whole.FilledPoints, filled.FilledPoints));
        double largest = whole.Map.Heights.Zip(filled.Map.Heights, (a, b) => Math.Abs(a - b)).Max();
        Assert.True(largest < 5e-9, $"{largest} m");

        static HeightMap Map(double[] h) => new(60, 60, 1e-6, 1e-6, h, Periodic: false);
    }

    [Fact]
    public void Seeds_cut_different_windows_and_the_same_seed_the_same()
    {
        HeightMap measured = Measured(tilt: 0);
        double[] Heights(ulong seed) => MeasuredFoil.Cut(measured, 10e-6, 10e-6, 0.2e-6, new(seed, StreamName.FoilPhases)).Map.Heights;
        Assert.Equal(Heights(1), Heights(1));
        Assert.NotEqual(Heights(1), Heights(2));
    }

    [Fact]
    public void File_smaller_than_the_patch_is_refused_with_both_sizes()
    {
        InputException error = Assert.Throws<InputException>(() => MeasuredFoil.Cut(Measured(tilt: 0), 100e-6, 20e-6, 0.1e-6, random: null));
        Assert.Contains("100 x 20 um", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_too_coarse_for_the_patch_is_refused() =>
        Assert.Contains("too coarse", Assert.Throws<InputException>(() => MeasuredFoil.Cut(Measured(tilt: 0), 0.5e-6, 0.5e-6, 0.05e-6, random: null)).Message, StringComparison.Ordinal);

    private static HeightMap Measured(double tilt)
    {
        HeightMap rough = FoilSurface.Synthesise(new() { RollOffWavelength = 2e-6, ShortCutoff = 0.8e-6 }, new(3, StreamName.FoilPhases), new(3, StreamName.FoilNodules), 48e-6, 48e-6, 0.2e-6);
        return rough with { Periodic = false, Heights = [.. rough.Heights.Select((h, i) => h + (tilt * rough.StepX * (i % rough.CountX)))] };
    }

    private static double EdgeStep(HeightMap map) => Enumerable.Range(0, map.CountY).Average(y => Math.Abs(map[0, y] - map[map.CountX - 1, y]));

    private static double InnerStep(HeightMap map) => Enumerable.Range(0, map.CountY).Average(y => Math.Abs(map[map.CountX / 2, y] - map[(map.CountX / 2) - 1, y]));
}
