using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Particles without inertia in a flowing box or a film: drag, contacts, bridges and walls, advanced by implicit or explicit steps.</summary>
/// <remarks>
/// Each step finds velocities and spins (ImplicitStep, ExplicitStep) and lays them down within bounds; see docs/physics/overdamped-step.md.
/// Velocities are relative to the flow; the box carries the flow. Everything inside is in simulation units.
/// </remarks>
public sealed partial class OverdampedSystem<TPair, TFoil, TTop> : IDisposable
    where TPair : struct, INormalLaw
    where TFoil : struct, INormalLaw
    where TTop : struct, INormalLaw
{
    private readonly ParticleColumns particles;
    private readonly LinkColumns links = new();
    private readonly HostDevice device;
    private readonly StepControl control;
    private readonly ImplicitStep implicitStep;
    private readonly ExplicitStep explicitStep;
    private readonly StabilityLimit stability;
    private readonly MotionBound motion;
    private readonly ContactEvents<TPair> events;
    private readonly LinkList list;
    private readonly ClusterHydrodynamics hydrodynamics;
    private readonly NativeColumn<float> foil;
    private readonly FoilOffsets? offsets;
    private readonly TopKind topKind;
    private TPair pairLaw;
    private TFoil foilLaw;
    private readonly TTop topLaw;
    private StepParameters step;
    private HostWorld world;
    private int active;
    private bool prepared;
    private bool stepsExplicitly;
    private double suggestedStep;

    public OverdampedSystem(
        UnitScale scale,
        FlowingBox box,
        IReadOnlyList<Vector3d> positions,
        IReadOnlyList<double> radii,
        double viscosity,
        ContactOptions contact,
        StepControl control,
        (TPair Pair, TFoil Foil, TTop Top) laws,
        HostDevice device,
        FilmWalls? walls = null)
    {
        Scale = scale;
        Box = box;
        this.device = device;
        this.control = control;
        (pairLaw, foilLaw, topLaw) = laws;
        particles = new(radii.Count);
        topKind = walls?.Top ?? TopKind.None;
        offsets = walls is null ? null : FoilOffsets.Of(walls.Foil, radii, scale.Length);
        foil = new(offsets?.Heights.Length ?? 4);
        Place(positions, radii, viscosity);
        Describe(contact, walls);
        list = new(device, particles, links, walls is not null, topKind)
        {
            HighestFoil = walls is null ? 0 : Scale.Lengths(walls.Foil.Heights.Max()),
            Reach = Math.Max(pairLaw.Reach, Math.Max(foilLaw.Reach, topLaw.Reach)),
        };
        hydrodynamics = new(particles, links);
        Lubrication = new();
        implicitStep = new(device, particles, links, list, control, hydrodynamics);
        explicitStep = new(device, particles);
        stability = new(device, particles, links);
        motion = new(device, particles, links, control) { Reach = list.Reach };
        events = new(device, particles, links);
        stepsExplicitly = control.Integrator == Integrator.Explicit;
    }

    public UnitScale Scale { get; }

    public FlowingBox Box { get; }

    public int Count => particles.Count;

    /// <summary>Simulation time since the start, in simulation units.</summary>
    public double Time { get; private set; }

    public long Steps { get; private set; }

    /// <summary>Explicit ones among them.</summary>
    public long ExplicitSteps { get; private set; }

    /// <summary>Products of the whole matrix since the start; those of a part count as the part's share of particles.</summary>
    public double MatrixProducts => implicitStep.Rows / (double)Count;

    /// <summary>Iterations of the last implicit solve.</summary>
    public int Iterations => implicitStep.Iterations;

    /// <summary>Steps that were taken back and retried at half their length.</summary>
    public long Retries { get; private set; }

    /// <summary>Height of platen or liquid surface over the box's floor, simulation units.</summary>
    public double TopHeight { get; private set; }

    /// <summary>Vertical velocity of platen or liquid surface, simulation units.</summary>
    public double TopVelocity { get; set; }

    /// <summary>Thermal energy in simulation units; 0 leaves Brownian motion out.</summary>
    public double ThermalEnergy { get; set; }

    /// <summary>Hydrodynamic tier; T0 unless set, before the first step.</summary>
    public HydrodynamicTier Hydrodynamics
    {
        get => hydrodynamics.Tier;
        set
        {
            hydrodynamics.Use(value, Box.Length[0] * Box.Length[1] * Box.Length[2]);
            list.FilmReach = motion.FilmReach = value == HydrodynamicTier.T2 ? (float)(LubricationFilm.Range / 2) : 0f;
        }
    }

    /// <summary>Terms of tier T2; to be set before the tier.</summary>
    public LubricationOptions Lubrication
    {
        get => hydrodynamics.Lubrication.Terms;
        set => hydrodynamics.Lubrication = (value, value.SmallestGap / Scale.Length);
    }

    /// <summary>Random numbers for the Brownian force of a step, given its number.</summary>
    public Func<long, RandomStream>? BrownianStream { get; set; }

    /// <summary>Finds links and forces without moving anything.</summary>
    public void Prepare()
    {
        if (prepared)
        {
            return;
        }

        DescribeFlow();
        bool listMade = list.Refresh(Box, in step);
        if (listMade)
        {
            world = Connect();
        }

        // An explicit step cuts springs at their limit, which is what the slip law does where the last step had no length.
        StepParameters last = step;
        last.TimeStep = stepsExplicitly ? 0f : step.TimeStep;
        device.Run(links.Count, new PrepareLinks<HostWorld, TPair, TFoil, TTop>(pairLaw, foilLaw, topLaw), world, last);
        active = list.Activate();
        hydrodynamics.Update(listMade);
        prepared = true;
    }

    /// <summary>Puts other laws in the place of those of pairs and foil: the same contacts, stiffer or softer. Springs keep their stretch, so small changes from step to step keep near balance.</summary>
    /// <param name="pair">Law of pairs, simulation units.</param>
    /// <param name="foil">Law of particle and foil, simulation units.</param>
    /// <param name="bridgeStiffness">Axial stiffness of bridges, N/m.</param>
    public void Harden(TPair pair, TFoil foil, double bridgeStiffness)
    {
        (pairLaw, foilLaw) = (pair, foil);
        step.BridgeStiffness = Scale.Stiffnesses(bridgeStiffness);
        stability.Forget();
        prepared = false;
    }

    /// <summary>Largest rate λ at which the contact network relaxes, measured by power iteration and bounded from above; an explicit step is stable below 2/λ. Simulation units.</summary>
    public (double Measured, double Bound) RelaxationRate(int iterations)
    {
        Prepare();
        stability.Renew(world, step, active);
        return (StiffestMotion.Rate(device, particles, world, step, active, iterations), stability.State.Rate);
    }

    /// <summary>Sum of the vertical forces on the wall of a kind, simulation units, positive when pushed away from the layer.</summary>
    public double WallForce(int kind)
    {
        Prepare();
        double sum = 0;
        for (int c = 0; c < active; c++)
        {
            int link = links.Active[c];
            if (links.Link[link].Z == kind)
            {
                sum += links.SpringForce[link].Z;
            }
        }

        return kind == LinkKind.Foil ? -sum : sum;
    }

    public void Dispose()
    {
        particles.Dispose();
        links.Dispose();
        foil.Dispose();
        implicitStep.Dispose();
    }

    private void Place(IReadOnlyList<Vector3d> positions, IReadOnlyList<double> radii, double viscosity)
    {
        for (int i = 0; i < particles.Count; i++)
        {
            double a = radii[i];
            particles.Place[i] = Box.Fix(positions[i].X / Scale.Length, positions[i].Y / Scale.Length, positions[i].Z / Scale.Length);
            particles.Size[i] = new(
                Scale.Lengths(a),
                Scale.Drags(6 * Math.PI * viscosity * a),
                Scale.RotationalDrags(8 * Math.PI * viscosity * a * a * a));
        }
    }

    private void Describe(ContactOptions contact, FilmWalls? walls)
    {
        step.WallIndex = particles.Count;
        step.Friction = (float)contact.Friction;
        step.TangentialRatio = (float)contact.TangentialRatio;
        step.RollingDisplacement = Scale.Lengths(contact.RollingDisplacement);
        step.ContactRadius = (float)(contact.ContactSpot / Math.Cbrt(Scale.Length));
        step.BridgeStiffness = Scale.Stiffnesses(contact.BridgeStiffness);
        step.BridgeTension = Scale.Stresses(contact.BridgeTension);
        step.BridgeShear = Scale.Stresses(contact.BridgeShear);
        step.TimeStep = 1f;
        step.FoilCountX = 2;
        step.FoilCountY = 2;
        if (walls is null)
        {
            return;
        }

        TopHeight = walls.TopHeight / Scale.Length;
        step.FoilLevel = Scale.Lengths(walls.FoilLevel);
        step.FoilCountX = walls.Foil.CountX;
        step.FoilCountY = walls.Foil.CountY;
        step.FoilPerX = (float)(Scale.Length / walls.Foil.StepX);
        step.FoilPerY = (float)(Scale.Length / walls.Foil.StepY);
        step.FoilRadii = FoilOffsets.Radii;
        step.FoilSmallest = (float)offsets!.Smallest;
        step.FoilPerRadius = (float)offsets.PerRadius;
        offsets.Heights.CopyTo(foil.Span);
    }

    private HostWorld Connect() => HostWorld.Over(particles, links, foil);
}
