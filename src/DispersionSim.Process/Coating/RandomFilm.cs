using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>The process null: the same primaries, unbonded, placed at random in the same wet film over the same foil.</summary>
/// <remarks>
/// Random sequential addition in a box periodic on every axis, largest primaries first; then laid over the foil and settled like the slurry.
/// Random addition jams near a volume fraction of 0.38: where it does, the spheres are placed by a smaller radius and settle to their own.
/// What follows (drying, pressing, heat treatment) is the same code with the same options.
/// </remarks>
public static class RandomFilm
{
    /// <summary>Tries for one sphere before all of them start again at a smaller radius.</summary>
    private const int Attempts = 20_000;

    private const double Shrink = 0.9;
    private const double SmallestShare = 0.4;

    /// <summary>A film of the same spheres, foil and thickness without bonds, its spheres at random places without overlap.</summary>
    /// <exception cref="SimulationException">The primaries do not fit into the film.</exception>
    public static ElectrodeState Make(ElectrodeState wetFilm, RandomStream random)
    {
        var segment = new FilmSegment(wetFilm.Domain.Size.X, wetFilm.FilmTop, wetFilm.SegmentScale);
        ElectrodeState unbonded = wetFilm with { Bonds = [], FeedstockBondCount = 0 };
        for (double share = 1; share > SmallestShare; share *= Shrink)
        {
            if (Place(wetFilm.Particles, segment.BoxFor(wetFilm.Particles), share, random) is { } position)
            {
                return FilmRelaxation.Settle(CoatingStage.Lay(unbonded, position, segment, wetFilm.Foil!), new InteractionOptions { PullOffForce = 0 }, threads: 1);
            }
        }

        throw new SimulationException("process null: the primaries do not fit into the wet film at random; the slurry is too concentrated");
    }

    /// <summary>Centres of spheres that do not overlap at the given share of their radii, or null where they jam.</summary>
    private static Vector3d[]? Place(ParticleSet p, Vector3d box, double share, RandomStream random)
    {
        var grid = new SphereGrid(Domain.FullyPeriodic(box), Vector3d.Zero, 2 * share * p.Radius.Max());
        var position = new Vector3d[p.Count];
        foreach (int i in Enumerable.Range(0, p.Count).OrderByDescending(i => p.Radius[i]).ThenBy(i => i))
        {
            if (Place(grid, box, share * p.Radius[i], random) is not { } at)
            {
                return null;
            }

            position[i] = at;
        }

        return position;
    }

    private static Vector3d? Place(SphereGrid grid, Vector3d box, double radius, RandomStream random)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            Vector3d at = new(random.NextDouble() * box.X, random.NextDouble() * box.Y, random.NextDouble() * box.Z);
            if (!grid.Collides(at, radius, 0))
            {
                grid.Add(at, radius);
                return at;
            }
        }

        return null;
    }
}
