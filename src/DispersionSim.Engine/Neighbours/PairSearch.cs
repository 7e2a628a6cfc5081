using System.Runtime.InteropServices;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>All pairs nearer than the sum of their radii and a skin, in any tilted periodic box, sorted by first and second particle.</summary>
/// <remarks>Cells in fractional coordinates; the cell count along an axis keeps the distance between cell faces above the longest reach.</remarks>
public sealed class PairSearch(int count, HostDevice device)
{
    private readonly int[] cellOf = new int[count];
    private readonly int[] order = new int[count];
    private readonly List<Int4>[] found = [.. Enumerable.Range(0, (count + HostDevice.Chunk - 1) / HostDevice.Chunk).Select(_ => new List<Int4>())];
    private int[] cellStart = [];

    /// <summary>Lists each pair i &lt; j in order, as links.</summary>
    /// <param name="box">Lengths and tilt.</param>
    /// <param name="particles">Places and radii.</param>
    /// <param name="step">The box as kernels see it.</param>
    /// <param name="reachFixed">Skin that every pair has.</param>
    /// <param name="reachShare">Skin as a share of the sum of radii.</param>
    /// <param name="pairs">Takes the pairs; emptied first.</param>
    public void Find(FlowingBox box, ParticleColumns particles, StepParameters step, float reachFixed, float reachShare, List<Int4> pairs)
    {
        pairs.Clear();
        float largest = 0;
        for (int i = 0; i < count; i++)
        {
            largest = Math.Max(largest, particles.Size[i].X);
        }

        double cutoff = (2 * largest * (1 + reachShare)) + reachFixed;
        int[] n = new int[3];
        for (int axis = 0; axis < 3; axis++)
        {
            n[axis] = Math.Clamp((int)(box.FaceDistance(axis) / cutoff), 1, 256);
        }

        bool few = n[0] < 3 || n[1] < 3 || n[2] < 3;
        if (!few)
        {
            Sort(particles.Place.Span[..count], n);
        }

        device.Chunks(count, (from, to) => FindChunk(from, to, particles, few ? null : n, in step, reachFixed, reachShare));
        foreach (List<Int4> chunk in found)
        {
            pairs.AddRange(CollectionsMarshal.AsSpan(chunk));
        }
    }

    /// <summary>Pairs whose first particle is in a chunk; among all particles where there are too few cells.</summary>
    private void FindChunk(int from, int to, ParticleColumns particles, int[]? n, in StepParameters step, float reachFixed, float reachShare)
    {
        ReadOnlySpan<Int4> place = particles.Place.Span[..count];
        ReadOnlySpan<Float4> size = particles.Size.Span[..count];
        List<Int4> pairs = found[from / HostDevice.Chunk];
        pairs.Clear();
        for (int i = from; i < to; i++)
        {
            int first = pairs.Count;
            if (n is null)
            {
                Among(i, place, size, in step, reachFixed, reachShare, pairs);
                continue;
            }

            Around(i, place, size, n, in step, reachFixed, reachShare, pairs);
            CollectionsMarshal.AsSpan(pairs)[first..].Sort(static (a, b) => a.Y.CompareTo(b.Y));
        }
    }

    private static bool Near(int i, int j, ReadOnlySpan<Int4> place, ReadOnlySpan<Float4> size, in StepParameters step, float reachFixed, float reachShare)
    {
        Float4 d = BoxGeometry.Between(place[i], place[j], in step);
        float reach = ((size[i].X + size[j].X) * (1f + reachShare)) + reachFixed;
        return Float4.Dot(d, d) < reach * reach;
    }

    private static int Cell(int place, int n) => (int)(((ulong)(uint)place * (ulong)n) >> 32);

    private void Among(int i, ReadOnlySpan<Int4> place, ReadOnlySpan<Float4> size, in StepParameters step, float reachFixed, float reachShare, List<Int4> pairs)
    {
        for (int j = i + 1; j < count; j++)
        {
            if (Near(i, j, place, size, in step, reachFixed, reachShare))
            {
                pairs.Add(new(i, j, LinkKind.Pair));
            }
        }
    }

    private void Sort(ReadOnlySpan<Int4> place, ReadOnlySpan<int> n)
    {
        int cells = n[0] * n[1] * n[2];
        if (cellStart.Length < cells + 1)
        {
            cellStart = new int[cells + 1];
        }

        Array.Clear(cellStart, 0, cells + 1);
        for (int i = 0; i < count; i++)
        {
            cellOf[i] = Cell(place[i].X, n[0]) + (n[0] * (Cell(place[i].Y, n[1]) + (n[1] * Cell(place[i].Z, n[2]))));
            cellStart[cellOf[i] + 1]++;
        }

        for (int c = 0; c < cells; c++)
        {
            cellStart[c + 1] += cellStart[c];
        }

        for (int i = count - 1; i >= 0; i--)
        {
            order[--cellStart[cellOf[i] + 1]] = i;
        }

        // The counting sort above leaves start(c) in entry c + 1: shift back.
        for (int c = 0; c < cells; c++)
        {
            cellStart[c] = cellStart[c + 1];
        }

        cellStart[cells] = count;
    }

    private void Around(int i, ReadOnlySpan<Int4> place, ReadOnlySpan<Float4> size, ReadOnlySpan<int> n, in StepParameters step, float reachFixed, float reachShare, List<Int4> pairs)
    {
        int cx = Cell(place[i].X, n[0]), cy = Cell(place[i].Y, n[1]), cz = Cell(place[i].Z, n[2]);
        for (int oz = -1; oz <= 1; oz++)
        {
            int z = (cz + oz + n[2]) % n[2];
            for (int oy = -1; oy <= 1; oy++)
            {
                int y = (cy + oy + n[1]) % n[1];
                for (int ox = -1; ox <= 1; ox++)
                {
                    int cell = ((cx + ox + n[0]) % n[0]) + (n[0] * (y + (n[1] * z)));
                    for (int k = cellStart[cell]; k < cellStart[cell + 1]; k++)
                    {
                        int j = order[k];
                        if (j > i && Near(i, j, place, size, in step, reachFixed, reachShare))
                        {
                            pairs.Add(new(i, j, LinkKind.Pair));
                        }
                    }
                }
            }
        }
    }
}
