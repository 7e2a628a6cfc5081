using System.Numerics;
using System.Runtime.CompilerServices;

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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Forward(Room room)
    {
        int stride = 1, rest = n;
        foreach (int p in factors)
        {
            rest /= p;
            for (int k = 0; k < rest; k++)
            {
                for (int q = 0; q < stride; q++)
                {
                    int from = q + (stride * k), to = q + (stride * p * k), turn = stride * k;
                    switch (p)
                    {
                        case 2:
                            Two(room, from, stride * rest, to, stride, turn);
                            break;
                        case 4:
                            Four(room, from, stride * rest, to, stride, turn);
                            break;
                        case 5:
                            Five(room, from, stride * rest, to, stride, turn);
                            break;
                        default:
                            Odd(room, p, from, stride * rest, to, stride, turn);
                            break;
                    }
                }
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

    private void Put(Room room, int at, Vector<double> re, Vector<double> im, int turn)
    {
        if (turn == 0)
        {
            (room.OtherRe[at], room.OtherIm[at]) = (re, im);
            return;
        }

        double c = cosines[turn], s = sines[turn];
        room.OtherRe[at] = (re * c) - (im * s);
        room.OtherIm[at] = (re * s) + (im * c);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Two(Room room, int from, int step, int to, int stride, int turn)
    {
        Vector<double> a = room.Re[from], b = room.Re[from + step], c = room.Im[from], d = room.Im[from + step];
        Put(room, to, a + b, c + d, 0);
        Put(room, to + stride, a - b, c - d, turn);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Four(Room room, int from, int step, int to, int stride, int turn)
    {
        Vector<double> ar = room.Re[from], ai = room.Im[from], br = room.Re[from + step], bi = room.Im[from + step];
        Vector<double> cr = room.Re[from + (2 * step)], ci = room.Im[from + (2 * step)], dr = room.Re[from + (3 * step)], di = room.Im[from + (3 * step)];
        Vector<double> sr = ar + cr, si = ai + ci, tr = ar - cr, ti = ai - ci, ur = br + dr, ui = bi + di, vr = br - dr, vi = bi - di;
        Put(room, to, sr + ur, si + ui, 0);
        Put(room, to + stride, tr + vi, ti - vr, turn);
        Put(room, to + (2 * stride), sr - ur, si - ui, 2 * turn);
        Put(room, to + (3 * stride), tr - vi, ti + vr, 3 * turn);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Five(Room room, int from, int step, int to, int stride, int turn)
    {
        Vector<double> r = room.Re[from], i = room.Im[from];
        Vector<double> nearRe = room.Re[from + step] + room.Re[from + (4 * step)], nearIm = room.Im[from + step] + room.Im[from + (4 * step)];
        Vector<double> farRe = room.Re[from + (2 * step)] + room.Re[from + (3 * step)], farIm = room.Im[from + (2 * step)] + room.Im[from + (3 * step)];
        Vector<double> apartRe = room.Re[from + step] - room.Re[from + (4 * step)], apartIm = room.Im[from + step] - room.Im[from + (4 * step)];
        Vector<double> beyondRe = room.Re[from + (2 * step)] - room.Re[from + (3 * step)], beyondIm = room.Im[from + (2 * step)] - room.Im[from + (3 * step)];
        double c1 = cosines[n / 5], c2 = cosines[2 * n / 5], s1 = sines[n / 5], s2 = sines[2 * n / 5];
        Vector<double> aRe = r + (nearRe * c1) + (farRe * c2), aIm = i + (nearIm * c1) + (farIm * c2), bRe = r + (nearRe * c2) + (farRe * c1), bIm = i + (nearIm * c2) + (farIm * c1);
        Vector<double> oddARe = (apartRe * s1) + (beyondRe * s2), oddAIm = (apartIm * s1) + (beyondIm * s2), oddBRe = (apartRe * s2) - (beyondRe * s1), oddBIm = (apartIm * s2) - (beyondIm * s1);
        Put(room, to, r + nearRe + farRe, i + nearIm + farIm, 0);
        Put(room, to + stride, aRe - oddAIm, aIm + oddARe, turn);
        Put(room, to + (2 * stride), bRe - oddBIm, bIm + oddBRe, 2 * turn);
        Put(room, to + (3 * stride), bRe + oddBIm, bIm - oddBRe, 3 * turn);
        Put(room, to + (4 * stride), aRe + oddAIm, aIm - oddARe, 4 * turn);
    }

    /// <summary>An odd factor: places r and p − r enter the sums of t and p − t as their sum and their difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Odd(Room room, int p, int from, int step, int to, int stride, int turn)
    {
        Vector<double> re = room.Re[from], im = room.Im[from];
        Vector<double> sumRe = re, sumIm = im;
        for (int r = 1; r < p; r++)
        {
            sumRe += room.Re[from + (r * step)];
            sumIm += room.Im[from + (r * step)];
        }

        Put(room, to, sumRe, sumIm, 0);
        for (int t = 1; t <= p / 2; t++)
        {
            Vector<double> evenRe = re, evenIm = im, oddRe = Vector<double>.Zero, oddIm = Vector<double>.Zero;
            for (int r = 1; r <= p / 2; r++)
            {
                int near = from + (r * step), far = from + ((p - r) * step), at = r * t % p * (n / p);
                evenRe += (room.Re[near] + room.Re[far]) * cosines[at];
                evenIm += (room.Im[near] + room.Im[far]) * cosines[at];
                oddRe += (room.Re[near] - room.Re[far]) * sines[at];
                oddIm += (room.Im[near] - room.Im[far]) * sines[at];
            }

            Put(room, to + (t * stride), evenRe - oddIm, evenIm + oddRe, t * turn);
            Put(room, to + ((p - t) * stride), evenRe + oddIm, evenIm - oddRe, (p - t) * turn);
        }
    }
}
