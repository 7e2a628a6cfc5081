using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;
using Suspension = DispersionSim.Engine.OverdampedSystem<DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.NoWallLaw, DispersionSim.Kernels.NoWallLaw>;

namespace DispersionSim.Process;

/// <summary>Shears the powder in the binder solution: agglomerates break, restructure, and meet again.</summary>
/// <remarks>Drag by the chosen hydrodynamic tier (docs/physics/hydrodynamics.md). See docs/physics/dispersion.md.</remarks>
public sealed class DispersionStage(DispersionOptions options, SlurryOptions solution, InteractionOptions given) : IStage
{
    private const int RelaxationSteps = 1000;

    /// <summary>Motion, relative to that under the pull-off force, below which the feedstock counts as relaxed.</summary>
    private const double AtRest = 1e-4;

    private readonly SlurryOptions slurry = CarreauYasuda.Checked(solution);

    private readonly InteractionOptions interaction = AdhesionCheck.Checked(given);

    public string Name => "dispersion";

    public StructurePhase Requires => StructurePhase.Powder;

    public StructurePhase Produces => StructurePhase.Slurry;

    public StageResult Run(ElectrodeState input, StageContext context) => options.Hydrodynamics is null
        ? new DispersionStage(options with { Hydrodynamics = options.Tier(input.Particles.Kind.Count(k => k != ParticleKind.ConductivePowder)) }, slurry, given).Run(input, context)
        : RunInTier(input, context);

    private StageResult RunInTier(ElectrodeState input, StageContext context)
    {
        FlowHistory flow = FlowHistory.Of(options, slurry, context.Random(StreamName.FlowHistory));
        using Suspension system = Build(input, context, flow);
        var record = new DispersionRecord(input.Particles);
        ColumnBag? kept = context.Memory.Recall();
        int bonds = kept is null ? Relax(system, input, context) : kept.GetOne<int>("bonds");
        int segment = 0;
        double done = 0;
        FlowHistory history = flow.With(s => WholeBoxes(s, system.Box));
        Action<double> wet = Wetting(system, input, history);
        if (kept is null)
        {
            wet(0);
            record.Look(0, system.Contacts());
            record.Add(0, system.Contacts(), bonds);
        }
        else
        {
            system.Restore(kept);
            record.Restore(kept);
            (segment, done) = (kept.GetOne<int>("segment"), kept.GetOne<double>("strain-in-segment"));
        }

        for (; segment < history.Stretches.Count; segment++, done = 0)
        {
            Shear(system, history, segment, done, record, bonds, context, wet);
        }

        return Finish(input, system, record, bonds, history);
    }

    private Suspension Build(ElectrodeState input, StageContext context, FlowHistory history)
    {
        double viscosity = history.Viscosity;
        ParticleSet p = input.Particles;
        double mean = p.Radius.Average(), drag = ContactModel.DragLoad(history, mean);
        double bridgeLoad = ContactModel.BridgeLoad(interaction, mean, input.Bonds);
        double stiffness = ContactModel.Stiffness(interaction, mean, Math.Max(drag, bridgeLoad));
        double pullOff = interaction.PullOffPerReducedRadius * mean / 2;
        UnitScale scale = UnitScale.ForSuspension(mean, Math.Max(pullOff, 5e-4 * drag), viscosity);
        Vector3d size = input.Domain.Size / mean;
        ThermalMotion thermal = ThermalMotion.Of(options, slurry, interaction, history, p.Radius, stiffness);
        StepControl control = Control(pullOff / (stiffness * mean), thermal.Acts || bridgeLoad > 0);
        var system = new Suspension(
            scale,
            new FlowingBox(size.X, size.Y, size.Z),
            Settled(input, stiffness),
            p.Radius,
            viscosity,
            ContactModel.Options(interaction, stiffness),
            Following(control, thermal, scale),
            (ContactModel.Adhesive(interaction, stiffness, scale), default, default),
            new HostDevice(context.Threads))
        {
            Lubrication = new() { SmallestGap = options.LubricationGap, Logarithms = options.LubricationLogarithms },
            Hydrodynamics = Tier,
        };
        if (thermal.Acts)
        {
            RefuseThermalMotion();
            system.ThermalEnergy = ThermalMotion.BoltzmannConstant * slurry.Temperature / (scale.Force * scale.Length);
            system.BrownianStream = number => context.Random(StreamName.BrownianForce, (int)number);
        }

        return system;
    }

    /// <summary>Bridged pairs are stretched by a straight way, an explicit step does not foresee it, and where thermal motion turns pairs no last step foretells how: these turn no farther than anything else moves. What holds bridged powders are bridges, which stretch by a hundredth of a radius.</summary>
    private StepControl Control(double overlapAtPullOff, bool strict)
    {
        StepControl control = StepControl.OfShear(overlapAtPullOff) with { Motion = options.StepMotion, Integrator = Integrator() };
        return strict || control.Integrator == Engine.Integrator.Explicit ? control with { Turn = 1, FastShare = 0, Residual = Math.Max(control.Residual, 1e-4) } : control;
    }

    /// <summary>Where steps follow thermal motion as it opens contacts, springs push at their middle, for at their end they would damp it.</summary>
    private static StepControl Following(StepControl control, ThermalMotion thermal, UnitScale scale) => control with
    {
        LongestTime = scale.Times(thermal.LongestStep),
        Foreseen = thermal.Follows ? 0.5 : 1,
        Integrator = thermal.Follows && control.Integrator == Engine.Integrator.Auto ? Engine.Integrator.Implicit : control.Integrator,
    };

    private HydrodynamicTier Tier => options.Hydrodynamics!.Value;

    private bool ActOnEachOther => Tier is HydrodynamicTier.T2 or HydrodynamicTier.T3;

    private string TierKey => Tier.ToString().ToLowerInvariant();

    /// <summary>An explicit step would divide forces by each primary's own drag, which primaries that act on each other do not have.</summary>
    private Integrator Integrator() => !ActOnEachOther
        ? options.Integrator
        : options.Integrator != Engine.Integrator.Explicit
            ? Engine.Integrator.Implicit
            : throw new InputException($"dispersion.integrator = \"explicit\": does not go with dispersion.hydrodynamics = \"{TierKey}\"; allowed there: implicit, auto");

    /// <summary>Noise must be correlated as the mobility is, and drifts with it: not done for tiers T2 and T3.</summary>
    private void RefuseThermalMotion()
    {
        if (ActOnEachOther)
        {
            throw new InputException($"dispersion.hydrodynamics = \"{TierKey}\": does not go with thermal motion, which these primaries have at this shear rate; give dispersion.brownian = \"off\", or tier t0 or t1");
        }
    }

    /// <summary>Positions drawn together by half the overlap that adhesion will cause, so that touching pairs start in equilibrium and not in tension.</summary>
    private Vector3d[] Settled(ElectrodeState input, double stiffness)
    {
        ParticleSet p = input.Particles;
        double shrink = 0.9 * interaction.PullOffPerReducedRadius / (4 * stiffness);
        var positions = (Vector3d[])p.Position.Clone();
        foreach (IGrouping<int, int> agglomerate in Enumerable.Range(0, p.Count).Where(i => p.AgglomerateId[i] > 0).GroupBy(i => p.AgglomerateId[i]))
        {
            // From the middle: no member of an agglomerate is more than half its extent, a third of the box, away from there.
            Vector3d middle = Middle(agglomerate.Select(i => p.Position[i]), input.Domain);
            foreach (int i in agglomerate)
            {
                positions[i] = middle + (input.Domain.Nearest(p.Position[i] - middle) * (1 - shrink));
            }
        }

        return positions;
    }

    /// <summary>Mean position on a periodic domain: of points that fill less than half of it.</summary>
    internal static Vector3d Middle(IEnumerable<Vector3d> positions, Domain domain)
    {
        Vector3d size = domain.Size;
        List<Vector3d> all = [.. positions];
        return new(Along(size.X, v => v.X), Along(size.Y, v => v.Y), Along(size.Z, v => v.Z));

        double Along(double length, Func<Vector3d, double> coordinate)
        {
            double turn = 2 * Math.PI / length;
            double angle = Math.Atan2(all.Sum(v => Math.Sin(turn * coordinate(v))), all.Sum(v => Math.Cos(turn * coordinate(v))));
            return angle / turn;
        }
    }

    /// <summary>Lets the feedstock settle under the run's own contact law without flow; returns the bonds that it then has.</summary>
    private int Relax(Suspension system, ElectrodeState input, StageContext context)
    {
        // Thermal motion would keep it from ever being at rest.
        double thermal = system.ThermalEnergy;
        system.ThermalEnergy = 0;
        system.Plant(input.Bonds, b => WeibullStrength(context.Random(StreamName.BondStrength, b)));
        for (int k = 0; k < RelaxationSteps && (k < 5 || system.FastestMotion() > AtRest); k++)
        {
            system.Step(50);
            context.Stop.ThrowIfCancellationRequested();
        }

        system.ThermalEnergy = thermal;
        return system.SurvivingBonds().Length;
    }

    /// <summary>Relative strength with mean 1: (−ln u)^(1/m) / Γ(1 + 1/m).</summary>
    private double WeibullStrength(RandomStream random)
    {
        double m = interaction.BridgeWeibullModulus;
        return Math.Pow(-Math.Log(random.NextDouble()), 1 / m) / MathNet.Numerics.SpecialFunctions.Gamma(1 + (1 / m));
    }

    private static void Shear(Suspension system, FlowHistory history, int segment, double done, DispersionRecord record, int bonds, StageContext context, Action<double> wet)
    {
        ShearSegment stretch = history.Stretches[segment];
        (Axis flow, Axis gradient) = Axes(stretch.Plane);
        double rate = system.Scale.Rates(history.RunRate(stretch)), strain = stretch.Strain;
        double total = history.Stretches.Sum(s => s.Strain), before = history.Stretches.Take(segment).Sum(s => s.Strain);
        Start(system.Box, stretch, rate);
        RecordIfDue();
        while (done < strain * (1 - 1e-9))
        {
            done += rate * system.Step((strain - done) / rate);

            // Kept before anything is read out: a run that goes on from here repeats the same arithmetic.
            Keep(system, record, bonds, segment, done, context);
            RecordIfDue();
        }

        system.Box.SnapUpright();
        system.Box.Shear(flow, gradient, 0);

        void RecordIfDue()
        {
            double now = before + done;
            if (record.IsLookDue(now))
            {
                record.Look(now, system.Contacts());
            }

            if (now * (1 + 1e-9) >= record.NextAfter(record.LastStrain, total))
            {
                record.Add(now, system.Contacts(), bonds);
                wet(now);
                context.Progress(now / total, record.Words);
            }
        }
    }

    /// <summary>What is done at a strain so that contacts that the solution has not reached hold as dry ones; nothing where wetting is not slow.</summary>
    private Action<double> Wetting(Suspension system, ElectrodeState input, FlowHistory history)
    {
        if (!interaction.Wetting.Delayed)
        {
            return _ => { };
        }

        var wetting = new DelayedWetting(input, interaction.Wetting, history.Viscosity);
        double extra = (interaction.DryPullOff - interaction.PullOff) / (interaction.ReferenceDiameter / 4) * system.Scale.Length / system.Scale.Force;
        return strain => system.Remember((i, j) => wetting.IsDry(i, j, history.TimeAt(strain)) ? extra : 0);
    }

    /// <summary>The segment with the strain that it will really have: whole boxes, so that the box is upright at its end.</summary>
    private static ShearSegment WholeBoxes(ShearSegment segment, FlowingBox box)
    {
        (Axis flow, Axis gradient) = Axes(segment.Plane);
        return segment with { Strain = box.UprightStrain(segment.Strain, flow, gradient, segment.Flow == FlowKind.Extension) };
    }

    private static void Keep(Suspension system, DispersionRecord record, int bonds, int segment, double done, StageContext context)
    {
        bool stop = context.Stop.IsCancellationRequested;
        if (stop || context.Memory.IsDue)
        {
            ColumnBag bag = system.Save();
            record.Save(bag);
            context.Memory.Keep(bag.Set("bonds", bonds).Set("segment", segment).Set("strain-in-segment", done));
        }

        context.Stop.ThrowIfCancellationRequested();
    }

    private StageResult Finish(ElectrodeState input, Suspension system, DispersionRecord record, int bonds, FlowHistory history)
    {
        double stress = history.Stress;
        ElectrodeState state = input with
        {
            Phase = StructurePhase.Slurry,
            Particles = input.Particles with { Position = system.Positions() },
            Bonds = system.SurvivingBonds(),
            FeedstockBondCount = bonds,
            Ledger = SlurryComposition.Mix(input.Ledger, slurry),
        };
        Measurement[] measurements =
        [
            .. record.Final(bonds),
            .. StressMargin.Measure(input.Particles, stress, interaction, Tier),
            .. LayerMeasures.Of(interaction.Adhesion, input.Particles.Radius.Average(), stress, Tier),
            new("shear stress", stress, "Pa") { Definition = "greatest shear stress of the history, viscosity of the binder solution times shear rate" },
            .. IntensityMeasures.Of(options, slurry, input, history),
            new("shear strain", record.LastStrain, "-") { Definition = "total strain of the history" },
            new("dispersion steps", system.Steps, "-") { Definition = "accepted steps" },
            new("explicit steps", system.ExplicitSteps, "-") { Definition = "explicit ones among the dispersion steps" },
            new("matrix products per step", system.MatrixProducts / (double)Math.Max(1, system.Steps), "-") { Definition = "matrix products of the implicit solver per accepted step" },
            new("hydrodynamic tier", Tier switch { HydrodynamicTier.T1 => 1, HydrodynamicTier.T2 => 2, HydrodynamicTier.T3 => 3, _ => 0 }, "-") { Definition = Tier.Words() },
        ];
        return new(state, measurements, [.. record.Curves(history), .. record.Sizes(system.Contacts())]);
    }

    private static void Start(FlowingBox box, ShearSegment stretch, double rate)
    {
        (Axis flow, Axis gradient) = Axes(stretch.Plane);
        if (stretch.Flow == FlowKind.Extension)
        {
            box.Extend(flow, gradient, rate);
        }
        else
        {
            box.Shear(flow, gradient, rate);
        }
    }

    private static (Axis Flow, Axis Gradient) Axes(ShearPlane plane) => plane switch
    {
        ShearPlane.Xz => (Axis.X, Axis.Z),
        ShearPlane.Yx => (Axis.Y, Axis.X),
        ShearPlane.Zy => (Axis.Z, Axis.Y),
        ShearPlane.Xy => (Axis.X, Axis.Y),
        ShearPlane.Yz => (Axis.Y, Axis.Z),
        _ => (Axis.Z, Axis.X),
    };
}
