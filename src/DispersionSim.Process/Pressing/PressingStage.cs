using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;
using PressSystem = DispersionSim.Engine.OverdampedSystem<DispersionSim.Kernels.ThorntonNingLaw, DispersionSim.Kernels.SoftMetalLaw, DispersionSim.Kernels.ThorntonNingLaw>;

namespace DispersionSim.Process;

/// <summary>Presses the dried layer between a rigid plate and its foil up to a pressure, thickness or porosity, and lets it spring back.</summary>
/// <remarks>
/// The nip is millimetres long and the layer micrometres thick, so the layer sees plane compression, quasi-static. Silicon contacts yield at their
/// hardness (ThorntonNingLaw, moduli not softened), particles sink into the foil (SoftMetalLaw). See docs/physics/pressing.md.
/// </remarks>
public sealed class PressingStage(PressingOptions options, InteractionOptions interaction) : IStage
{
    private const double Speed = 0.02;
    private const double SlowSpeed = 0.002;

    /// <summary>Way of the plate after which unloading ends even where pressure is left, over its height: far more than a layer springs back.</summary>
    private const double MostSpringBack = 0.5;

    public string Name => "pressing";

    public StructurePhase Requires => StructurePhase.DryFilm;

    public StructurePhase Produces => StructurePhase.PressedFilm;

    public StageResult Run(ElectrodeState input, StageContext context)
    {
        PressRecord record = new(input);
        double stop = StopHeight(input, record);
        using PressSystem system = Build(input, context);
        if (context.Memory.Recall() is { } kept)
        {
            system.Restore(kept);
            record.Restore(kept);
        }

        if (!record.Unloading)
        {
            Load(system, input, record, stop, context);
            record.Turn(system.TopHeight);
        }

        Unload(system, input, record, context);
        return Finish(input, system, record);
    }

    /// <summary>Height of the plate over the foil's mean plane where loading ends by geometry, m; 0 where pressure ends it.</summary>
    private double StopHeight(ElectrodeState film, PressRecord record)
    {
        double height = options.Target switch
        {
            PressingTarget.Thickness => options.Thickness * film.SegmentScale,
            PressingTarget.Porosity => record.SolidHeight / (1 - options.Porosity),
            _ => 0,
        };
        if (height >= film.FilmTop)
        {
            string asked = options.Target == PressingTarget.Thickness
                ? $"pressing.thickness = \"{options.Thickness * 1e6:G4} um\": the dried layer is already {film.FilmTop / film.SegmentScale * 1e6:G4} um thick"
                : $"pressing.porosity = {options.Porosity:G3}: the dried layer is already at porosity {record.PorosityAt(film.FilmTop):F3}";
            throw new InputException(asked + "; ask for less, or press to a pressure");
        }

        return height;
    }

    private PressSystem Build(ElectrodeState film, StageContext context)
    {
        double mean = film.Particles.Radius.Average();
        double force = Math.Max(options.Pressure, 1e6) * 4 * mean * mean;
        UnitScale scale = UnitScale.ForSuspension(mean, force, 1);
        Material silicon = MaterialCatalog.Silicon, copper = MaterialCatalog.Copper;
        float pullOff = (float)(interaction.PullOffPerReducedRadius * scale.Length / scale.Force);
        float pair = scale.Stresses(silicon.PlaneStrainModulus / 2), plate = scale.Stresses(silicon.PlaneStrainModulus);
        float metal = scale.Stresses(1 / ((1 / silicon.PlaneStrainModulus) + (1 / copper.PlaneStrainModulus)));
        float yield = scale.Stresses(options.YieldPressure);
        return FilmDynamics.Build(
            film,
            scale,
            1,
            ContactModel.Options(interaction, 1),
            new StepControl { Motion = 0.01, Residual = 1e-2, IterationLimit = 600 },
            (new ThorntonNingLaw(pair, yield, pullOff), new SoftMetalLaw(scale.Stresses(options.FoilHardness), metal, pullOff), new ThorntonNingLaw(plate, yield, 0f)),
            TopKind.Platen,
            film.Particles.Position.Zip(film.Particles.Radius, (p, r) => p.Z + r).Max(),
            context.Threads);
    }

    private void Load(PressSystem system, ElectrodeState film, PressRecord record, double stop, StageContext context)
    {
        double start = system.TopHeight;
        double limit = options.Target == PressingTarget.Pressure ? options.Pressure : double.PositiveInfinity;
        while (true)
        {
            double pressure = Add(system, film, record);
            double height = record.HeightOf(system);
            if (pressure >= limit || (stop > 0 && height <= stop))
            {
                return;
            }

            if (height < record.SolidHeight * 1.02)
            {
                throw new SimulationException($"pressing: the layer would have to be denser than solid; reached {pressure / 1e6:G3} MPa at {record.PorosityAt(height):P1} porosity");
            }

            // Slow near the goal and wherever the layer already carries load: pressures are then those of rest.
            bool loaded = pressure > 0.02 * Math.Min(limit, 100e6);
            system.TopVelocity = loaded ? -SlowSpeed : -Speed;
            double left = stop > 0 ? (height - stop) / system.Scale.Length : double.PositiveInfinity;
            system.Step(Math.Max(Math.Min(left, 0.01) / -system.TopVelocity, 1e-6));
            context.Progress(Math.Min(0.8, stop > 0 ? 0.8 * (start - system.TopHeight) / (start - system.TopHeight + left) : 0.8 * pressure / limit), $"{pressure / 1e6:F1} MPa");
            Keep(system, record, context);
        }
    }

    private static void Unload(PressSystem system, ElectrodeState film, PressRecord record, StageContext context)
    {
        double lift = MostSpringBack * record.TurnHeight;
        system.TopVelocity = 2 * SlowSpeed;
        while (Add(system, film, record) > 1e-3 * record.GreatestPressure && system.TopHeight < record.TurnHeight + lift)
        {
            system.Step(0.01 / system.TopVelocity);
            context.Progress(0.9, "springing back");
            Keep(system, record, context);
        }

        system.TopVelocity = 0;
    }

    private static double Add(PressSystem system, ElectrodeState film, PressRecord record)
    {
        double perForce = system.Scale.Force / film.Domain.Area;
        double platen = system.WallForce(LinkKind.Platen) * perForce, foil = system.WallForce(LinkKind.Foil) * perForce;
        record.Add(record.HeightOf(system), platen, foil);
        return platen;
    }

    private static void Keep(PressSystem system, PressRecord record, StageContext context)
    {
        if (context.Stop.IsCancellationRequested || context.Memory.IsDue)
        {
            ColumnBag bag = system.Save();
            record.Save(bag);
            context.Memory.Keep(bag);
        }

        context.Stop.ThrowIfCancellationRequested();
    }

    private static StageResult Finish(ElectrodeState input, PressSystem system, PressRecord record)
    {
        ParticleSet particles = input.Particles with { Position = FilmDynamics.Positions(system, input) };
        double top = LayerTop.Mean(particles, input.Domain, input.Foil!);
        ElectrodeState pressed = input with
        {
            Phase = StructurePhase.PressedFilm,
            Particles = particles,
            Domain = Domain.Film(input.Domain.Size.X, input.Domain.Size.Y, top),
            FilmTop = top,
        };
        return new(pressed, [.. record.Measure(pressed, system)], [record.Curve()]);
    }
}
