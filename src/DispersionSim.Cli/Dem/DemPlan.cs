using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>A case that has been read and checked: everything that its bits depend on.</summary>
internal sealed record DemPlan
{
    private const long MostFrames = 10_000;

    /// <summary>Below this many particles a thread waits longer for others than it computes.</summary>
    private const int FewForAThread = 2_000;

    public required string Name { get; init; }

    public required DemCase Case { get; init; }

    /// <summary>The case as resolved.</summary>
    public required string Text { get; init; }

    public required GrainTable Grains { get; init; }

    public required DemLaws Laws { get; init; }

    public required DemDomain Domain { get; init; }

    public required DemWalls Walls { get; init; }

    /// <summary>Particles bonded at the start.</summary>
    public required IReadOnlyList<(int First, int Second)> Bonds { get; init; }

    /// <summary>The constant force on each particle, N; none where empty.</summary>
    public required IReadOnlyList<Vector3d> Loads { get; init; }

    /// <summary>Time step, s.</summary>
    public required double TimeStep { get; init; }

    /// <summary>The largest that would be taken, s.</summary>
    public required double Limit { get; init; }

    public required long Steps { get; init; }

    /// <summary>Steps between frames; 0 for none.</summary>
    public required long FrameEvery { get; init; }

    /// <summary>The device that the case runs on.</summary>
    public string Device { get; init; } = RunPlan.Device;

    public Vector3d Gravity => DemVector.Of(Case.Run.Gravity, "run.gravity");

    public Provenance Provenance => new(RunPlan.Version, Case.Particles.Lattice?.Seed ?? 0, Provenance.HashOf(Text), Device);

    /// <summary>Reads a case and checks everything that can be checked before the first step.</summary>
    /// <exception cref="InputException">Anything that cannot be run, in one line.</exception>
    public static DemPlan Read(string path, IReadOnlyList<string> overrides)
    {
        string text = RecipeReader.Text(path);
        DemCase wanted = RecipeReader.Read<DemCase>(text, path, overrides, Environment.CurrentDirectory);
        try
        {
            return Of(wanted, Path.GetFileNameWithoutExtension(path));
        }
        catch (InputException e)
        {
            bool named = wanted.Particles.File is { } table && e.Message.StartsWith(table, StringComparison.Ordinal);
            throw named ? e : RecipePlaces.Located(e, text, path, overrides);
        }
    }

    /// <summary>Steps between the middles of steps that are kept for going on: they are part of what bits depend on.</summary>
    public long KeepEvery => Math.Clamp(Steps / 100, 100, Math.Max(100, 20_000_000 / Grains.Count));

    /// <summary>Particles, box and walls in the engine's terms.</summary>
    public GranularSystem MakeSystem(int threads, ComputeDevice? device) => device is not null
        ? DeviceGranularSystem.Make(device, Setup(), Laws.Pairs, Laws.Walls)
        : GranularSystems.Make(Setup(), Laws.Pairs, Laws.Walls, Team(threads));

    /// <summary>The same at rest and without what takes energy, to be relaxed.</summary>
    /// <param name="threads">Threads.</param>
    /// <param name="tilt">How far the box is sheared, m.</param>
    public GranularSystem MakeRelaxing(int threads, double tilt)
    {
        GrainSetup setup = Setup();
        setup.Box.Shear(setup.Box.FlowAxis, setup.Box.GradientAxis, 0);
        setup.Box.RestoreTilt(tilt / setup.Scale.Length);
        return GranularSystems.Make(setup with { Viscosity = 0, DragsSpins = false, KeepsEnergyAccount = false }, Frictionless(Laws.Pairs), [.. Laws.Walls.Select(Frictionless)], Team(threads));
    }

    private static ContactLaws Frictionless(ContactLaws laws) => laws with { Damping = DampingKind.None, Tangential = TangentialKind.None, Rolls = false, Twists = false };

    private int Team(int threads) => Math.Min(threads, 1 + (Grains.Count / FewForAThread));

    private GrainSetup Setup()
    {
        UnitScale scale = UnitScale.ForGrains(Grains.Radius, Grains.Density, TimeStep);
        var box = new FlowingBox(Domain.Length.X / scale.Length, Domain.Length.Y / scale.Length, Domain.Length.Z / scale.Length);
        if (Case.Box.Shear is { } shear)
        {
            box.Shear(shear.Flow, shear.Gradient, shear.Rate * scale.Time);
        }

        Vector3d[] positions = [.. Grains.Position.Select(Domain.ToBox)];
        return new()
        {
            Scale = scale,
            Box = box,
            Positions = positions,
            Velocities = Case.Particles.Lattice is null ? [.. Grains.Velocity.Select((v, i) => v - Flow(positions[i]))] : Grains.Velocity,
            Spins = Grains.Spin,
            Radii = Grains.Radius,
            Densities = Grains.Density,
            Walls = [.. Case.Wall.Select((_, k) => Walls.Make(k, Domain, scale, Grains.Count))],
            TimeStep = TimeStep,
            Gravity = Gravity,
            Viscosity = Case.Fluid?.Viscosity ?? 0,
            DragsSpins = Case.Fluid?.Torque ?? false,
            KeepsEnergyAccount = Case.Run.Energy,
            Overlaps = Case.Run.Overlaps,
            BodyForces = Loads,
            Bonds = Bonds,
            BondLaw = DemBonds.Law(Case.Bond),
        };
    }

    /// <summary>Velocity of the flow at a position in the engine's box, m/s.</summary>
    public Vector3d Flow(Vector3d inBox)
    {
        if (Case.Box.Shear is not { } shear)
        {
            return Vector3d.Zero;
        }

        double speed = shear.Rate * (inBox.Along((int)shear.Gradient) - (Domain.Length.Along((int)shear.Gradient) / 2));
        return DemVector.Make(a => a == (int)shear.Flow ? speed : 0);
    }

    private static DemPlan Of(DemCase wanted, string name)
    {
        GrainTable grains = DemGrains.Read(wanted);
        DemLaws laws = DemLaws.Of(wanted);
        (double limit, string reason) = DemTimeStep.Limit(wanted, laws, grains);
        (double step, long steps) = Times(wanted.Run, limit, reason, DemTimeStep.Usual(limit, wanted, laws, grains));
        DemDomain domain = DemDomain.Of(wanted, grains, steps * step);
        DemWalls walls = DemWalls.Of(wanted);
        DemStart.Check(wanted, grains, domain, laws, walls);
        long every = wanted.Run.OutputEvery is { } interval ? Math.Max(1, (long)Math.Round(interval / step)) : 0;
        if (every > 0 && steps / every > MostFrames)
        {
            throw new InputException($"run.output_every = {Quantity.Format(wanted.Run.OutputEvery!.Value, "s")}: would write {steps / every} frames; must leave at most {MostFrames}");
        }

        return new()
        {
            Name = name,
            Case = wanted,
            Text = RecipeWriter.Write(wanted, "As resolved: every key with its value."),
            Grains = grains,
            Laws = laws,
            Domain = domain,
            Walls = walls,
            Bonds = DemBonds.Between(wanted, grains, domain),
            Loads = DemLoads.On(wanted, grains),
            TimeStep = step,
            Limit = limit,
            Steps = steps,
            FrameEvery = every,
        };
    }

    private static (double Step, long Steps) Times(DemRun run, double limit, string reason, double usual)
    {
        double step = run.TimeStep ?? usual;
        if (step > limit)
        {
            throw new InputException($"run.time_step = {Quantity.Format(step, "s")}: above the stable limit of {Quantity.Rounded(limit, "s", 4)}, {reason}");
        }

        return (run.Duration, run.Steps) switch
        {
            (null, { } steps) => (step, steps),
            ({ } duration, null) when run.TimeStep is null => (duration / Math.Ceiling(duration / step), (long)Math.Ceiling(duration / step)),
            ({ } duration, null) => (step, Math.Max(1, (long)Math.Round(duration / step))),
            (null, null) => throw new InputException("run.duration is missing: give duration or steps"),
            _ => throw new InputException("run: duration and steps are both given; one of them is wanted"),
        };
    }
}
