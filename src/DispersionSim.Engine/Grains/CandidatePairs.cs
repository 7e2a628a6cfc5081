using System.Numerics;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>The pairs of which contact tables are packed, thread by thread: all that were searched, or where particles are fast, those of them that may meet soon.</summary>
/// <remarks>Candidates are in the order of the search whichever they are, so that tables do not depend on them.</remarks>
internal sealed unsafe class CandidatePairs<TLanes, TShear> : IDisposable
    where TLanes : struct, ILanes<TLanes>
    where TShear : struct, IShear
{
    private const int SpinAt = 32;

    private readonly GrainStore store;
    private readonly GrainSearch<TLanes, TShear> search;
    private readonly RawColumn<int>[] first;
    private readonly RawColumn<int>[] second;
    private readonly RawColumn<ushort>[] near;
    private readonly int[] narrowed;

    /// <summary>Candidates, none before <see cref="TakeAll"/> or <see cref="Narrow"/>.</summary>
    /// <param name="store">The grains.</param>
    /// <param name="search">Searched pairs.</param>
    /// <param name="threads">Number of threads.</param>
    public CandidatePairs(GrainStore store, GrainSearch<TLanes, TShear> search, int threads)
    {
        (this.store, this.search) = (store, search);
        first = [.. Enumerable.Range(0, threads).Select(_ => new RawColumn<int>())];
        second = [.. Enumerable.Range(0, threads).Select(_ => new RawColumn<int>())];
        near = [.. Enumerable.Range(0, threads).Select(_ => new RawColumn<ushort>())];
        narrowed = [.. Enumerable.Repeat(-1, threads)];
    }

    public int* First(int thread) => narrowed[thread] < 0 ? search.First[thread].Pointer : first[thread].Pointer;

    public int* Second(int thread) => narrowed[thread] < 0 ? search.Second[thread].Pointer : second[thread].Pointer;

    public int Count(int thread) => narrowed[thread] < 0 ? search.Count[thread] : narrowed[thread];

    /// <summary>Which of each group of candidates are in the table that was packed last.</summary>
    public ushort* Near(int thread) => near[thread].Pointer;

    /// <summary>After a search: takes all its pairs; none is near yet.</summary>
    public void TakeAll(int thread)
    {
        narrowed[thread] = -1;
        ReserveNear(thread);
    }

    /// <summary>Takes the searched pairs within a gap, and those of a table, which are near.</summary>
    /// <param name="thread">The calling thread.</param>
    /// <param name="table">The table before, if it is of the same search.</param>
    /// <param name="gap">The gap.</param>
    /// <param name="frame">Geometry.</param>
    public void Narrow(int thread, ContactTable? table, double gap, GrainFrame frame)
    {
        int searched = search.Count[thread], count = 0, former = 0;
        int* i = search.First[thread].Pointer, j = search.Second[thread].Pointer;
        byte* grains = (byte*)store.Pointer;
        first[thread].Reserve(searched + (2 * TLanes.Count));
        second[thread].Reserve(searched + (2 * TLanes.Count));
        narrowed[thread] = searched;
        ReserveNear(thread);
        ushort* bits = near[thread].Pointer;
        new Span<ushort>(bits, (searched / TLanes.Count) + 1).Clear();
        TLanes slack = TLanes.Of((float)gap);
        for (int k = 0; k < searched; k += TLanes.Count)
        {
            TLanes.Places(grains, i + k, grains, j + k, out Triple<TLanes> places);
            TLanes.Sums(grains + SpinAt, i + k, grains + SpinAt, j + k, out _, out TLanes most);
            Triple<TLanes> d = frame.Distance<TLanes, TShear>(places);
            most += slack;
            uint chosen = TLanes.Bits(TLanes.Greater(most * most, Triple<TLanes>.Dot(d, d))), were = 0;
            while (table is not null && former < table.FormerCount)
            {
                uint same = TLanes.Equal(i + k, table.FormerFirst[former]) & TLanes.Equal(j + k, table.FormerSecond[former]);
                if (same == 0)
                {
                    break;
                }

                were |= same;
                former++;
            }

            chosen = (chosen | were) & (searched - k < TLanes.Count ? (1u << (searched - k)) - 1 : uint.MaxValue);
            TLanes.Pack(TLanes.Load((float*)(i + k)), chosen, (float*)(first[thread].Pointer + count));
            TLanes.Pack(TLanes.Load((float*)(j + k)), chosen, (float*)(second[thread].Pointer + count));
            for (; were != 0; were &= were - 1)
            {
                int at = count + BitOperations.PopCount(chosen & ((were & (0u - were)) - 1));
                bits[at / TLanes.Count] |= (ushort)(1 << (at % TLanes.Count));
            }

            count += BitOperations.PopCount(chosen);
        }

        for (int k = count; k < count + TLanes.Count; k++)
        {
            (first[thread][k], second[thread][k]) = (store.Count, store.Count + 1);
        }

        narrowed[thread] = count;
    }

    public void Dispose()
    {
        foreach (RawColumn<int> column in first.Concat(second))
        {
            column.Dispose();
        }

        foreach (RawColumn<ushort> column in near)
        {
            column.Dispose();
        }
    }

    private void ReserveNear(int thread) => near[thread].Reserve((Count(thread) / TLanes.Count) + 1);
}
