using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Cli;

/// <summary>Adhering spheres of radius 1 on a cubic lattice in a periodic box, three links a sphere, all in contact: the columns that the map kernels work on.</summary>
internal sealed class BenchWorld : IDisposable
{
    private const float Spacing = 1.94f;
    private const float Jitter = 0.03f;
    private readonly int side;
    private readonly Float4[][] kept;
    private readonly Int4[] places;

    /// <summary>A lattice of about the given number of spheres.</summary>
    /// <param name="wanted">Particles; the nearest cube of at least 4 a side is taken.</param>
    public BenchWorld(int wanted)
    {
        side = Math.Max(4, (int)Math.Round(Math.Cbrt(wanted)));
        Count = side * side * side;
        Particles = new(Count);
        FillParticles();
        FillLinks();
        Step = Parameters();
        HostWorld world = World;
        new HostDevice(1).Run(LinkCount, Prepare, world, Step);
        Activate();
        kept = [.. Columns().Select(column => column.Span.ToArray())];
        places = Particles.Place.Span.ToArray();
    }

    public int Count { get; }

    public int LinkCount => 3 * Count;

    public StepParameters Step { get; }

    /// <summary>The laws of the dispersion stage.</summary>
    public static PrepareLinks<HostWorld, SoftAdhesiveLaw, NoWallLaw, NoWallLaw> Prepare { get; } = new(new(200f, 2f), default, default);

    /// <summary>The same over a device's columns.</summary>
    public static PrepareLinks<DeviceWorld, SoftAdhesiveLaw, NoWallLaw, NoWallLaw> PrepareOnDevice { get; } = new(new(200f, 2f), default, default);

    public HostWorld World => HostWorld.Over(Particles, Links, Foil);

    private ParticleColumns Particles { get; }

    private LinkColumns Links { get; } = new();

    private NativeColumn<float> Foil { get; } = new(64);

    /// <summary>A copy of the columns in a device's memory.</summary>
    public DeviceColumns On(ComputeDevice device) => device.Columns(Particles, Links, Foil);

    /// <summary>Puts every column that kernels write back: the same step applied again and again would wind springs up or let them die away.</summary>
    public void Restore()
    {
        int next = 0;
        foreach (NativeColumn<Float4> column in Columns())
        {
            kept[next++].CopyTo(column.Span);
        }

        places.CopyTo(Particles.Place.Span);
    }

    public void Dispose()
    {
        Particles.Dispose();
        Links.Dispose();
        Foil.Dispose();
    }

    private IEnumerable<NativeColumn<Float4>> Columns() =>
    [
        Particles.Velocity, Particles.Spin, Particles.Force, Particles.Torque, Particles.InverseDiagonal, Particles.InverseDiagonalSpin,
        Links.Normal, Links.Arm, Links.Stiffness, Links.SpringForce, Links.SpringMoment, Links.LinkForce, Links.LinkMoment, Links.Slide, Links.Roll, Links.Memory,
    ];

    private FlowingBox Box() => new(side * Spacing, side * Spacing, side * Spacing);

    private void FillParticles()
    {
        var random = new RandomStream(1, StreamName.GrainLattice);
        Float4 Any(float size) => new(size * ((float)random.NextDouble() - 0.5f), size * ((float)random.NextDouble() - 0.5f), size * ((float)random.NextDouble() - 0.5f));
        FlowingBox box = Box();
        for (int i = 0; i < Count; i++)
        {
            // A little off the lattice: normals with three components, as in a packing.
            Float4 off = Any(Jitter);
            Particles.Place[i] = box.Fix((((i % side) + 0.5) * Spacing) + off.X, (((i / side % side) + 0.5) * Spacing) + off.Y, (((i / side / side) + 0.5) * Spacing) + off.Z);
            Particles.Size[i] = new(1f, 1f, 1.3333334f);
            Particles.Velocity[i] = Any(1e-3f);
            Particles.Spin[i] = Any(1e-3f);
            Particles.SearchVelocity[i] = Any(1f);
            Particles.SearchSpin[i] = Any(1f);
        }
    }

    private void FillLinks()
    {
        Links.Resize(LinkCount);
        int next = 0;
        for (int i = 0; i < Count; i++)
        {
            int x = i % side, y = i / side % side, z = i / side / side;
            Links.Link[next++] = new(i, Site(x + 1, y, z), LinkKind.Pair, 0);
            Links.Link[next++] = new(i, Site(x, y + 1, z), LinkKind.Pair, 0);
            Links.Link[next++] = new(i, Site(x, y, z + 1), LinkKind.Pair, 0);
        }
    }

    private int Site(int x, int y, int z) => (((z % side * side) + (y % side)) * side) + (x % side);

    private StepParameters Parameters()
    {
        StepParameters step = new()
        {
            TimeStep = 0.003f,
            Friction = 0.4f,
            TangentialRatio = 0.876f,
            RollingDisplacement = 0.004f,
            ContactRadius = 0.1f,
            WallIndex = Count,
        };
        Box().Describe(ref step);
        return step;
    }

    /// <summary>Every link is active; rows list a particle's entries in the order of links.</summary>
    private void Activate()
    {
        var length = new int[Count + 1];
        for (int k = 0; k < LinkCount; k++)
        {
            Links.Active[k] = k;
            length[Links.Link[k].X]++;
            length[Links.Link[k].Y]++;
        }

        var at = new int[Count + 1];
        for (int i = 0; i <= Count; i++)
        {
            Particles.RowStart[i] = at[i] = i == 0 ? 0 : at[i - 1] + length[i - 1];
        }

        Particles.RowStart[Count + 1] = at[Count];
        for (int k = 0; k < LinkCount; k++)
        {
            Links.Row[at[Links.Link[k].X]++] = 2 * k;
            Links.Row[at[Links.Link[k].Y]++] = (2 * k) + 1;
        }
    }
}
