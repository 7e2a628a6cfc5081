using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>The foil under a film segment: cut from a measured surface, or synthesised.</summary>
public sealed class FoilUnderFilm(TopographyOptions options, HeightMap? measured)
{
    /// <summary>Spacing of the height field, m: fine enough for the shortest wave of the spectrum to be seen by a primary.</summary>
    private const double Step = 40e-9;

    public HeightMap Make(double sizeX, double sizeY, StageContext context)
    {
        RandomStream random = context.Random(StreamName.FoilPhases);
        return measured is null
            ? FoilSurface.Synthesise(options, random, sizeX, sizeY, Step)
            : MeasuredFoil.Cut(measured, sizeX, sizeY, Step, random).Map;
    }
}
