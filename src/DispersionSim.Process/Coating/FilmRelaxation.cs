using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;
using FilmSystem = DispersionSim.Engine.OverdampedSystem<DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.SoftAdhesiveLaw>;

namespace DispersionSim.Process;

/// <summary>Moves overlapping spheres of a wet film apart, between foil and surface, by no more than they must.</summary>
/// <remarks>
/// Overdamped and frictionless, with the adhesion and the bonds of the slurry between particles and none but repulsion at foil and surface. Cutting the column open, laying it over the
/// relief and random placement at high solids all leave overlaps; a wet film has none.
/// </remarks>
internal static class FilmRelaxation
{
    /// <summary>Deepest overlap that is left beyond that of adhesion, over the mean radius.</summary>
    private const double Overlap = 0.01;

    /// <summary>Overlap that bridged agglomerates larger than the film may keep, clamped between foil and surface.</summary>
    private const double Clamped = 0.1;

    private const int StepLimit = 2000;

    /// <summary>The film with its spheres moved until no overlap is deeper than adhesion makes it plus 1 % of the mean radius, and with the bonds that survived.</summary>
    /// <param name="film">A film laid over its foil.</param>
    /// <param name="interaction">Contacts between primaries; bonds act and may break.</param>
    /// <param name="threads">Threads to use.</param>
    /// <exception cref="SimulationException">The spheres do not fit between foil and surface.</exception>
    public static ElectrodeState Settle(ElectrodeState film, InteractionOptions interaction, int threads)
    {
        double mean = film.Particles.Radius.Average();
        double stiffness = ContactModel.Stiffness(interaction, mean, 1e-9);
        UnitScale scale = UnitScale.ForSuspension(mean, stiffness * mean, 1);
        SoftAdhesiveLaw pair = ContactModel.Adhesive(interaction, stiffness, scale), wall = new(1, 0);
        using FilmSystem system = FilmDynamics.Build(
            film, scale, 1, ContactModel.Options(interaction, stiffness) with { Friction = 0 }, new StepControl { Motion = 0.05 }, (pair, wall, wall), TopKind.Platen, film.FilmTop, threads);
        system.Plant(film.Bonds, _ => 1);
        double allowed = Overlap + (1.2 * pair.PullOffPerRadius * film.Particles.Radius.Max() / mean / 2);
        for (int k = 0; k < StepLimit && Deepest(system) > allowed; k++)
        {
            // A unit of time is that in which a lone overlap relaxes.
            system.Step(1);
        }

        if (Deepest(system) > allowed + Clamped)
        {
            throw new SimulationException($"coating: the particles do not fit into the wet film; overlaps of {Deepest(system):P0} of the mean radius are left; take more primaries (a rigid agglomerate needs a film larger than itself), less solids or a smoother foil");
        }

        return film with { Particles = film.Particles with { Position = FilmDynamics.Positions(system, film) }, Bonds = system.SurvivingBonds() };
    }

    private static double Deepest(FilmSystem system) => system.Contacts().Select(c => c.Overlap)
        .Concat(system.WallContacts(LinkKind.Foil).Select(c => c.Overlap))
        .Concat(system.WallContacts(LinkKind.Platen).Select(c => c.Overlap))
        .DefaultIfEmpty(0).Max();
}
