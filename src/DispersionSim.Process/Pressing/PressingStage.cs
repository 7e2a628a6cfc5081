using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;
using PressSystem = DispersionSim.Engine.OverdampedSystem<
    DispersionSim.Kernels.BinderCoveredLaw<DispersionSim.Kernels.ThorntonNingLaw>,
    DispersionSim.Kernels.BinderCoveredLaw<DispersionSim.Kernels.SoftMetalLaw>,
    DispersionSim.Kernels.BinderCoveredLaw<DispersionSim.Kernels.ThorntonNingLaw>>;

namespace DispersionSim.Process;

/// <summary>Presses the dried layer between a rigid plate and its foil up to a pressure, thickness or porosity, and lets it spring back.</summary>
/// <remarks>
/// The nip is millimetres long and the layer micrometres thick, so the layer sees plane compression, quasi-static. Silicon contacts yield at their
/// hardness (ThorntonNingLaw, moduli not softened), particles sink into the foil (SoftMetalLaw), binder between them is squeezed out (BinderCoveredLaw). See docs/physics/pressing.md.
/// </remarks>
public sealed class PressingStage(PressingOptions options, InteractionOptions interaction) : IStage
{
    private const double Speed = 0.02;
    private const double SlowSpeed = 0.001;
    private const double LiftSpeed = 0.004;

    /// <summary>Way of the plate after which unloading ends even where pressure is left, over its height: far more than a layer springs back.</summary>
    private const double MostSpringBack = 0.5;

    public string Name => "pressing";

    public StructurePhase Requires => StructurePhase.DryFilm;

    public StructurePhase Produces => StructurePhase.PressedFilm;

    public StageResult Run(ElectrodeState input, StageContext context)
    {
        PressRecord record = new(input, options);
        PressGoal goal = new(options, input, record);
        using PressSystem system = Build(input, context);
        if (context.Memory.Recall() is { } kept)
        {
            system.Restore(kept);
            record.Restore(kept);
            goal.Restore(kept);
        }

        while (true)
        {
            if (!record.Unloading)
            {
                Load(system, input, record, goal, context);
                record.Turn(system);
            }

            ColumnBag? turn = goal.StopHeight > 0 ? system.Save() : null;
            Unload(system, input, record, goal, context);
            if (turn is null || goal.IsKept(record.HeightOf(system)))
            {
                return Finish(input, system, record);
            }

            // It would spring back beyond what was asked for: not lifted yet, but pressed that much further.
            system.Restore(turn);
            record.GoOn();
        }
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
        PressedBinder binder = new(options.BinderBears ? film.Binder : null, film.Particles, options);
        var pairs = binder.Over(new ThorntonNingLaw(pair, yield, pullOff), binder.MeanFilm * 2, scale);
        var foil = binder.Over(new SoftMetalLaw(scale.Stresses(options.FoilHardness), metal, pullOff), binder.MeanFilm, scale);
        PressSystem system = FilmDynamics.Build(
            film,
            scale,
            1,
            ContactModel.Options(interaction, 1),
            new StepControl { Motion = 0.01, Residual = 1e-2, IterationLimit = 600 },
            (pairs, foil, binder.Over(new ThorntonNingLaw(plate, yield, 0f), binder.MeanFilm, scale)),
            TopKind.Platen,
            film.Particles.Position.Zip(film.Particles.Radius, (p, r) => p.Z + r).Max() + binder.MeanFilm,
            context.Threads);
        system.Cover((kind, i, j, overlap) =>
        {
            double cover = binder.Between(i, j, kind == LinkKind.Platen);
            float thickness = scale.Lengths(cover);
            return (thickness, kind == LinkKind.Pair ? pairs.AtRest((float)overlap, thickness) : foil.AtRest((float)overlap, thickness));
        });
        return system;
    }

    private static void Load(PressSystem system, ElectrodeState film, PressRecord record, PressGoal goal, StageContext context)
    {
        while (true)
        {
            (double height, double pressure) = Add(system, film, record);
            if (goal.IsReached(pressure, height))
            {
                return;
            }

            bool solid = height < record.SolidHeight * 1.02;
            if (goal.IsBeyondLaws(pressure, solid))
            {
                record.Turn(system);
                Unload(system, film, record, goal, context);
                throw goal.Unreachable(pressure, record.HeightOf(system));
            }

            if (solid)
            {
                throw new SimulationException($"pressing: the layer would have to be denser than solid; reached {pressure / 1e6:G3} MPa and {record.LineLoad() / 1e3:G3} kN/m at {record.PorosityAt(height):P1} porosity");
            }

            // Slow near the goal and wherever the layer already carries load: pressures are then those of rest.
            bool loaded = pressure > 0.02 * goal.PressureInView;
            system.TopVelocity = loaded ? -SlowSpeed : -Speed;
            double left = goal.StopHeight > 0 ? (height - goal.StopHeight) / system.Scale.Length : double.PositiveInfinity;
            system.Step(Math.Max(Math.Min(left, 0.01) / -system.TopVelocity, 1e-6));
            context.Progress(0.8 * goal.Share(pressure, height), $"{pressure / 1e6:F1} MPa");
            Keep(system, record, goal, context);
        }
    }

    private static void Unload(PressSystem system, ElectrodeState film, PressRecord record, PressGoal goal, StageContext context)
    {
        double lift = MostSpringBack * record.TurnHeight;
        system.TopVelocity = LiftSpeed;
        while (Add(system, film, record).Pressure > 1e-3 * record.GreatestPressure && system.TopHeight < record.TurnHeight + lift)
        {
            system.Step(0.01 / system.TopVelocity);
            context.Progress(0.9, "springing back");
            Keep(system, record, goal, context);
        }

        system.TopVelocity = 0;
    }

    /// <summary>Notes where the layer stands, m, and what the plate carries, Pa.</summary>
    private static (double Height, double Pressure) Add(PressSystem system, ElectrodeState film, PressRecord record)
    {
        double height = record.HeightOf(system);
        double perForce = system.Scale.Force / film.Domain.Area;
        double platen = system.WallForce(LinkKind.Platen) * perForce, foil = system.WallForce(LinkKind.Foil) * perForce;
        record.Add(height, platen, foil);
        return (height, platen);
    }

    /// <summary>Keeps the state where that is due; not while it is lifted to see what it keeps, which is done again instead.</summary>
    private static void Keep(PressSystem system, PressRecord record, PressGoal goal, StageContext context)
    {
        bool trial = record.Unloading && goal.StopHeight > 0;
        if (!trial && (context.Stop.IsCancellationRequested || context.Memory.IsDue))
        {
            ColumnBag bag = system.Save();
            record.Save(bag);
            goal.Save(bag);
            context.Memory.Keep(bag);
        }

        context.Stop.ThrowIfCancellationRequested();
    }

    private static StageResult Finish(ElectrodeState input, PressSystem system, PressRecord record)
    {
        ParticleSet particles = input.Particles with { Position = FilmDynamics.Positions(system, input) };
        double top = record.HeightOf(system);
        ElectrodeState pressed = input with
        {
            Phase = StructurePhase.PressedFilm,
            Particles = particles,
            Domain = Domain.Film(input.Domain.Size.X, input.Domain.Size.Y, top),
            FilmTop = top,
        };
        return new(pressed, [.. record.Measure(pressed, system)], [record.Curve(), record.LineLoadCurve(), record.NipCurve()]);
    }
}
