using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>All pairs nearer than the sum of their radii and a skin, in any tilted periodic box, sorted by first and second particle.</summary>
/// <remarks>Cells in fractional coordinates; the cell count along an axis keeps the distance between cell faces above the longest reach.</remarks>
public sealed class PairSearch(int count, HostDevice device)
{
    /// <summary>By how much the coarse test of eight candidates at a time reaches further, for its rounding.</summary>
    private const float Margin = 1.0001f;

    private static readonly int Lanes = Vector256<float>.Count;

    private readonly int[] cellOf = new int[count];
    private readonly int[] order = new int[count];
    private readonly int[] x = new int[count + Vector256<float>.Count];
    private readonly int[] y = new int[count + Vector256<float>.Count];
    private readonly int[] z = new int[count + Vector256<float>.Count];
    private readonly float[] radius = new float[count + Vector256<float>.Count];
    private readonly List<Int4>[] found = [.. Enumerable.Range(0, HostDevice.ChunkCount(count)).Select(_ => new List<Int4>())];
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
        Sort(particles.Place.Span[..count], few ? [1, 1, 1] : n);
        LayOut(particles.Place.Span[..count], particles.Size.Span[..count]);
        device.Chunks(count, (from, to) => FindChunk(from, to, new(particles.Place.Span[..count], particles.Size.Span[..count], in step, reachFixed, reachShare), few ? null : n));
        foreach (List<Int4> chunk in found)
        {
            pairs.AddRange(CollectionsMarshal.AsSpan(chunk));
        }
    }

    /// <summary>Pairs whose first particle is in a chunk; among all particles where there are too few cells.</summary>
    private void FindChunk(int from, int to, Reach reach, int[]? n)
    {
        List<Int4> pairs = found[from / HostDevice.Chunk];
        pairs.Clear();
        for (int i = from; i < to; i++)
        {
            int first = pairs.Count;
            if (n is null)
            {
                Among(i, i + 1, count, in reach, pairs);
                continue;
            }

            Around(i, n, in reach, pairs);
            CollectionsMarshal.AsSpan(pairs)[first..].Sort(static (a, b) => a.Y.CompareTo(b.Y));
        }
    }

    private static int Cell(int place, int n) => (int)(((ulong)(uint)place * (ulong)n) >> 32);

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

    /// <summary>Places and radii column by column, in the order of cells.</summary>
    private void LayOut(ReadOnlySpan<Int4> place, ReadOnlySpan<Float4> size)
    {
        for (int k = 0; k < count; k++)
        {
            int i = order[k];
            (x[k], y[k], z[k], radius[k]) = (place[i].X, place[i].Y, place[i].Z, size[i].X);
        }
    }

    /// <summary>Cells run fastest along x, so that three in a row are one run of candidates, or two where the row wraps round.</summary>
    private void Around(int i, ReadOnlySpan<int> n, in Reach reach, List<Int4> pairs)
    {
        int cx = Cell(reach.Place[i].X, n[0]), cy = Cell(reach.Place[i].Y, n[1]), cz = Cell(reach.Place[i].Z, n[2]);
        for (int oz = -1; oz <= 1; oz++)
        {
            int plane = n[1] * ((cz + oz + n[2]) % n[2]);
            for (int oy = -1; oy <= 1; oy++)
            {
                int row = n[0] * (((cy + oy + n[1]) % n[1]) + plane);
                Among(i, cellStart[row + Math.Max(cx - 1, 0)], cellStart[row + Math.Min(cx + 2, n[0])], in reach, pairs);
                if (cx == 0 || cx == n[0] - 1)
                {
                    int wrapped = row + (cx == 0 ? n[0] - 1 : 0);
                    Among(i, cellStart[wrapped], cellStart[wrapped + 1], in reach, pairs);
                }
            }
        }
    }

    /// <summary>Pairs of a particle with candidates [from, to): tested coarsely side by side, and those that pass one by one.</summary>
    private void Among(int i, int from, int to, in Reach reach, List<Int4> pairs)
    {
        Int4 own = reach.Place[i];
        Vector256<int> ownX = Vector256.Create(own.X), ownY = Vector256.Create(own.Y), ownZ = Vector256.Create(own.Z);
        Vector256<float> share = Vector256.Create((1f + reach.Share) * Margin), most = Vector256.Create(((reach.Size[i].X * (1f + reach.Share)) + reach.Fixed) * Margin);
        ref int xs = ref MemoryMarshal.GetArrayDataReference(x), ys = ref MemoryMarshal.GetArrayDataReference(y), zs = ref MemoryMarshal.GetArrayDataReference(z);
        ref float radii = ref MemoryMarshal.GetArrayDataReference(radius);
        for (int k = from; k < to; k += Lanes)
        {
            var at = (nuint)k;
            Vector256<float> ix = Vector256.ConvertToSingle(ownX - Vector256.LoadUnsafe(ref xs, at));
            Vector256<float> iy = Vector256.ConvertToSingle(ownY - Vector256.LoadUnsafe(ref ys, at));
            Vector256<float> iz = Vector256.ConvertToSingle(ownZ - Vector256.LoadUnsafe(ref zs, at));
            Vector256<float> longest = (Vector256.LoadUnsafe(ref radii, at) * share) + most;
            uint near = Vector256.LessThan(reach.Square(ix, iy, iz), longest * longest).ExtractMostSignificantBits();
            near &= to - k < Lanes ? (1u << (to - k)) - 1 : uint.MaxValue;
            for (; near != 0; near &= near - 1)
            {
                int j = order[k + BitOperations.TrailingZeroCount(near)];
                if (j > i && reach.Covers(i, j))
                {
                    pairs.Add(new(i, j, LinkKind.Pair));
                }
            }
        }
    }

    /// <summary>Which pairs are listed.</summary>
    private readonly ref struct Reach(ReadOnlySpan<Int4> place, ReadOnlySpan<Float4> size, in StepParameters step, float fixedReach, float share)
    {
        private readonly StepParameters step = step;

        public ReadOnlySpan<Int4> Place { get; } = place;

        public ReadOnlySpan<Float4> Size { get; } = size;

        /// <summary>Skin that every pair has.</summary>
        public float Fixed { get; } = fixedReach;

        /// <summary>Skin as a share of the sum of radii.</summary>
        public float Share { get; } = share;

        public bool Covers(int i, int j)
        {
            Float4 d = BoxGeometry.Between(Place[i], Place[j], in step);
            float reach = ((Size[i].X + Size[j].X) * (1f + Share)) + Fixed;
            return Float4.Dot(d, d) < reach * reach;
        }

        /// <summary>Squares of distances from differences of places, as <see cref="BoxGeometry.Between"/> has them.</summary>
        public Vector256<float> Square(Vector256<float> ix, Vector256<float> iy, Vector256<float> iz)
        {
            Vector256<float> fx = ix * BoxGeometry.PerTurn, fy = iy * BoxGeometry.PerTurn, fz = iz * BoxGeometry.PerTurn;
            Vector256<float> dx = (ix * step.Cell.X) + (fy * step.Tilt.X) + (fz * step.Tilt.Y);
            Vector256<float> dy = (iy * step.Cell.Y) + (fx * step.Tilt.Z) + (fz * step.Tilt.W);
            Vector256<float> dz = (iz * step.Cell.Z) + (fx * step.TiltZ.X) + (fy * step.TiltZ.Y);
            return (dx * dx) + (dy * dy) + (dz * dz);
        }
    }
}
