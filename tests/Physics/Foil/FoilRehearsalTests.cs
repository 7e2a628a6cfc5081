using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

public class FoilRehearsalTests
{
    private static readonly ProcessRecipe Recipe = new() { Foil = new() { Topography = new() { File = "measured/foil.txt" } } };

    // Default recipe, 440 primaries: volume 440 · π/6 (0.5 µm)³ exp(−4.5 ln² 1.4) = 17.3 µm³, dry film 31.4 µm³, width ∛(31.4/1.15) = 3.01 µm.
    [Fact]
    public void The_expected_segment_follows_from_the_size_distribution()
    {
        Assert.Equal(3.01e-6, Expected(440, Recipe).Width, 0.01e-6);
        Assert.Equal(1, Expected(440, Recipe).Width / Expected(440, Recipe with { Feedstock = new() { VolumeMedianDiameter = 1e-6 } }).Width * 2, 1e-9);
    }

    // The cube root of a sum of 2000 volumes scatters by √(exp(9 ln² 1.4) − 1)/3/√2000 = 1 %; four of these. Ten seeds so that none is lucky.
    [Theory]
    [InlineData(0)]
    [InlineData(0.05)]
    public void The_powder_that_is_drawn_gives_the_expected_segment(double conductive)
    {
        ProcessRecipe recipe = Recipe with { Feedstock = new() { Conductive = new() { MassFraction = conductive } } };
        FilmSegment expected = Expected(2000, recipe);
        for (ulong seed = 1; seed <= 10; seed++)
        {
            PrimarySizes sizes = Sizes(recipe).Sizes;
            double active = sizes.Draw(2000, new(seed, StreamName.PrimaryRadii)).Sum(r => 4.0 / 3 * Math.PI * r * r * r);
            double all = active * (1 + (conductive * MaterialCatalog.Silicon.Density.Value / MaterialCatalog.ConductiveCarbon.Density.Value));
            FilmSegment drawn = FilmSegment.For(all, 5 * all, recipe.Coating, null);
            Assert.Equal(1, drawn.Width / expected.Width, 0.04);
        }
    }

    [Fact]
    public void A_fine_large_and_smooth_surface_passes() => FoilRehearsal.Check(Recipe, new(440, null), With(Surface(100, 0.1e-6, 0.1e-6)), 2);

    [Fact]
    public void The_default_foil_passes() => FoilRehearsal.Check(Recipe with { Foil = new() }, new(440, null), Sizes(Recipe), 2);

    // Ra 5 µm is a relief of some 30 µm under a film 7.6 µm high.
    [Fact]
    public void A_synthetic_foil_rougher_than_the_film_is_high_is_refused_with_both_figures()
    {
        ProcessRecipe rough = Recipe with { Foil = new() { Topography = new() { TargetRa = 5e-6 } } };
        InputException refused = Assert.Throws<InputException>(() => FoilRehearsal.Check(rough, new(440, null), Sizes(Recipe), 1));
        Assert.StartsWith("foil.topography.target_ra = \"5 um\": coating: the foil's relief (", refused.Message, StringComparison.Ordinal);
        Assert.Matches(@"relief \(\d{2}\.\d\d um\) is more than half of the wet film \(\d\.\d\d um\)", refused.Message);
    }

    // A segment 3.01 µm wide: three points of 1.01 µm do not lie across it, a surface of 2.9 µm does not cover it, and 9 µm of relief are more than half a film 7.6 µm high.
    [Theory]
    [InlineData(40, 1.01e-6, 1e-9, "too coarse", "at most 1.00")]
    [InlineData(30, 0.1e-6, 1e-9, "2.9 x 2.9 um", "at least 3.1")]
    [InlineData(100, 0.1e-6, 9e-6, "relief", "more than half of the wet film")]
    public void A_surface_that_no_film_fits_on_is_refused_with_its_file_and_what_is_allowed(int points, double step, double relief, params string[] words)
    {
        InputException refused = Assert.Throws<InputException>(() => FoilRehearsal.Check(Recipe, new(440, null), With(Surface(points, step, relief)), 1));
        Assert.StartsWith("foil.topography.file = \"measured/foil.txt\": ", refused.Message, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, refused.Message, StringComparison.Ordinal));
    }

    // The same coarse surface serves more primaries: 4000 make the segment wider than twice as wide.
    [Fact]
    public void More_primaries_make_a_coarse_surface_usable() => FoilRehearsal.Check(Recipe, new(4000, null), With(Surface(40, 1.01e-6, 1e-9)), 1);

    private static FilmSegment Expected(int primaries, ProcessRecipe recipe) => FoilRehearsal.Segment(recipe, new(primaries, null), Sizes(recipe));

    private static Materials Sizes(ProcessRecipe recipe) =>
        new() { Sizes = PrimarySizes.Lognormal(recipe.Feedstock.VolumeMedianDiameter, recipe.Feedstock.GeometricStandardDeviation) };

    private static Materials With(HeightMap surface) => Sizes(Recipe) with { Surface = surface };

    /// <summary>Waves of eight points across, between 0 and the relief.</summary>
    private static HeightMap Surface(int points, double step, double relief) => new(
        points, points, step, step, [.. Enumerable.Range(0, points * points).Select(i => relief / 2 * (1 + Math.Sin(Math.PI / 4 * (i % points))))], Periodic: false);
}
