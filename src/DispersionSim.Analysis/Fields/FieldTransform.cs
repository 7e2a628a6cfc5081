using System.Numerics;
using System.Runtime.CompilerServices;

namespace DispersionSim.Analysis;

/// <summary>Three-dimensional Fourier transform of a phase's indicator, half of it kept: the other half is its conjugate.</summary>
/// <remarks>Real lines are transformed two at a time, as the parts of a complex one. Layout (n₀, n₁, n₂/2 + 1 and padding).</remarks>
internal sealed class FieldTransform
{
    // A transform is over before the runtime would have noticed that its loops are hot.
    private const MethodImplOptions AtOnce = MethodImplOptions.AggressiveOptimization;

    private readonly int n0;
    private readonly int n1;
    private readonly int n2;
    private readonly int half;
    private readonly int padded;
    private readonly ParallelOptions parallel;
    private readonly double[] re;
    private readonly double[] im;

    private static int Lanes => Vector<double>.Count;

    /// <summary>The transform of one label.</summary>
    /// <param name="field">The field.</param>
    /// <param name="label">The label.</param>
    /// <param name="threads">Threads.</param>
    public FieldTransform(VoxelField field, byte label, int threads)
    {
        (n0, n1, n2) = (field.Shape[0], field.Shape[1], field.Shape[2]);
        half = (n2 / 2) + 1;
        padded = (half + Lanes - 1) / Lanes * Lanes;
        parallel = new() { MaxDegreeOfParallelism = threads };
        re = new double[(long)n0 * n1 * padded];
        im = new double[re.Length];
        FirstPass(field.Labels, label);
        Pass(n1, padded, n0, (long)n1 * padded);
        Pass(n0, (long)n1 * padded, n1, padded);
    }

    /// <summary>Turns the transform X into X·Y*: that of the correlation of both.</summary>
    [MethodImpl(AtOnce)]
    public void Correlate(FieldTransform other)
    {
        for (long k = 0; k < re.Length; k++)
        {
            (double a, double b, double c, double d) = (re[k], im[k], other.re[k], other.im[k]);
            (re[k], im[k]) = ((a * c) + (b * d), (b * c) - (a * d));
        }
    }

    /// <summary>Transforms back and hands out the lines along axis 2, from several threads at once.</summary>
    /// <param name="line">Called with i₀, i₁ and the line.</param>
    public void Back(Action<int, int, double[]> line)
    {
        // The inverse is the conjugate of the transform of the conjugate.
        for (long k = 0; k < im.Length; k++)
        {
            im[k] = -im[k];
        }

        Pass(n0, (long)n1 * padded, n1, padded);
        Pass(n1, padded, n0, (long)n1 * padded);
        LastPass(line);
    }

    /// <summary>Transforms lines of length n whose places lie a step apart, for all blocks.</summary>
    private void Pass(int n, long step, int blocks, long blockStep)
    {
        if (n == 1)
        {
            return;
        }

        var transform = new LineTransform(n);
        Parallel.For(0, blocks, parallel, () => new LineTransform.Room(n), (block, _, room) =>
        {
            PassBlock(transform, room, n, step, block * blockStep);
            return room;
        }, _ => { });
    }

    [MethodImpl(AtOnce)]
    private void PassBlock(LineTransform transform, LineTransform.Room room, int n, long step, long from)
    {
        for (long at = from; at < from + padded; at += Lanes)
        {
            for (int j = 0; j < n; j++)
            {
                room.Re[j] = Vector.LoadUnsafe(ref re[at + (j * step)]);
                room.Im[j] = Vector.LoadUnsafe(ref im[at + (j * step)]);
            }

            transform.Forward(room);
            for (int j = 0; j < n; j++)
            {
                room.Re[j].StoreUnsafe(ref re[at + (j * step)]);
                room.Im[j].StoreUnsafe(ref im[at + (j * step)]);
            }
        }
    }

    /// <summary>Lanes of pairs of lines: lane l holds lines 2l and 2l + 1 of the block.</summary>
    private void FirstPass(byte[] labels, byte label)
    {
        var transform = new LineTransform(n2);
        int lines = n0 * n1;
        Parallel.For(0, (lines + (2 * Lanes) - 1) / (2 * Lanes), parallel, () => new Pairs(n2), (block, _, pairs) =>
        {
            for (int l = 0; l < Lanes; l++)
            {
                int a = (block * 2 * Lanes) + (2 * l);
                Indicate(labels.AsSpan(Math.Min(a, lines) * n2, a < lines ? n2 : 0), label, pairs.Re, l);
                Indicate(labels.AsSpan(Math.Min(a + 1, lines) * n2, a + 1 < lines ? n2 : 0), label, pairs.Im, l);
            }

            pairs.Transform(transform);
            for (int l = 0; l < Lanes; l++)
            {
                int a = (block * 2 * Lanes) + (2 * l);
                Split(pairs, l, (long)a * padded, a < lines, a + 1 < lines);
            }

            return pairs;
        }, _ => { });
    }

    /// <summary>A line's indicator into a lane; 0 where there is no line.</summary>
    [MethodImpl(AtOnce)]
    private void Indicate(ReadOnlySpan<byte> line, byte label, double[] to, int lane)
    {
        for (int k = 0, at = lane; k < n2; k++, at += Lanes)
        {
            to[at] = k < line.Length && line[k] == label ? 1 : 0;
        }
    }

    /// <summary>Parts the transforms of two real lines: A = (Z_k + Z*_{n−k})/2, B = (Z_k − Z*_{n−k})/2i.</summary>
    [MethodImpl(AtOnce)]
    private void Split(Pairs pairs, int lane, long at, bool first, bool second)
    {
        for (int k = 0; k < half; k++)
        {
            int here = (k * Lanes) + lane, there = (k == 0 ? 0 : n2 - k) * Lanes + lane;
            double a = pairs.Re[here], b = pairs.Im[here], c = pairs.Re[there], d = -pairs.Im[there];
            if (first)
            {
                (re[at + k], im[at + k]) = ((a + c) / 2, (b + d) / 2);
            }

            if (second)
            {
                (re[at + padded + k], im[at + padded + k]) = ((b - d) / 2, (c - a) / 2);
            }
        }
    }

    private void LastPass(Action<int, int, double[]> hand)
    {
        var transform = new LineTransform(n2);
        int lines = n0 * n1;
        double scale = 1.0 / ((double)n0 * n1 * n2);
        Parallel.For(0, (lines + (2 * Lanes) - 1) / (2 * Lanes), parallel, () => new Pairs(n2), (block, _, pairs) =>
        {
            for (int l = 0; l < Lanes; l++)
            {
                int a = (block * 2 * Lanes) + (2 * l);
                Join(pairs, l, (long)a * padded, a < lines, a + 1 < lines);
            }

            pairs.Transform(transform);
            for (int l = 0; l < 2 * Lanes; l++)
            {
                int at = (block * 2 * Lanes) + l;
                if (at < lines)
                {
                    pairs.TakeLine(l, scale);
                    hand(at / n1, at % n1, pairs.Line);
                }
            }

            return pairs;
        }, _ => { });
    }

    /// <summary>Z = A + iB, of half lines whose other half is their conjugate.</summary>
    [MethodImpl(AtOnce)]
    private void Join(Pairs pairs, int lane, long at, bool first, bool second)
    {
        for (int k = 0; k < half; k++)
        {
            (double a, double b) = first ? (re[at + k], im[at + k]) : (0, 0);
            (double c, double d) = second ? (re[at + padded + k], im[at + padded + k]) : (0, 0);
            int here = (k * Lanes) + lane, there = ((n2 - k) % n2 * Lanes) + lane;
            (pairs.Re[there], pairs.Im[there]) = (a + d, c - b);
            (pairs.Re[here], pairs.Im[here]) = (a - d, b + c);
        }
    }

    /// <summary>Memory of one thread: places of several pairs of lines, lane by lane.</summary>
    private sealed class Pairs(int n)
    {
        private readonly LineTransform.Room room = new(n);

        public double[] Re { get; } = new double[n * Lanes];

        public double[] Im { get; } = new double[n * Lanes];

        public double[] Line { get; } = new double[n];

        /// <summary>One of the real lines, two a lane, times a factor.</summary>
        [MethodImpl(AtOnce)]
        public void TakeLine(int number, double scale)
        {
            double[] from = number % 2 == 0 ? Re : Im;
            for (int k = 0; k < n; k++)
            {
                Line[k] = from[(k * Lanes) + (number / 2)] * scale;
            }
        }

        [MethodImpl(AtOnce)]
        public void Transform(LineTransform transform)
        {
            for (int k = 0; k < n; k++)
            {
                (room.Re[k], room.Im[k]) = (Vector.LoadUnsafe(ref Re[k * Lanes]), Vector.LoadUnsafe(ref Im[k * Lanes]));
            }

            transform.Forward(room);
            for (int k = 0; k < n; k++)
            {
                room.Re[k].StoreUnsafe(ref Re[k * Lanes]);
                room.Im[k].StoreUnsafe(ref Im[k * Lanes]);
            }
        }
    }
}
