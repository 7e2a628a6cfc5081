using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Cli;

/// <summary>Roughness of a replicate's foil: on the virtual 4 mm profile of its spectrum, or on the measured file.</summary>
internal static class FoilMetrology
{
    public static IReadOnlyList<Measurement> Of(Recipe recipe, Materials materials, ReplicateResult replicate) => materials.Surface is { } measured
        ? SurfaceMetrology.OfMeasured(measured)
        : SurfaceMetrology.OfFoil(replicate.Film.Foil!, VirtualProfile.Synthesise(recipe.Foil.Topography, new RandomStream(replicate.Seed, StreamName.FoilProfile)));
}
