using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;
using FilmSystem = DispersionSim.Engine.OverdampedSystem<DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.SoftAdhesiveLaw>;

namespace DispersionSim.Process;

/// <summary>Moves overlapping spheres of a wet film apart, between foil and surface, by no more than they must.</summary>
/// <remarks>
/// Overdamped and frictionless, with the adhesion and the bonds of the slurry between particles and none but repulsion at foil and surface. Cutting the column open, laying it over the
/// relief and random placement at high solids all leave overlaps; a wet film has none. Bridged agglomerates that interlock can hold spheres inside each other for good: contacts are softened
/// here, while silicon of 0.5 µm that overlaps by <see cref="Overlap"/> presses with 5 µN (Hertz), and a bridge of 0.3 radii and 0.5 GPa breaks at 0.7 µN across a radius. What is left overlapping therefore breaks the bonds of its spheres.
/// </remarks>
internal static class FilmRelaxation
{
    /// <summary>Deepest overlap that is left beyond that of adhesion, over the mean radius.</summary>
    private const double Overlap = 0.01;

    private const int StepLimit = 2000;

    /// <summary>The film with its spheres moved until no overlap is deeper than adhesion makes it plus 1 % of the mean radius, and with the bonds that survived.</summary>
    /// <param name="film">A film laid over its foil.</param>
    /// <param name="interaction">Contacts between primaries; bonds act and may break.</param>
    /// <param name="threads">Threads to use.</param>
    /// <exception cref="SimulationException">The spheres do not fit between foil and surface.</exception>
    public static ElectrodeState Settle(ElectrodeState film, InteractionOptions interaction, int threads)
    {
        (ElectrodeState settled, HashSet<int> pressed) = Relax(film, interaction, threads);
        if (pressed.Count == 0)
        {
            return settled;
        }

        Bond[] holding = [.. settled.Bonds.Where(b => !pressed.Contains(b.I) && !pressed.Contains(b.J))];
        return holding.Length < settled.Bonds.Length
            ? Settle(settled with { Bonds = holding }, interaction, threads)
            : throw new SimulationException($"coating: the particles do not fit into the wet film: {pressed.Count} of {film.Particles.Count} still overlap; take less solids or a smoother foil");
    }

    /// <summary>The film relaxed as far as it goes, and the spheres that still overlap.</summary>
    private static (ElectrodeState Film, HashSet<int> Pressed) Relax(ElectrodeState film, InteractionOptions interaction, int threads)
    {
        double mean = film.Particles.Radius.Average();
        double stiffness = ContactModel.Stiffness(interaction, mean, 1e-9);
        UnitScale scale = UnitScale.ForSuspension(mean, stiffness * mean, 1);
        SoftAdhesiveLaw pair = ContactModel.Adhesive(interaction, stiffness, scale), wall = new(1, 0);
        using FilmSystem system = FilmDynamics.Build(
            film, scale, 1, ContactModel.Options(interaction, stiffness) with { Friction = 0 }, new StepControl { Motion = 0.05 }, (pair, wall, wall), TopKind.Platen, film.FilmTop, threads);
        system.Plant(film.Bonds, _ => 1);
        double allowed = Overlap + (1.2 * pair.PullOffPerRadius * film.Particles.Radius.Max() / mean / 2);
        for (int k = 0; k < StepLimit && Deep(system, allowed).Any(); k++)
        {
            // A unit of time is that in which a lone overlap relaxes.
            system.Step(1);
        }

        return (film with { Particles = film.Particles with { Position = FilmDynamics.Positions(system, film) }, Bonds = system.SurvivingBonds() }, [.. Deep(system, allowed)]);
    }

    /// <summary>Spheres that overlap another, the foil or the surface by more than is allowed.</summary>
    private static IEnumerable<int> Deep(FilmSystem system, double allowed) => system.Contacts().Where(c => c.Overlap > allowed).SelectMany(c => new[] { c.I, c.J })
        .Concat(system.WallContacts(LinkKind.Foil).Concat(system.WallContacts(LinkKind.Platen)).Where(c => c.Overlap > allowed).Select(c => c.Particle));
}
