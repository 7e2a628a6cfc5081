using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>The foil under a film segment: cut from a measured surface, or synthesised.</summary>
public sealed class FoilUnderFilm(TopographyOptions options, HeightMap? measured)
{
    /// <summary>Spacing of the height field, m: fine enough for the shortest wave of the spectrum to be seen by a primary.</summary>
    private const double Step = 40e-9;

    /// <summary>A periodic patch of the given edge lengths, m, mean height zero; the replicate's seed chooses phases or window.</summary>
    /// <exception cref="InputException">The measured surface is too small or too coarse for it.</exception>
    public HeightMap Make(double sizeX, double sizeY, StageContext context)
    {
        RandomStream random = context.Random(StreamName.FoilPhases);
        return measured is null
            ? FoilSurface.Synthesise(options, random, context.Random(StreamName.FoilNodules), sizeX, sizeY, Step)
            : Cut(measured, sizeX, sizeY, random);
    }

    private HeightMap Cut(HeightMap surface, double sizeX, double sizeY, RandomStream random)
    {
        try
        {
            return MeasuredFoil.Cut(surface, sizeX, sizeY, Step, random).Map;
        }
        catch (InputException e)
        {
            throw new InputException($"foil.topography.file = \"{options.File}\": {e.Message}", e);
        }
    }
}
