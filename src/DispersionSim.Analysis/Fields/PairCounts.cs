using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DispersionSim.Analysis;

/// <summary>How many pairs of voxels, one in each of two phases, lie a step apart on the torus; steps that differ in the signs of their parts are taken together.</summary>
/// <remarks>
/// The counts are the inverse Fourier transform of X·Y*. Their mean over signs is even along each axis, and so is its spectrum: X·Y* folded, real, an eighth of the whole; what is left are cosine
/// transforms. Wave numbers along axis 2 are gone through a few at a time, so that but two slices of the spectrum are in memory, and the folded eighth. Memory is what costs: half of
/// the time went into first touches of the whole spectrum.
/// </remarks>
internal sealed class PairCounts
{
    private readonly int[] shape;
    private readonly int[] halves;
    private readonly ParallelOptions parallel;

    /// <summary>For each few wave numbers along axis 2, the folded steps along axes 0 and 1.</summary>
    private readonly Vector<double>[] folded;

    /// <summary>Counts pairs.</summary>
    /// <param name="field">The field.</param>
    /// <param name="label">Phase of one end.</param>
    /// <param name="other">Phase of the other.</param>
    /// <param name="threads">Threads; the counts do not depend on them.</param>
    /// <param name="second">Field that the other phase is taken from, of the same shape; the same one where null.</param>
    public PairCounts(VoxelField field, byte label, byte other, int threads, VoxelField? second = null)
    {
        shape = [.. field.Shape];
        halves = [.. shape.Select(n => (n / 2) + 1)];
        parallel = new() { MaxDegreeOfParallelism = threads };
        int blocks = (halves[2] + Vector<double>.Count - 1) / Vector<double>.Count, steps = halves[0] * halves[1];
        folded = new Vector<double>[blocks * steps];
        Func<ILineSums> own = Sums(field, label), theirs = other == label && second is null ? own : Sums(second ?? field, other);
        Parallel.For(0, blocks, parallel, () => Slice(own, theirs), (block, _, slice) =>
        {
            slice.Fold(block * Vector<double>.Count, folded.AsSpan(block * steps, steps));
            return slice;
        }, _ => { });
    }

    private static int Lanes => Vector<double>.Count;

    private SpectrumSlice Slice(Func<ILineSums> own, Func<ILineSums> theirs)
    {
        ILineSums lines = own();
        return new(shape, lines, theirs == own ? lines : theirs());
    }

    /// <summary>What makes a thread's sums along axis 2; a picture's are had beforehand.</summary>
    private Func<ILineSums> Sums(VoxelField field, byte label)
    {
        PhaseBits bits = new(field, label);
        if (shape[0] > 1)
        {
            return () => new BitWaves(bits, shape[2]);
        }

        LineSpectra known = new(bits, shape[2], parallel);
        return () => known;
    }

    /// <summary>Steps along an axis that differ but in sign.</summary>
    public int Signs(int axis, int step) => step == 0 || 2 * step == shape[axis] ? 1 : 2;

    /// <summary>Hands out the counts for steps of no more than half the field along each axis, from several threads at once.</summary>
    /// <param name="take">Called with the steps along axes 0 and 1 and, for each along axis 2, the mean count over signs, whole but for rounding times the number of signs.</param>
    public void Lines(Action<int, int, ReadOnlySpan<double>> take)
    {
        int steps = halves[0] * halves[1], abreast = 2 * Lanes;
        double scale = 1.0 / ((double)shape[0] * shape[1] * shape[2]);
        var transform = new LineTransform(shape[2]);
        Parallel.For(0, (steps + abreast - 1) / abreast, parallel, () => (Room: new LineTransform.Room(shape[2]), Line: new double[halves[2]]), (group, _, mine) =>
        {
            int first = group * abreast, count = Math.Min(abreast, steps - first);
            Gather(mine.Room, first, count);
            transform.Forward(mine.Room);
            for (int l = 0; l < count; l++)
            {
                ReadOnlySpan<double> found = MemoryMarshal.Cast<Vector<double>, double>(l < Lanes ? mine.Room.Re : mine.Room.Im);
                for (int k = 0; k < mine.Line.Length; k++)
                {
                    mine.Line[k] = found[(k * Lanes) + (l % Lanes)] * scale;
                }

                take((first + l) / halves[1], (first + l) % halves[1], mine.Line);
            }

            return mine;
        }, _ => { });
    }

    /// <summary>Even lines into lanes: the transforms of two real even lines are the parts of one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Gather(LineTransform.Room room, int first, int count)
    {
        int n = shape[2], steps = halves[0] * halves[1];
        ReadOnlySpan<double> from = MemoryMarshal.Cast<Vector<double>, double>(folded);
        for (int part = 0; part < 2; part++)
        {
            Vector<double>[] lines = part == 0 ? room.Re : room.Im;
            Span<double> to = MemoryMarshal.Cast<Vector<double>, double>(lines.AsSpan());
            for (int k = 0; k < halves[2]; k++)
            {
                for (int l = 0; l < Lanes; l++)
                {
                    int line = (part * Lanes) + l;
                    to[(k * Lanes) + l] = line < count ? from[((((k / Lanes) * steps) + first + line) * Lanes) + (k % Lanes)] : 0;
                }

                lines[(n - k) % n] = lines[k];
            }
        }
    }
}
