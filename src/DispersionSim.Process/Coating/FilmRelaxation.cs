using DispersionSim.Core;
using DispersionSim.Engine;
using FilmSystem = DispersionSim.Engine.OverdampedSystem<DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.SoftAdhesiveLaw>;

namespace DispersionSim.Process;

/// <summary>Moves overlapping spheres of a wet film apart, between foil and surface, by no more than they must.</summary>
/// <remarks>
/// Purely repulsive, frictionless, overdamped: a steepest descent of the overlap energy ½kδ². Cutting the column open, laying it over the relief and
/// random placement at high solids all leave overlaps; a wet film has none.
/// </remarks>
internal static class FilmRelaxation
{
    /// <summary>Deepest overlap that is left, over the mean radius.</summary>
    private const double Overlap = 0.01;

    private const int StepLimit = 4000;

    /// <exception cref="SimulationException">The spheres do not fit between foil and surface.</exception>
    public static ElectrodeState Settle(ElectrodeState film, int threads = 1)
    {
        double mean = film.Particles.Radius.Average();
        UnitScale scale = UnitScale.ForSuspension(mean, mean, 1);
        var repulsion = new Kernels.SoftAdhesiveLaw(1, 0);
        using FilmSystem system = FilmDynamics.Build(
            film, scale, 1, new ContactOptions { Friction = 0 }, new StepControl { Motion = 0.1 }, (repulsion, repulsion, repulsion), TopKind.Platen, film.FilmTop, threads);
        for (int k = 0; Deepest(system) > Overlap; k++)
        {
            if (k == StepLimit)
            {
                throw new SimulationException($"coating: the particles do not fit into the wet film; overlaps of {Deepest(system):P0} of the mean radius are left; take less solids or a smoother foil");
            }

            // A unit of time is that in which a lone overlap relaxes.
            system.Step(1);
        }

        return film with { Particles = film.Particles with { Position = FilmDynamics.Positions(system, film) } };
    }

    private static double Deepest(FilmSystem system) => system.Contacts().Select(c => c.Overlap)
        .Concat(system.WallContacts(Kernels.LinkKind.Foil).Select(c => c.Overlap))
        .Concat(system.WallContacts(Kernels.LinkKind.Platen).Select(c => c.Overlap))
        .DefaultIfEmpty(0).Max();
}
