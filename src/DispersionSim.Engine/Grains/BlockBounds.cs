using System.Runtime.Intrinsics;

namespace DispersionSim.Engine;

/// <summary>How far and how fast blocks of particles move against the blocks round them: what tables of contacts need to know of motion.</summary>
/// <remarks>
/// One bound for all grains would make falling grains and the bed below them pay for each other. A block's round is the blocks in which its
/// searched pairs have their second particles. Blocks do not depend on the number of threads, so neither do the tables.
/// </remarks>
internal sealed unsafe class BlockBounds
{
    private readonly int count;
    private readonly int[] bounds;
    private readonly int[] roundEnd;
    private readonly List<int>[] rounds;
    private readonly int[][] marks;

    /// <summary>Bounds of particles at rest.</summary>
    /// <param name="count">Number of particles.</param>
    /// <param name="bounds">First particle of each thread's share, and the number of all.</param>
    public BlockBounds(int count, int[] bounds)
    {
        (this.count, this.bounds) = (count, bounds);
        int blocks = (count + MotionBlocks.Length - 1) / MotionBlocks.Length;
        Speeds = new VelocityRange[blocks];
        Paths = new VelocityRange[blocks];
        Skins = new float[blocks];
        PairEnd = new int[blocks];
        roundEnd = new int[blocks];
        rounds = [.. bounds.Skip(1).Select(_ => new List<int>())];
        marks = [.. bounds.Skip(1).Select(_ => new int[blocks])];
    }

    /// <summary>Range of velocities, block by block.</summary>
    public VelocityRange[] Speeds { get; }

    /// <summary>Range of ways since the tables were made.</summary>
    public VelocityRange[] Paths { get; }

    /// <summary>Gaps up to which pairs are in the tables.</summary>
    public float[] Skins { get; }

    /// <summary>End of the searched pairs whose first particle is in the block, in its thread's list.</summary>
    public int[] PairEnd { get; }

    /// <summary>First block of a thread.</summary>
    public int From(int thread) => (bounds[thread] + MotionBlocks.Length - 1) / MotionBlocks.Length;

    /// <summary>A block has moved.</summary>
    public void Advance(int block, VelocityRange speed, float time)
    {
        Speeds[block] = speed;
        VelocityRange path = Paths[block];
        Paths[block] = new(path.Low + (speed.Low * time), path.High + (speed.High * time), default);
    }

    /// <summary>Velocities as they are after a sort.</summary>
    public void Measure(int thread, GrainStore store)
    {
        for (int b = From(thread); b < From(thread + 1); b++)
        {
            VelocityRange range = VelocityRange.None;
            for (int i = b * MotionBlocks.Length; i < Math.Min(count, (b + 1) * MotionBlocks.Length); i++)
            {
                Vector128<float> u = Vector128.Load((float*)&store.Pointer[i].Velocity);
                range = new(Vector128.MinNative(range.Low, u), Vector128.MaxNative(range.High, u), default);
            }

            Speeds[b] = range;
        }
    }

    /// <summary>Finds the rounds of a thread's blocks from its searched pairs.</summary>
    public void Link(int thread, int* first, int* second, int pairs)
    {
        List<int> round = rounds[thread];
        int[] mark = marks[thread];
        round.Clear();
        Array.Fill(mark, -1);
        for (int b = From(thread), k = 0; b < From(thread + 1); b++)
        {
            mark[b] = b;
            for (int end = (b + 1) * MotionBlocks.Length; k < pairs && first[k] < end; k++)
            {
                int other = second[k] / MotionBlocks.Length;
                if (mark[other] != b)
                {
                    mark[other] = b;
                    round.Add(other);
                }
            }

            roundEnd[b] = round.Count;
            PairEnd[b] = k;
        }
    }

    /// <summary>Range over a block of a thread and its round.</summary>
    public VelocityRange Round(VelocityRange[] ranges, int thread, int block)
    {
        VelocityRange all = ranges[block];
        List<int> round = rounds[thread];
        for (int k = block == From(thread) ? 0 : roundEnd[block - 1]; k < roundEnd[block]; k++)
        {
            all = VelocityRange.Union(all, ranges[round[k]]);
        }

        return all;
    }
}
