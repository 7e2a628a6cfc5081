using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DispersionSim.Analysis;

/// <summary>Fourier sums Σ e^(−2πi jk/n) over the set bits j of lines, for a few neighbouring wave numbers k: one a lane.</summary>
/// <remarks>What each value of each byte of a line adds is looked up: an eighth of the sums, and of a line only those wave numbers that are asked for. One thread's.</remarks>
internal sealed class BitWaves : ILineSums
{
    /// <summary>Bytes of a line whose tables stay in the second-level cache together.</summary>
    private const int BytesAtOnce = 32;

    private const int Values = 256;

    private readonly PhaseBits bits;
    private readonly int n;
    private readonly double[] cosines;
    private readonly double[] sines;
    private readonly Vector<double>[] re;
    private readonly Vector<double>[] im;

    /// <summary>Sums of lines.</summary>
    /// <param name="bits">The lines.</param>
    /// <param name="length">Bits of a line.</param>
    public BitWaves(PhaseBits bits, int length)
    {
        (this.bits, n) = (bits, length);
        cosines = [.. Enumerable.Range(0, n).Select(k => Math.Cos(2 * Math.PI * k / n))];
        sines = [.. Enumerable.Range(0, n).Select(k => -Math.Sin(2 * Math.PI * k / n))];
        re = new Vector<double>[Math.Min(BytesAtOnce, (n + 7) / 8) * Values];
        im = new Vector<double>[re.Length];
    }

    public void Sum(int first, Vector<double>[] toRe, Vector<double>[] toIm)
    {
        for (int from = 0; from < bits.BytesPerLine; from += BytesAtOnce)
        {
            int count = Math.Min(BytesAtOnce, bits.BytesPerLine - from);
            Tabulate(from, count, first);
            Add(bits.Bytes[from..], bits.BytesPerLine, count, from > 0, toRe, toIm);
        }
    }

    /// <summary>A byte's value adds what it adds without its lowest bit, and that bit's wave.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Tabulate(int from, int count, int first)
    {
        for (int place = 0; place < count; place++)
        {
            Span<Vector<double>> ofRe = re.AsSpan(place * Values, Values), ofIm = im.AsSpan(place * Values, Values);
            for (int bit = 0; bit < 8; bit++)
            {
                (Vector<double> cosine, Vector<double> sine) = Wave(((from + place) * 8) + bit, first);
                for (int value = 0; value < 1 << bit; value++)
                {
                    ofRe[value + (1 << bit)] = ofRe[value] + cosine;
                    ofIm[value + (1 << bit)] = ofIm[value] + sine;
                }
            }
        }
    }

    private (Vector<double> Cosine, Vector<double> Sine) Wave(int place, int first)
    {
        Span<double> c = stackalloc double[Vector<double>.Count], s = stackalloc double[Vector<double>.Count];
        for (int lane = 0; lane < c.Length; lane++)
        {
            int turn = (int)((long)place * (first + lane) % n);
            (c[lane], s[lane]) = (cosines[turn], sines[turn]);
        }

        return (new(c), new(s));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(ReadOnlySpan<byte> bytes, int bytesPerLine, int count, bool further, Vector<double>[] toRe, Vector<double>[] toIm)
    {
        ref Vector<double> ofRe = ref MemoryMarshal.GetArrayDataReference(re), ofIm = ref MemoryMarshal.GetArrayDataReference(im);
        for (int line = 0; line < toRe.Length; line++)
        {
            Vector<double> sumRe = further ? toRe[line] : default, sumIm = further ? toIm[line] : default;
            ReadOnlySpan<byte> own = bytes.Slice(line * bytesPerLine, count);
            for (int place = 0; place < own.Length; place++)
            {
                int at = (place * Values) + own[place];
                sumRe += Unsafe.Add(ref ofRe, at);
                sumIm += Unsafe.Add(ref ofIm, at);
            }

            (toRe[line], toIm[line]) = (sumRe, sumIm);
        }
    }
}
