using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Lays the foil under the film segments that a recipe is expected to give, so that one which cannot serve is refused before anything is run.</summary>
/// <remarks>
/// The segment's width follows from the volume of the powder, which scatters by a few per cent about the expected one (<see cref="ExpectedPowder"/>): a file that
/// is within that of a limit may still be refused when the film is laid on it. The windows are those that the replicates will take, moved by as little.
/// </remarks>
public static class FoilRehearsal
{
    /// <summary>Makes the foil of each replicate and refuses what the film would be refused on.</summary>
    /// <param name="recipe">The recipe to be run.</param>
    /// <param name="size">How much of it.</param>
    /// <param name="materials">What it refers to by file.</param>
    /// <param name="replicates">Replicates, each with its own foil.</param>
    /// <exception cref="InputException">The foil is too rough, or its file too small or too coarse: the message names it and says what is allowed.</exception>
    public static void Check(ProcessRecipe recipe, SampleSize size, Materials materials, int replicates)
    {
        FilmSegment segment = Segment(recipe, size, materials);
        var foil = new FoilUnderFilm(recipe.Foil.Topography, materials.Surface);
        for (int k = 1; k <= replicates; k++)
        {
            var context = new StageContext { Seed = ReplicateSeeds.Of(recipe.Seed, k) };
            Under(segment, foil.Make(segment.Width, segment.Width, context), recipe.Foil.Topography);
        }
    }

    /// <summary>The segment that the expected powder makes.</summary>
    public static FilmSegment Segment(ProcessRecipe recipe, SampleSize size, Materials materials)
    {
        ExpectedPowder powder = ExpectedPowder.Of(recipe.Feedstock, size.Primaries, materials);
        double slurry = SlurryComposition.Volume(SlurryComposition.Mix(powder.Masses, recipe.Slurry), powder.Volume);
        return FilmSegment.For(powder.Volume, slurry, recipe.Coating, size.Width);
    }

    private static void Under(FilmSegment segment, HeightMap surface, TopographyOptions options)
    {
        try
        {
            CoatingStage.Refuse(surface, segment);
        }
        catch (InputException e)
        {
            string foil = options.File is { } file ? $"foil.topography.file = \"{file}\"" : $"foil.topography.target_ra = \"{options.TargetRa * 1e6:0.####} um\"";
            throw new InputException($"{foil}: {e.Message}", e);
        }
    }
}
