using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DispersionSim.Analysis;

/// <summary>Fourier sums Σ e^(−2πi jk/n) over the set bits j of lines, for any few neighbouring wave numbers k: one a lane.</summary>
internal interface ILineSums
{
    /// <summary>The sums of every line.</summary>
    /// <param name="first">Lowest wave number, a multiple of the lanes.</param>
    /// <param name="toRe">Real parts, a vector a line.</param>
    /// <param name="toIm">Imaginary parts.</param>
    void Sum(int first, Vector<double>[] toRe, Vector<double>[] toIm);
}

/// <summary>The sums of all lines and all wave numbers at once, by fast transform, and kept: 8 bytes a voxel.</summary>
/// <remarks>For pictures: sums byte by byte (<see cref="BitWaves"/>) take n/8 steps a wave number, which on lines of thousands of pixels is far more than a transform's share, and a picture's spectrum is small.</remarks>
internal sealed class LineSpectra : ILineSums
{
    private readonly int lines;
    private readonly int n;
    private readonly Vector<double>[] re;
    private readonly Vector<double>[] im;

    /// <summary>Transforms lines.</summary>
    /// <param name="bits">The lines.</param>
    /// <param name="length">Bits of a line.</param>
    /// <param name="parallel">Threads.</param>
    public LineSpectra(PhaseBits bits, int length, ParallelOptions parallel)
    {
        (n, lines) = (length, bits.Bytes.Length / bits.BytesPerLine);
        int blocks = ((n / 2) + Lanes) / Lanes, abreast = 2 * Lanes;
        (re, im) = (new Vector<double>[blocks * lines], new Vector<double>[blocks * lines]);
        var transform = new LineTransform(n);
        Parallel.For(0, (lines + abreast - 1) / abreast, parallel, () => new LineTransform.Room(n), (group, _, room) =>
        {
            Gather(bits, group * abreast, room);
            transform.Forward(room);
            Part(room, group * abreast);
            return room;
        }, _ => { });
    }

    private static int Lanes => Vector<double>.Count;

    public void Sum(int first, Vector<double>[] toRe, Vector<double>[] toIm)
    {
        int from = first / Lanes * lines;
        Array.Copy(re, from, toRe, 0, lines);
        Array.Copy(im, from, toIm, 0, lines);
    }

    /// <summary>Two lines a lane, one as the real and one as the imaginary part; beyond the last there is nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Gather(PhaseBits bits, int from, LineTransform.Room room)
    {
        for (int part = 0; part < 2; part++)
        {
            Span<double> to = MemoryMarshal.Cast<Vector<double>, double>((part == 0 ? room.Re : room.Im).AsSpan());
            for (int lane = 0; lane < Lanes; lane++)
            {
                int line = from + (part * Lanes) + lane;
                ReadOnlySpan<byte> own = line < lines ? bits.Bytes.Slice(line * bits.BytesPerLine, bits.BytesPerLine) : [];
                for (int j = 0; j < n; j++)
                {
                    to[(j * Lanes) + lane] = own.Length > 0 ? (own[j / 8] >> (j % 8)) & 1 : 0;
                }
            }
        }
    }

    /// <summary>Spectra of the two lines of a lane: what of Z(k) is as in Z*(n − k) is the one's, what is opposite the other's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Part(LineTransform.Room room, int from)
    {
        Span<double> toRe = MemoryMarshal.Cast<Vector<double>, double>(re.AsSpan()), toIm = MemoryMarshal.Cast<Vector<double>, double>(im.AsSpan());
        for (int k = 0; k <= n / 2; k++)
        {
            int mirrored = (n - k) % n, block = k / Lanes * lines;
            Vector<double> a = room.Re[k], b = room.Im[k], c = room.Re[mirrored], d = room.Im[mirrored], half = new(0.5);
            Vector<double> firstRe = (a + c) * half, firstIm = (b - d) * half, secondRe = (b + d) * half, secondIm = (c - a) * half;
            for (int lane = 0; lane < Lanes; lane++)
            {
                int line = from + lane;
                if (line < lines)
                {
                    int at = ((block + line) * Lanes) + (k % Lanes);
                    (toRe[at], toIm[at]) = (firstRe[lane], firstIm[lane]);
                }

                line += Lanes;
                if (line < lines)
                {
                    int at = ((block + line) * Lanes) + (k % Lanes);
                    (toRe[at], toIm[at]) = (secondRe[lane], secondIm[lane]);
                }
            }
        }
    }
}
