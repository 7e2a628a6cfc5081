using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Particles without inertia in a flowing box or a film: drag, contacts, bridges and walls, advanced by the linearly implicit step.</summary>
/// <remarks>
/// Each step solves (R + Δt Bᵀ K B) v = R v_∞ + F − Bᵀ f for velocities and spins; see docs/physics/overdamped-step.md.
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
    private readonly ConjugateGradient solver;
    private readonly LinkList list;
    private readonly ClusterHydrodynamics hydrodynamics;
    private readonly NativeColumn<float> foil;
    private readonly FoilOffsets? offsets;
    private readonly TopKind topKind;
    private readonly TPair pairLaw;
    private readonly TFoil foilLaw;
    private readonly TTop topLaw;
    private StepParameters step;
    private HostWorld world;
    private int active;
    private bool prepared;
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
        list = new(particles, links, walls is not null, topKind) { HighestFoil = walls is null ? 0 : Scale.Lengths(walls.Foil.Heights.Max()) };
        hydrodynamics = new(particles, links);
        solver = new(device, particles, hydrodynamics);
    }

    public UnitScale Scale { get; }

    public FlowingBox Box { get; }

    public int Count => particles.Count;

    /// <summary>Simulation time since the start, in simulation units.</summary>
    public double Time { get; private set; }

    public long Steps { get; private set; }

    public long MatrixProducts => solver.Products;

    /// <summary>Iterations of the last accepted step.</summary>
    public int Iterations => solver.Iterations;

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
        set => hydrodynamics.Use(value);
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

        device.Run(links.Count, new PrepareLinks<HostWorld, TPair, TFoil, TTop>(pairLaw, foilLaw, topLaw), world, step);
        active = list.Activate();
        hydrodynamics.Update(listMade);
        prepared = true;
    }

    /// <summary>Takes one accepted step no longer than the limit and returns its length, simulation units.</summary>
    /// <exception cref="SimulationException">The step keeps diverging.</exception>
    public double Step(double longest)
    {
        Prepare();
        DescribeFlow();
        double time = Math.Min(longest, suggestedStep > 0 ? suggestedStep : longest);
        double strainLimit = control.StrainPerStep / Math.Max(Box.GradientNorm, 1e-30);
        time = Math.Min(time, strainLimit);
        for (int attempt = 0; ; attempt++)
        {
            bool solved = Solve(time);
            double excess = MotionExcess(time);
            if (solved && excess <= 2)
            {
                // Grow slowly, shrink at once: the motion is bounded, not averaged.
                double factor = Math.Clamp(0.9 / Math.Max(excess, 1e-9), 0.5, 1.3);
                suggestedStep = Math.Max(time, time < longest ? 0 : suggestedStep) * factor;
                Advance(time);
                return time;
            }

            if (attempt > 40 || double.IsNaN(excess))
            {
                throw Diverged(excess);
            }

            time *= 0.5;
            Retries++;
        }
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
        solver.Dispose();
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

    /// <summary>The flow may have been changed since the links were prepared; the geometry has not.</summary>
    private void DescribeFlow()
    {
        Box.Describe(ref step);
        step.TopHeight = (float)TopHeight;
        step.TopVelocity = (float)TopVelocity;
    }

    private bool Solve(double time)
    {
        step.TimeStep = (float)time;
        device.Run(active, new StartLinks<HostWorld>(), world, step);
        device.Run(particles.Count, new GatherRows<HostWorld>(), world, step);
        RandomStream? noise = ThermalEnergy > 0 ? BrownianStream?.Invoke(Steps) : null;
        for (int i = 0; i < particles.Count; i++)
        {
            particles.Force[i] = Kick(Float4.Scale(-1f, particles.Force[i]), particles.Size[i].Y, time, noise);
            particles.Torque[i] = Kick(Float4.Scale(-1f, particles.Torque[i]), particles.Size[i].Z, time, noise);
        }

        return solver.Solve(world, step, active, (float)control.Residual, control.IterationLimit);
    }

    /// <summary>Adds the Brownian force √(2kTζ/Δt) to a component.</summary>
    private Float4 Kick(Float4 force, float drag, double time, RandomStream? noise)
    {
        if (noise is null)
        {
            return force;
        }

        float size = (float)Math.Sqrt(2 * ThermalEnergy * drag / time);
        return Float4.AddScaled(force, size, new((float)noise.NextGaussian(), (float)noise.NextGaussian(), (float)noise.NextGaussian()));
    }

    /// <summary>Largest motion of neighbours relative to each other, over the bound; changes of bridge stress count against a tenth of the strength.</summary>
    private double MotionExcess(double time)
    {
        double largest = 0;
        for (int link = 0; link < links.Count; link++)
        {
            Float4 n = links.Normal[link], arm = links.Arm[link];
            Int4 pair = links.Link[link];
            if (n.W < -0.2f * arm.Z)
            {
                continue;
            }

            Float4 v = Float4.Difference(particles.Velocity[pair.X], particles.Velocity[pair.Y]);
            Float4 flow = pair.Z == LinkKind.Pair
                ? BoxGeometry.FlowAcross(Float4.Scale(arm.X + arm.Y, n), in step)
                : LinkMotion.FlowSlip(n, arm, pair.Z, in step);
            v = Float4.AddScaled(v, 1f, flow);
            double bound = pair.Z == LinkKind.Interface ? control.InterfaceMotion : control.Motion;
            double excess = Math.Sqrt(Float4.Dot(v, v)) * time / (bound * SmallerRadius(pair));
            if (links.Memory[link].Y > 0f && arm.W > 0f)
            {
                excess = Math.Max(excess, BridgeStressChange(link, v, time) / 0.1);
            }

            if (double.IsNaN(excess))
            {
                return double.NaN;
            }

            largest = Math.Max(largest, excess);
        }

        return largest;
    }

    private double SmallerRadius(Int4 pair) =>
        pair.Z == LinkKind.Pair ? Math.Min(particles.Size[pair.X].X, particles.Size[pair.Y].X) : particles.Size[pair.X].X;

    private double BridgeStressChange(int link, Float4 motion, double time)
    {
        Int4 pair = links.Link[link];
        Float4 memory = links.Memory[link], k = links.Stiffness[link];
        Float4 spin = Float4.Difference(particles.Spin[pair.X], particles.Spin[pair.Y]);
        double area = Math.PI * memory.Z * memory.Z, overI = 4 / (area * memory.Z);
        double stretch = Math.Abs(Float4.Dot(motion, links.Normal[link])) * time * k.X / area;
        double bend = Math.Sqrt(Float4.Dot(spin, spin)) * time * k.Z * overI;
        return (stretch + bend) / (step.BridgeTension * memory.Y);
    }

    private void Advance(double time)
    {
        Span<Int4> places = particles.Place.Span[..particles.Count];
        device.Run(active, new AdvanceLinks<HostWorld>(), world, step);

        // Motion relative to the flow is laid down in the box of the middle of the step: a force that holds particles against
        // the flow is then right to second order in the strain of a step.
        Box.Advance(time / 2, places);
        Box.Describe(ref step);
        device.Run(particles.Count, new AdvanceParticles<HostWorld>(), world, step);
        list.Moved(time, Box, TopVelocity);
        Box.Advance(time / 2, places);
        TopHeight += TopVelocity * time;
        Time += time;
        Steps++;
        prepared = false;
    }

    private SimulationException Diverged(double excess)
    {
        int worst = 0;
        float fastest = -1f;
        for (int i = 0; i < particles.Count; i++)
        {
            float speed = Float4.Dot(particles.Velocity[i], particles.Velocity[i]);
            if (!(speed <= fastest))
            {
                (worst, fastest) = (i, speed);
            }
        }

        return new($"step {Steps}: the motion does not converge (particle {worst + 1}, motion {excess:G3} times its bound); likely cause: overlapping particles at the start or a load beyond the contact stiffness");
    }

    private HostWorld Connect() => HostWorld.Over(particles, links, foil);
}
