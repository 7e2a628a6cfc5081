using System.Runtime.CompilerServices;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Runs kernels on the host: the body is called directly over raw pointers, in chunks over the given number of threads.</summary>
/// <remarks>Every item writes its own entries and sums are taken chunk by chunk in order, so the bits do not depend on the number of threads.</remarks>
public sealed class HostDevice(int threads)
{
    /// <summary>Items a chunk; also the granularity of sums, hence part of the numerics.</summary>
    public const int Chunk = 2048;

    public int Threads { get; } = Math.Max(1, threads);

    public void Run<TKernel>(int count, TKernel kernel, HostWorld world, StepParameters step) where TKernel : struct, IKernel<HostWorld>
    {
        if (Threads == 1 || count <= Chunk)
        {
            RunRange(0, count, kernel, in world, in step);
            return;
        }

        Chunks(count, (from, to) =>
        {
            HostWorld w = world;
            StepParameters s = step;
            RunRange(from, to, kernel, in w, in s);
        });
    }

    /// <summary>Calls an action for each chunk [from, to), over the threads.</summary>
    public void Chunks(int count, Action<int, int> action) => Each(ChunkCount(count), c => action(c * Chunk, Math.Min(count, (c + 1) * Chunk)));

    /// <summary>Calls an action for each number below the given one, over the threads.</summary>
    public void Each(int count, Action<int> action)
    {
        if (Threads > 1 && count > 1)
        {
            ChunkWorkers.Run(count, Threads - 1, action);
            return;
        }

        for (int k = 0; k < count; k++)
        {
            action(k);
        }
    }

    /// <summary>Sum of a function over chunks [from, to), added in order.</summary>
    public double Sum(int count, Func<int, int, double> chunkSum)
    {
        var part = new double[ChunkCount(count)];
        Chunks(count, (from, to) => part[from / Chunk] = chunkSum(from, to));
        double total = 0;
        foreach (double p in part)
        {
            total += p;
        }

        return total;
    }

    /// <summary>Greatest of a function over chunks [from, to), 0 at least; not a number where one of them is none.</summary>
    public double Greatest(int count, Func<int, int, double> chunkGreatest)
    {
        var part = new double[ChunkCount(count)];
        Chunks(count, (from, to) => part[from / Chunk] = chunkGreatest(from, to));
        double greatest = 0;
        foreach (double p in part)
        {
            greatest = Math.Max(greatest, p);
        }

        return greatest;
    }

    /// <summary>How many chunks so many items make.</summary>
    public static int ChunkCount(int count) => (count + Chunk - 1) / Chunk;

    /// <summary>Calls the kernel for each item of a range. A method of its own, so that what is inlined into it does not hang on its callers; large kernels stay calls (docs/bench.md).</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void RunRange<TKernel>(int from, int to, TKernel kernel, in HostWorld world, in StepParameters step) where TKernel : struct, IKernel<HostWorld>
    {
        for (int i = from; i < to; i++)
        {
            kernel.Run(i, in world, in step);
        }
    }
}
