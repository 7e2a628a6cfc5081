using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>(R + Δt Bᵀ K B) p on the host: the SIMD twin of <see cref="MultiplyLinks{TWorld}"/> and <see cref="GatherRows{TWorld}"/>.</summary>
/// <remarks>
/// The links of a solve are packed once, with their stiffness times Δt, so that each product streams through them. On one thread the rows are
/// summed as the links are visited; on several each particle evaluates its own links, each link twice, and no thread waits for another.
/// Both add in the order of links, so the bits are the same.
/// </remarks>
/// <param name="device">Threads to use.</param>
/// <param name="particles">Drags, search direction, and the columns that take the product.</param>
public sealed unsafe class MatrixProduct(HostDevice device, ParticleColumns particles) : IDisposable
{
    private readonly NativeColumn<PackedLink> packed = new(64);
    private int count;

    /// <summary>Takes the active links of a step, the first so many of the world's list.</summary>
    public void Pack(HostWorld world, StepParameters step, int active)
    {
        count = active;
        packed.EnsureCount(active);
        device.Chunks(active, (from, to) => Pack(world, step, from, to));
    }

    /// <summary>Product with the search direction p, into <c>Force</c> and <c>Torque</c>; returns p·A p.</summary>
    public double Multiply(HostWorld world)
    {
        if (device.Threads > 1)
        {
            return device.Sum(particles.Count, (from, to) =>
            {
                Gather(world, from, to);
                return Along(from, to);
            });
        }

        Drag(0, particles.Count + 1);
        Scatter();
        return device.Sum(particles.Count, Along);
    }

    public void Dispose() => packed.Dispose();

    private static Vector128<float>* Vectors(NativeColumn<Float4> column) => (Vector128<float>*)column.Pointer;

    private void Pack(HostWorld world, StepParameters step, int from, int to)
    {
        for (int c = from; c < to; c++)
        {
            int link = world.Active(c);
            Int4 pair = world.Link(link);
            Float4 n = world.Normal(link), arm = world.Arm(link), k = world.Stiffness(link);
            float slide = SlipLaw.Resistance(k.Y, step.TimeStep), roll = SlipLaw.Resistance(k.Z, step.TimeStep), twist = SlipLaw.Resistance(k.W, step.TimeStep);
            packed[c] = new()
            {
                Normal = Vector128.Create(n.X, n.Y, n.Z, 0f),
                ArmFirst = arm.X,
                ArmSecond = arm.Y,
                Slide = slide,
                Press = (k.X * step.TimeStep) - slide,
                Roll = roll,
                Twist = twist - roll,
                First = pair.X,
                Second = pair.Y,
            };
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Cross(Vector128<float> a, Vector128<float> b)
    {
        Vector128<int> turn = Vector128.Create(1, 2, 0, 3);
        return Vector128.Shuffle((a * Vector128.Shuffle(b, turn)) - (Vector128.Shuffle(a, turn) * b), turn);
    }

    /// <summary>Force on the second from the first's motion, and the torques on both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Link(in PackedLink l, Vector128<float>* p, Vector128<float>* w, out Vector128<float> force, out Vector128<float> first, out Vector128<float> second)
    {
        Vector128<float> n = l.Normal, wi = w[l.First], wj = w[l.Second];
        Vector128<float> slip = p[l.First] - p[l.Second] - Cross((wi * l.ArmFirst) + (wj * l.ArmSecond), n);
        Vector128<float> spin = wi - wj;
        force = (slip * l.Slide) + (n * (l.Press * Vector128.Dot(slip, n)));
        Vector128<float> moment = (spin * l.Roll) + (n * (l.Twist * Vector128.Dot(spin, n)));
        Vector128<float> lever = Cross(n, force);
        first = moment - (lever * l.ArmFirst);
        second = Vector128<float>.Zero - moment - (lever * l.ArmSecond);
    }

    private void Drag(int from, int to)
    {
        Vector128<float>* q = Vectors(particles.Force), qt = Vectors(particles.Torque), p = Vectors(particles.SearchVelocity), w = Vectors(particles.SearchSpin);
        Float4* size = particles.Size.Pointer;
        for (int i = from; i < to; i++)
        {
            q[i] = p[i] * size[i].Y;
            qt[i] = w[i] * size[i].Z;
        }
    }

    private void Scatter()
    {
        Vector128<float>* q = Vectors(particles.Force), qt = Vectors(particles.Torque), p = Vectors(particles.SearchVelocity), w = Vectors(particles.SearchSpin);
        PackedLink* l = packed.Pointer;
        for (int c = 0; c < count; c++)
        {
            Link(in l[c], p, w, out Vector128<float> f, out Vector128<float> first, out Vector128<float> second);
            int i = l[c].First, j = l[c].Second;
            q[i] += f;
            qt[i] += first;
            q[j] -= f;
            qt[j] += second;
        }
    }

    private void Gather(HostWorld world, int from, int to)
    {
        Vector128<float>* q = Vectors(particles.Force), qt = Vectors(particles.Torque), p = Vectors(particles.SearchVelocity), w = Vectors(particles.SearchSpin);
        Float4* size = particles.Size.Pointer;
        PackedLink* l = packed.Pointer;
        for (int i = from; i < to; i++)
        {
            Vector128<float> force = p[i] * size[i].Y, torque = w[i] * size[i].Z;
            int end = world.RowStart(i + 1);
            for (int k = world.RowStart(i); k < end; k++)
            {
                int entry = world.Row(k);
                Link(in l[entry >> 1], p, w, out Vector128<float> f, out Vector128<float> first, out Vector128<float> second);
                bool isSecond = (entry & 1) == 1;
                force = isSecond ? force - f : force + f;
                torque += isSecond ? second : first;
            }

            q[i] = force;
            qt[i] = torque;
        }
    }

    private double Along(int from, int to)
    {
        Vector128<float>* q = Vectors(particles.Force), qt = Vectors(particles.Torque), p = Vectors(particles.SearchVelocity), w = Vectors(particles.SearchSpin);
        Vector128<double> sum = Vector128<double>.Zero;
        for (int i = from; i < to; i++)
        {
            (Vector128<double> lower, Vector128<double> upper) = Vector128.Widen((q[i] * p[i]) + (qt[i] * w[i]));
            sum += lower + upper;
        }

        return Vector128.Sum(sum);
    }

    /// <summary>A link as the product needs it: 48 bytes.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct PackedLink
    {
        public Vector128<float> Normal;
        public float ArmFirst;
        public float ArmSecond;
        public float Slide;
        public float Press;
        public float Roll;
        public float Twist;
        public int First;
        public int Second;
    }
}
