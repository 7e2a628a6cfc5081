using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Columns of particles with inertia and of their contacts, as kernels see them.</summary>
public sealed class GrainColumns : IDisposable
{
    /// <summary>Columns for a number of particles.</summary>
    /// <param name="particles">Particles.</param>
    /// <param name="ghosts">Partners at walls, whose columns follow those of the particles.</param>
    /// <param name="shares">Shares of the range of velocities.</param>
    public GrainColumns(int particles, int ghosts, int shares)
    {
        (Particles, Ghosts, Shares) = (particles, ghosts, Math.Clamp(shares, 1, Math.Max(1, particles)));
        int all = particles + ghosts;
        Place = new(all);
        Velocity = new(all);
        Spin = new(all);
        Inertia = new(all);
        Rest = new(all);
        VelocityRest = new(all);
        SpinRest = new(all);
        RowStart = new(particles + 1);
        Least = new(Shares);
        Most = new(Shares);
    }

    public int Particles { get; }

    public int Ghosts { get; }

    public int Shares { get; }

    /// <summary>Contacts.</summary>
    public int Contacts { get; private set; }

    public NativeColumn<Int4> Place { get; }

    public NativeColumn<Float4> Velocity { get; }

    public NativeColumn<Float4> Spin { get; }

    public NativeColumn<Float4> Inertia { get; }

    public NativeColumn<Float4> Rest { get; }

    public NativeColumn<Float4> VelocityRest { get; }

    public NativeColumn<Float4> SpinRest { get; }

    public NativeColumn<int> RowStart { get; }

    public NativeColumn<int> Row { get; } = new(64);

    public NativeColumn<int> First { get; } = new(64);

    public NativeColumn<int> Second { get; } = new(64);

    public NativeColumn<float> ReducedRadius { get; } = new(64);

    public NativeColumn<float> ReducedMass { get; } = new(64);

    public NativeColumn<Float4> Slide { get; } = new(64);

    public NativeColumn<Float4> Roll { get; } = new(64);

    public NativeColumn<float> Memory { get; } = new(64);

    public NativeColumn<Float4> Force { get; } = new(64);

    public NativeColumn<Float4> Lever { get; } = new(64);

    public NativeColumn<Float4> Moment { get; } = new(64);

    public NativeColumn<Float4> Least { get; }

    public NativeColumn<Float4> Most { get; }

    /// <summary>Takes the record of a particle or ghost.</summary>
    public void Put(int i, in Grain grain)
    {
        Place[i] = grain.Place;
        Velocity[i] = grain.Velocity;
        Spin[i] = grain.Spin;
        Inertia[i] = new(grain.InverseMass, grain.SpinPerTorque, grain.Drag);
    }

    /// <summary>Takes the contacts in the order in which forces are to be added, with empty histories, and makes the particles' rows.</summary>
    /// <param name="pairs">First and second of each contact; a second beyond the particles is a ghost.</param>
    public void Join(IReadOnlyList<(int First, int Second)> pairs)
    {
        Contacts = pairs.Count;
        Reserve(pairs.Count);
        for (int c = 0; c < pairs.Count; c++)
        {
            (int i, int j) = pairs[c];
            (First[c], Second[c]) = (i, j);
            float a = Velocity[i].W, b = Velocity[j].W;
            ReducedRadius[c] = j < Particles ? a * b / (a + b) : a;
            ReducedMass[c] = 1f / (Inertia[i].X + Inertia[j].X);
            (Slide[c], Roll[c], Memory[c]) = (default, default, 0f);
        }

        FillRows(pairs);
    }

    public void Dispose()
    {
        foreach (IDisposable column in new IDisposable[]
        {
            Place, Velocity, Spin, Inertia, Rest, VelocityRest, SpinRest, RowStart, Row, First, Second, ReducedRadius, ReducedMass, Slide, Roll, Memory, Force, Lever, Moment, Least, Most,
        })
        {
            column.Dispose();
        }
    }

    private void Reserve(int contacts)
    {
        Row.EnsureCount(2 * contacts);
        First.EnsureCount(contacts);
        Second.EnsureCount(contacts);
        ReducedRadius.EnsureCount(contacts);
        ReducedMass.EnsureCount(contacts);
        Memory.EnsureCount(contacts);
        foreach (NativeColumn<Float4> column in new[] { Slide, Roll, Force, Lever, Moment })
        {
            column.EnsureCount(contacts);
        }
    }

    private void FillRows(IReadOnlyList<(int First, int Second)> pairs)
    {
        Span<int> start = RowStart.Span;
        start.Clear();
        foreach ((int i, int j) in pairs)
        {
            start[i]++;
            if (j < Particles)
            {
                start[j]++;
            }
        }

        int next = 0;
        for (int i = 0; i <= Particles; i++)
        {
            (start[i], next) = (next, next + start[i]);
        }

        int[] at = start.ToArray();
        for (int c = 0; c < pairs.Count; c++)
        {
            Row[at[pairs[c].First]++] = 2 * c;
            if (pairs[c].Second < Particles)
            {
                Row[at[pairs[c].Second]++] = (2 * c) + 1;
            }
        }
    }
}
