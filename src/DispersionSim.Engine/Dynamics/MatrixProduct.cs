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
        PackedLink.Add(packed.Pointer, count, Vectors(particles.SearchVelocity), Vectors(particles.SearchSpin), Vectors(particles.Force), Vectors(particles.Torque));
        return device.Sum(particles.Count, Along);
    }

    public void Dispose() => packed.Dispose();

    private static Vector128<float>* Vectors(NativeColumn<Float4> column) => (Vector128<float>*)column.Pointer;

    private void Pack(HostWorld world, StepParameters step, int from, int to)
    {
        for (int c = from; c < to; c++)
        {
            packed[c] = PackedLink.Of(world, step, c);
        }
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
                l[entry >> 1].Apply(p, w, out Vector128<float> f, out Vector128<float> first, out Vector128<float> second);
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
            sum += WideSum.Of((q[i] * p[i]) + (qt[i] * w[i]));
        }

        return Vector128.Sum(sum);
    }
}
