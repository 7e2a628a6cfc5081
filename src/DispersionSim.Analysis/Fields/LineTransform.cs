using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DispersionSim.Analysis;

/// <summary>Discrete Fourier transform of many lines side by side, of any length.</summary>
/// <remarks>
/// Stockham's self-sorting form with a factor at a time, fours first, then the prime factors: X_k = Σ x_j e^(−2πi jk/n). Each vector holds one place of several
/// lines, so that nothing is shuffled.
/// </remarks>
internal sealed class LineTransform
{
    private readonly int n;
    private readonly int[] factors;
    private readonly double[] cosines;
    private readonly double[] sines;

    public LineTransform(int length)
    {
        n = length;
        factors = Factors(length);
        cosines = [.. Enumerable.Range(0, n).Select(k => Math.Cos(2 * Math.PI * k / n))];
        sines = [.. Enumerable.Range(0, n).Select(k => -Math.Sin(2 * Math.PI * k / n))];
    }

    /// <summary>Places of a transform's memory.</summary>
    public sealed class Room(int n)
    {
        public Vector<double>[] Re { get; set; } = new Vector<double>[n];

        public Vector<double>[] Im { get; set; } = new Vector<double>[n];

        public Vector<double>[] OtherRe { get; set; } = new Vector<double>[n];

        public Vector<double>[] OtherIm { get; set; } = new Vector<double>[n];

        public void Turn() => (Re, Im, OtherRe, OtherIm) = (OtherRe, OtherIm, Re, Im);
    }

    /// <summary>Transforms the lines in a room's Re and Im in place.</summary>
    public void Forward(Room room)
    {
        int stride = 1, rest = n;
        foreach (int p in factors)
        {
            rest /= p;
            switch (p)
            {
                case 2:
                    Twos(room, stride, rest);
                    break;
                case 4:
                    Fours(room, stride, rest);
                    break;
                case 5:
                    Fives(room, stride, rest);
                    break;
                default:
                    Odds(room, p, stride, rest);
                    break;
            }

            stride *= p;
            room.Turn();
        }
    }

    private static int[] Factors(int length)
    {
        var found = new List<int>();
        while (length % 4 == 0)
        {
            found.Add(4);
            length /= 4;
        }

        for (int p = 2; length > 1; p++)
        {
            for (; length % p == 0; length /= p)
            {
                found.Add(p);
            }
        }

        return [.. found];
    }

    /// <summary>What the results of a butterfly are turned by: e^(−2πi turn/n).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Turning By(int turn) => new(new Vector<double>(cosines[turn]), new Vector<double>(sines[turn]));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Twos(Room room, int stride, int rest)
    {
        Places from = new(room.Re, room.Im), to = new(room.OtherRe, room.OtherIm);
        int step = stride * rest;
        for (int k = 0; k < rest; k++)
        {
            Turning once = By(stride * k);
            for (int q = 0; q < stride; q++)
            {
                int at = q + (stride * k), put = q + (stride * 2 * k);
                Vector<double> a = from.Re(at), b = from.Re(at + step), c = from.Im(at), d = from.Im(at + step);
                to.Put(put, a + b, c + d);
                to.Put(put + stride, a - b, c - d, once);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fours(Room room, int stride, int rest)
    {
        Places from = new(room.Re, room.Im), to = new(room.OtherRe, room.OtherIm);
        int step = stride * rest;
        for (int k = 0; k < rest; k++)
        {
            Turning once = By(stride * k), twice = By(2 * stride * k), thrice = By(3 * stride * k);
            for (int q = 0; q < stride; q++)
            {
                int at = q + (stride * k), put = q + (stride * 4 * k);
                Vector<double> ar = from.Re(at), ai = from.Im(at), br = from.Re(at + step), bi = from.Im(at + step);
                Vector<double> cr = from.Re(at + (2 * step)), ci = from.Im(at + (2 * step)), dr = from.Re(at + (3 * step)), di = from.Im(at + (3 * step));
                Vector<double> sr = ar + cr, si = ai + ci, tr = ar - cr, ti = ai - ci, ur = br + dr, ui = bi + di, vr = br - dr, vi = bi - di;
                to.Put(put, sr + ur, si + ui);
                to.Put(put + stride, tr + vi, ti - vr, once);
                to.Put(put + (2 * stride), sr - ur, si - ui, twice);
                to.Put(put + (3 * stride), tr - vi, ti + vr, thrice);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fives(Room room, int stride, int rest)
    {
        Places from = new(room.Re, room.Im), to = new(room.OtherRe, room.OtherIm);
        int step = stride * rest;
        double c1 = cosines[n / 5], c2 = cosines[2 * n / 5], s1 = sines[n / 5], s2 = sines[2 * n / 5];
        for (int k = 0; k < rest; k++)
        {
            Turning once = By(stride * k), twice = By(2 * stride * k), thrice = By(3 * stride * k), fourfold = By(4 * stride * k);
            for (int q = 0; q < stride; q++)
            {
                int at = q + (stride * k), put = q + (stride * 5 * k);
                Vector<double> r = from.Re(at), i = from.Im(at);
                Vector<double> nearRe = from.Re(at + step) + from.Re(at + (4 * step)), nearIm = from.Im(at + step) + from.Im(at + (4 * step));
                Vector<double> farRe = from.Re(at + (2 * step)) + from.Re(at + (3 * step)), farIm = from.Im(at + (2 * step)) + from.Im(at + (3 * step));
                Vector<double> apartRe = from.Re(at + step) - from.Re(at + (4 * step)), apartIm = from.Im(at + step) - from.Im(at + (4 * step));
                Vector<double> beyondRe = from.Re(at + (2 * step)) - from.Re(at + (3 * step)), beyondIm = from.Im(at + (2 * step)) - from.Im(at + (3 * step));
                Vector<double> aRe = r + (nearRe * c1) + (farRe * c2), aIm = i + (nearIm * c1) + (farIm * c2), bRe = r + (nearRe * c2) + (farRe * c1), bIm = i + (nearIm * c2) + (farIm * c1);
                Vector<double> oddARe = (apartRe * s1) + (beyondRe * s2), oddAIm = (apartIm * s1) + (beyondIm * s2), oddBRe = (apartRe * s2) - (beyondRe * s1), oddBIm = (apartIm * s2) - (beyondIm * s1);
                to.Put(put, r + nearRe + farRe, i + nearIm + farIm);
                to.Put(put + stride, aRe - oddAIm, aIm + oddARe, once);
                to.Put(put + (2 * stride), bRe - oddBIm, bIm + oddBRe, twice);
                to.Put(put + (3 * stride), bRe + oddBIm, bIm - oddBRe, thrice);
                to.Put(put + (4 * stride), aRe + oddAIm, aIm - oddARe, fourfold);
            }
        }
    }

    private void Odds(Room room, int p, int stride, int rest)
    {
        for (int k = 0; k < rest; k++)
        {
            for (int q = 0; q < stride; q++)
            {
                Odd(room, p, q + (stride * k), stride * rest, q + (stride * p * k), stride, stride * k);
            }
        }
    }

    /// <summary>An odd factor: places r and p − r enter the sums of t and p − t as their sum and their difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Odd(Room room, int p, int at, int step, int put, int stride, int turn)
    {
        Places from = new(room.Re, room.Im), to = new(room.OtherRe, room.OtherIm);
        Vector<double> re = from.Re(at), im = from.Im(at);
        Vector<double> sumRe = re, sumIm = im;
        for (int r = 1; r < p; r++)
        {
            sumRe += from.Re(at + (r * step));
            sumIm += from.Im(at + (r * step));
        }

        to.Put(put, sumRe, sumIm);
        for (int t = 1; t <= p / 2; t++)
        {
            Vector<double> evenRe = re, evenIm = im, oddRe = Vector<double>.Zero, oddIm = Vector<double>.Zero;
            for (int r = 1; r <= p / 2; r++)
            {
                int near = at + (r * step), far = at + ((p - r) * step), angle = r * t % p * (n / p);
                evenRe += (from.Re(near) + from.Re(far)) * cosines[angle];
                evenIm += (from.Im(near) + from.Im(far)) * cosines[angle];
                oddRe += (from.Re(near) - from.Re(far)) * sines[angle];
                oddIm += (from.Im(near) - from.Im(far)) * sines[angle];
            }

            to.Put(put + (t * stride), evenRe - oddIm, evenIm + oddRe, By(t * turn));
            to.Put(put + ((p - t) * stride), evenRe + oddIm, evenIm - oddRe, By((p - t) * turn));
        }
    }

    private readonly record struct Turning(Vector<double> Cosine, Vector<double> Sine);

    /// <summary>Places of a room without a check of bounds at each: a butterfly's are within it by construction.</summary>
    private readonly ref struct Places(Vector<double>[] re, Vector<double>[] im)
    {
        private readonly ref Vector<double> re = ref MemoryMarshal.GetArrayDataReference(re);
        private readonly ref Vector<double> im = ref MemoryMarshal.GetArrayDataReference(im);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<double> Re(int at) => Unsafe.Add(ref re, at);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<double> Im(int at) => Unsafe.Add(ref im, at);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Put(int at, Vector<double> ofRe, Vector<double> ofIm) => (Unsafe.Add(ref re, at), Unsafe.Add(ref im, at)) = (ofRe, ofIm);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Put(int at, Vector<double> ofRe, Vector<double> ofIm, Turning by) => Put(at, (ofRe * by.Cosine) - (ofIm * by.Sine), (ofRe * by.Sine) + (ofIm * by.Cosine));
    }
}
