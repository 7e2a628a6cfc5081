using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Tests.Kernels;

/// <summary>Some hundred spheres of two sizes in a tilted box over a wavy foil, with springs, bridges and motion: every branch of the kernels is met.</summary>
internal sealed class SmallSystem : IDisposable
{
    private const int Count = 300;
    private const float Side = 12f;
    private uint state = 20261122;

    public SmallSystem()
    {
        Foil = new(64 * FoilOffsets.Radii);
        FillParticles();
        Step = Parameters();
        FillLinks();
        HostWorld world = World;
        new HostDevice(1).Run(Links.Count, new PrepareLinks<HostWorld, SoftAdhesiveLaw, SoftAdhesiveLaw, CapillaryLaw>(new(200f, 2f), new(200f, 2f), new(0.3f, 0.94f, 0.34f)), world, Step);
        Activate();
        Freshen();
    }

    public ParticleColumns Particles { get; } = new(Count);

    public LinkColumns Links { get; } = new();

    public NativeColumn<float> Foil { get; }

    public StepParameters Step { get; }

    public int ActiveCount { get; private set; }

    public HostWorld World => HostWorld.Over(Particles, Links, Foil);

    /// <summary>All that kernels may write, as numbers; fixed-point places as such.</summary>
    public Dictionary<string, float[]> Columns()
    {
        var columns = new Dictionary<string, float[]>(StringComparer.Ordinal)
        {
            ["velocity"] = Floats(Particles.Velocity.Span),
            ["spin"] = Floats(Particles.Spin.Span),
            ["force"] = Floats(Particles.Force.Span),
            ["torque"] = Floats(Particles.Torque.Span),
            ["inverse diagonal"] = Floats(Particles.InverseDiagonal.Span),
            ["inverse diagonal, spin"] = Floats(Particles.InverseDiagonalSpin.Span),
            ["place"] = Integers(Particles.Place.Span),
            ["link"] = Integers(Links.Link.Span[..Links.Count]),
        };
        foreach ((string name, NativeColumn<Float4> column) in new[]
        {
            ("normal", Links.Normal), ("arm", Links.Arm), ("stiffness", Links.Stiffness), ("spring force", Links.SpringForce), ("spring moment", Links.SpringMoment),
            ("link force", Links.LinkForce), ("link moment", Links.LinkMoment), ("slide", Links.Slide), ("roll", Links.Roll), ("memory", Links.Memory),
        })
        {
            columns[name] = Floats(column.Span[..Links.Count]);
        }

        return columns;
    }

    public void Dispose()
    {
        Particles.Dispose();
        Links.Dispose();
        Foil.Dispose();
    }

    private static float[] Floats(Span<Float4> column) => System.Runtime.InteropServices.MemoryMarshal.Cast<Float4, float>(column).ToArray();

    private static float[] Integers(Span<Int4> column)
    {
        var values = new float[column.Length * 4];
        for (int i = 0; i < column.Length; i++)
        {
            (values[4 * i], values[(4 * i) + 1], values[(4 * i) + 2], values[(4 * i) + 3]) = (column[i].X, column[i].Y, column[i].Z, column[i].W);
        }

        return values;
    }

    private void FillParticles()
    {
        for (int i = 0; i < Count; i++)
        {
            float a = i % 2 == 0 ? 1f : 0.6f;
            Particles.Place[i] = new(Bits(), Bits(), (Bits() >> 2) + (1 << 29));
            Particles.Size[i] = new(a, a, 1.3333334f * a * a * a);
            Particles.Velocity[i] = Any(1f);
            Particles.Spin[i] = Any(1f);
            Particles.SearchVelocity[i] = Any(1f);
            Particles.SearchSpin[i] = Any(1f);
        }

        for (int k = 0; k < Foil.Count; k++)
        {
            Foil[k] = 0.2f * Number();
        }
    }

    private StepParameters Parameters()
    {
        StepParameters step = new()
        {
            TimeStep = 0.003f,
            Friction = 0.4f,
            TangentialRatio = 0.876f,
            RollingDisplacement = 0.004f,
            ContactRadius = 0.1f,
            BridgeStiffness = 800f,
            BridgeTension = 100f,
            BridgeShear = 100f,
            TopHeight = 0.35f * Side,
            TopVelocity = -0.2f,
            FoilLevel = 0.12f * Side,
            FoilCountX = 8,
            FoilCountY = 8,
            FoilPerX = 8f / Side,
            FoilPerY = 8f / Side,
            FoilRadii = FoilOffsets.Radii,
            FoilSmallest = 0.5f,
            FoilPerRadius = (FoilOffsets.Radii - 1) / 1.5f,
            WallIndex = Count,
        };
        FlowingBox box = new(Side, Side, Side);
        box.Shear(Axis.X, Axis.Z, 0.7);
        box.Advance(0.3, []);
        box.Describe(ref step);
        return step;
    }

    /// <summary>Links of all kinds: near pairs first, then foil and liquid surface.</summary>
    private void FillLinks()
    {
        var found = new List<Int4>();
        StepParameters step = Step;
        for (int i = 0; i < Count; i++)
        {
            for (int j = i + 1; j < Count; j++)
            {
                Float4 d = BoxGeometry.Between(Particles.Place[i], Particles.Place[j], in step);
                float reach = 1.1f * (Particles.Size[i].X + Particles.Size[j].X), distance = MathF.Sqrt(Float4.Dot(d, d));
                if (distance < reach && distance > 0.5f * reach)
                {
                    found.Add(new(i, j, LinkKind.Pair, found.Count % 3));
                }
            }
        }

        found.AddRange(Enumerable.Range(0, Count).Select(i => new Int4(i, Count, LinkKind.Foil)));
        found.AddRange(Enumerable.Range(0, Count).Select(i => new Int4(i, Count, LinkKind.Interface)));
        Links.Resize(found.Count);
        for (int k = 0; k < found.Count; k++)
        {
            Links.Link[k] = found[k];
        }

        Freshen();
    }

    /// <summary>Gives every link a history: springs of every size, a bridge on each fourth pair.</summary>
    private void Freshen()
    {
        for (int k = 0; k < Links.Count; k++)
        {
            bool bridge = k % 4 == 0 && Links.Link[k].Z == LinkKind.Pair;
            Links.LinkForce[k] = Any(1f);
            Links.LinkMoment[k] = Any(1f);
            Links.Slide[k] = Any(0.02f);
            Links.Slide[k].W = 0.5f + Number();
            Links.Roll[k] = Any(0.01f);
            Links.Roll[k].W = 0.01f * Number();
            Links.Memory[k] = bridge ? new(0f, 1f + Number(), 0.3f, 0.1f) : new(0.05f, 0f, 0.01f, 0.5f + Number());
        }
    }

    private void Activate()
    {
        Span<int> start = Particles.RowStart.Span;
        var rows = new List<int>[Count + 1];
        for (int i = 0; i <= Count; i++)
        {
            rows[i] = [];
        }

        for (int link = 0; link < Links.Count; link++)
        {
            if (Links.Arm[link].W > 0f)
            {
                rows[Links.Link[link].X].Add(2 * ActiveCount);
                rows[Links.Link[link].Y].Add((2 * ActiveCount) + 1);
                Links.Active[ActiveCount++] = link;
            }
        }

        int next = 0;
        for (int i = 0; i <= Count; i++)
        {
            start[i] = next;
            foreach (int entry in rows[i])
            {
                Links.Row[next++] = entry;
            }
        }

        start[Count + 1] = next;
    }

    private Float4 Any(float size) => new(size * Number(), size * Number(), size * Number());

    /// <summary>Uniform in (−½, ½).</summary>
    private float Number() => (Bits() >> 8) * 5.9604645e-8f;

    private int Bits()
    {
        state = (state * 1664525u) + 1013904223u;
        return (int)(state ^ (state >> 15));
    }
}
