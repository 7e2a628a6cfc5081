using System.Runtime.InteropServices;
using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Tests.Kernels;

/// <summary>Some hundred spheres of many sizes in a sheared box, some of them at a wall, with springs and motion: every branch of the kernels is met.</summary>
internal sealed class SmallGrains : IDisposable
{
    /// <summary>Contacts at the start of the table that a launch leaves out, as if they followed other laws.</summary>
    public const int Skipped = 3;

    private const int Count = 200;
    private const int AtWall = 20;
    private const double Side = 8;
    private readonly RandomStream random = new(20261123, StreamName.MonteCarlo);

    public SmallGrains()
    {
        Box = new(Side, Side, Side);
        Box.Shear(Axis.X, Axis.Z, 0.3);
        Box.Advance(0.7);
        Columns = new(Count, AtWall, 16);
        for (int i = 0; i < Count + AtWall; i++)
        {
            Columns.Put(i, i < Count ? Sphere(i) : Ghost(i - Count));
            (Columns.Rest[i], Columns.VelocityRest[i], Columns.SpinRest[i]) = (Any(0.5f), Any(1e-3f), Any(1e-3f));
        }

        Columns.Join([.. Near(), .. Enumerable.Range(0, AtWall).Select(i => (i, Count + i))]);
        for (int c = 0; c < Columns.Contacts; c++)
        {
            Remember(c);
        }

        Step = GrainEntry.Describe(Box, Columns, 0.003, 0.0015, new(0.1f, 0f, -0.4f));
    }

    public FlowingBox Box { get; }

    public GrainColumns Columns { get; }

    public GrainStep Step { get; }

    /// <summary>All that kernels may write, as numbers. Place and rest are taken together: where they round is not the point.</summary>
    public Dictionary<string, float[]> Numbers() => new(StringComparer.Ordinal)
    {
        ["velocity"] = Floats(Columns.Velocity),
        ["spin"] = Floats(Columns.Spin),
        ["way"] = Ways(),
        ["slide"] = Floats(Columns.Slide),
        ["roll"] = Floats(Columns.Roll),
        ["memory"] = Columns.Memory.Span.ToArray(),
        ["force"] = Floats(Columns.Force),
        ["lever"] = Floats(Columns.Lever),
        ["moment"] = Floats(Columns.Moment),
        ["least"] = Floats(Columns.Least),
        ["most"] = Floats(Columns.Most),
    };

    public void Dispose() => Columns.Dispose();

    private static float[] Floats(NativeColumn<Float4> column) => MemoryMarshal.Cast<Float4, float>(column.Span).ToArray();

    /// <summary>How far each particle stands from where a second, unmoved system has it; fixed-point units.</summary>
    private float[] Ways()
    {
        var start = new RandomStream(7, StreamName.MonteCarlo);
        var ways = new float[4 * Count];
        for (int i = 0; i < Count; i++)
        {
            Int4 place = Columns.Place[i];
            Float4 rest = Columns.Rest[i];
            ways[4 * i] = (float)(unchecked(place.X - Bits(start)) + (double)rest.X);
            ways[(4 * i) + 1] = (float)(unchecked(place.Y - Bits(start)) + (double)rest.Y);
            ways[(4 * i) + 2] = (float)(unchecked(place.Z - Bits(start)) + (double)rest.Z);
        }

        return ways;
    }

    private static int Bits(RandomStream stream) => unchecked((int)(uint)(stream.NextDouble() * 4294967296.0));

    private Grain Sphere(int i)
    {
        float radius = 0.35f + (0.4f * (float)random.NextDouble()), mass = 4f * radius * radius * radius;
        Float4 velocity = Any(0.3f), spin = Any(0.3f);
        (velocity.W, spin.W) = (radius, radius);
        Place(i, out Int4 place);
        return new() { Place = place, Velocity = velocity, Spin = spin, InverseMass = 1 / mass, SpinPerTorque = 1 / (0.4f * mass * radius), Drag = 0.2f * radius };
    }

    /// <summary>Places come from a stream of their own, so that ways can be told afterwards.</summary>
    private static void Place(int i, out Int4 place)
    {
        var stream = new RandomStream(7, StreamName.MonteCarlo);
        for (int k = 0; k < 3 * i; k++)
        {
            Bits(stream);
        }

        place = new(Bits(stream), Bits(stream), Bits(stream));
    }

    /// <summary>A point just inside the surface of a particle.</summary>
    private Grain Ghost(int of)
    {
        Int4 place = Columns.Place[of];
        int depth = (int)(0.98 * Columns.Velocity[of].W / Side * 4294967296.0);
        return new() { Place = new(place.X, place.Y, unchecked(place.Z - depth)), Velocity = new(0.1f, 0f, 0.2f), Spin = new(0f, 0f, 0f, 1e-20f) };
    }

    private List<(int First, int Second)> Near()
    {
        var near = new List<(int, int)>();
        GrainStep step = GrainEntry.Describe(Box, Columns, 0, 0, default);
        for (int i = 0; i < Count; i++)
        {
            for (int j = i + 1; j < Count; j++)
            {
                Triple<Scalar> d = GrainGeometry.Between(Columns.Place[i], Columns.Place[j], in step);
                float distance = MathF.Sqrt(Triple<Scalar>.Dot(d, d).Value), reach = Columns.Velocity[i].W + Columns.Velocity[j].W;
                if (distance < 1.1f * reach && distance > 0.7f * reach)
                {
                    near.Add((i, j));
                }
            }
        }

        return near;
    }

    private void Remember(int c)
    {
        bool kept = c % 4 != 0;
        Float4 slide = Any(0.02f), roll = Any(0.02f);
        (slide.W, roll.W) = (0.05f, 0.01f);
        Columns.Slide[c] = kept ? slide : default;
        Columns.Roll[c] = kept ? roll : default;
        Columns.Memory[c] = kept ? 0.03f : 0f;
        Columns.Force[c] = Any(1f);
        Columns.Force[c].W = 0.01f;
        Columns.Lever[c] = Any(1f);
        Columns.Moment[c] = Any(0.1f);
    }

    private Float4 Any(float size) => new(size * Number(), size * Number(), size * Number());

    private float Number() => (float)((2 * random.NextDouble()) - 1);
}
