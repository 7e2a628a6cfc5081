using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>The process null: the same primaries, unbonded, placed at random in the same wet film over the same foil.</summary>
/// <remarks>
/// Random sequential addition in a box periodic on every axis, largest primaries first; then laid over the foil like the slurry.
/// What follows (drying, pressing, heat treatment) is the same code with the same options.
/// </remarks>
public static class RandomFilm
{
    private const int Attempts = 200_000;

    public static ElectrodeState Make(ElectrodeState wetFilm, RandomStream random)
    {
        ParticleSet p = wetFilm.Particles;
        var segment = new FilmSegment(wetFilm.Domain.Size.X, wetFilm.FilmTop, wetFilm.SegmentScale);
        var grid = new OverlapGrid(new(segment.Width, segment.Width, segment.WetHeight), 2 * p.Radius.Max());
        var position = new Vector3d[p.Count];
        foreach (int i in Enumerable.Range(0, p.Count).OrderByDescending(i => p.Radius[i]).ThenBy(i => i))
        {
            position[i] = Place(grid, p.Radius[i], random);
        }

        return CoatingStage.Lay(wetFilm with { Bonds = [], FeedstockBondCount = 0 }, position, segment, wetFilm.Foil!);
    }

    private static Vector3d Place(OverlapGrid grid, double radius, RandomStream random)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            Vector3d at = new(random.NextDouble() * grid.Size.X, random.NextDouble() * grid.Size.Y, random.NextDouble() * grid.Size.Z);
            if (grid.TryAdd(at, radius))
            {
                return at;
            }
        }

        throw new SimulationException("process null: the primaries do not fit into the wet film at random; the slurry is too concentrated for random placement (solids volume fraction above about 0.35)");
    }
}
