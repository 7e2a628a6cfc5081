using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Process;

/// <summary>Common ground of drying and pressing: a film in the engine's box, over its foil, under a moving top.</summary>
internal static class FilmDynamics
{
    /// <summary>Room below the deepest valley and above the top, in mean radii.</summary>
    private const double Margin = 2;

    /// <summary>Height of the foil's mean plane over the box's floor, m.</summary>
    public static double FoilLevel(ElectrodeState film) => (Margin * film.Particles.Radius.Average()) - film.Foil!.Heights.Min();

    /// <summary>A system of the film; particle heights are shifted by the foil level.</summary>
    public static OverdampedSystem<TPair, TFoil, TTop> Build<TPair, TFoil, TTop>(
        ElectrodeState film,
        UnitScale scale,
        double viscosity,
        ContactOptions contact,
        StepControl control,
        (TPair Pair, TFoil Foil, TTop Top) laws,
        TopKind top,
        double topHeight,
        int threads)
        where TPair : struct, INormalLaw
        where TFoil : struct, INormalLaw
        where TTop : struct, INormalLaw
    {
        double level = FoilLevel(film);

        // Twice the height in use: places above half the box would count as below the floor.
        double tallest = Math.Max(topHeight, film.Particles.Position.Max(p => p.Z) + film.Particles.Radius.Max());
        double height = 2.2 * (tallest + level + (Margin * scale.Length));
        var box = new FlowingBox(film.Domain.Size.X / scale.Length, film.Domain.Size.Y / scale.Length, height / scale.Length);
        Vector3d[] positions = [.. film.Particles.Position.Select(p => p with { Z = p.Z + level })];
        return new(scale, box, positions, film.Particles.Radius, viscosity, contact, control, laws, new HostDevice(threads), new FilmWalls(film.Foil!, level, top, topHeight + level));
    }

    /// <summary>Positions over the foil's mean plane, m.</summary>
    public static Vector3d[] Positions<TPair, TFoil, TTop>(OverdampedSystem<TPair, TFoil, TTop> system, ElectrodeState film)
        where TPair : struct, INormalLaw
        where TFoil : struct, INormalLaw
        where TTop : struct, INormalLaw
    {
        double level = FoilLevel(film);
        return [.. system.Positions().Select(p => p with { Z = p.Z - level })];
    }
}
