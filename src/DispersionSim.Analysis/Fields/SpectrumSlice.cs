using System.Numerics;
using System.Runtime.CompilerServices;

namespace DispersionSim.Analysis;

/// <summary>The part of a field's spectrum at a few wave numbers along axis 2, one a lane: transformed, folded, and transformed back along axes 0 and 1.</summary>
internal sealed class SpectrumSlice
{
    private const MethodImplOptions AtOnce = MethodImplOptions.AggressiveOptimization;

    private readonly int n0;
    private readonly int n1;
    private readonly ILineSums own;
    private readonly ILineSums theirs;
    private readonly Spectrum first;
    private readonly Spectrum second;
    private readonly LineTransform along0;
    private readonly LineTransform along1;
    private readonly LineTransform.Room room0;
    private readonly LineTransform.Room other0;
    private readonly LineTransform.Room room1;
    private readonly Vector<double>[] power;
    private readonly Vector<double>[] here;
    private readonly Vector<double>[] next;
    private readonly Vector<double>[] even;

    /// <summary>Room for a slice; one thread's.</summary>
    /// <param name="shape">Voxels along the axes.</param>
    /// <param name="own">Lines of one phase.</param>
    /// <param name="theirs">Lines of the other; the same for the pairs within one phase.</param>
    public SpectrumSlice(int[] shape, ILineSums own, ILineSums theirs)
    {
        (n0, n1, this.own, this.theirs) = (shape[0], shape[1], own, theirs);
        first = new(n0 * n1);
        second = own == theirs ? first : new(n0 * n1);
        (along0, along1) = (new(n0), new(n1));
        (room0, other0, room1) = (new(n0), new(n0), new(n1));
        (power, here, next) = (new Vector<double>[n0], new Vector<double>[n0], new Vector<double>[n0]);
        even = new Vector<double>[((n0 / 2) + 1) * ((n1 / 2) + 1)];
    }

    /// <summary>Takes the wave numbers from a first on.</summary>
    /// <param name="wave">The first.</param>
    /// <param name="steps">For each step along axes 0 and 1, up to half of either, the folded spectrum there.</param>
    public void Fold(int wave, Span<Vector<double>> steps)
    {
        Transform(own, wave, first);
        if (second != first)
        {
            Transform(theirs, wave, second);
        }

        for (int j = 0; j <= n1 / 2; j += 2)
        {
            FoldColumns(j);
        }

        for (int i = 0; i <= n0 / 2; i += 2)
        {
            BackAlongRows(i, steps);
        }
    }

    /// <summary>Along axes 2 and 1.</summary>
    private void Transform(ILineSums lines, int wave, Spectrum to)
    {
        lines.Sum(wave, to.Re, to.Im);
        for (int i = 0; i < n0; i++)
        {
            Array.Copy(to.Re, i * n1, room1.Re, 0, n1);
            Array.Copy(to.Im, i * n1, room1.Im, 0, n1);
            along1.Forward(room1);
            Array.Copy(room1.Re, 0, to.Re, i * n1, n1);
            Array.Copy(room1.Im, 0, to.Im, i * n1, n1);
        }
    }

    /// <summary>Columns j and j + 1, each with its mirror image, back along axis 0; two real even lines are the parts of one.</summary>
    [MethodImpl(AtOnce)]
    private void FoldColumns(int j)
    {
        int half = (n1 / 2) + 1;
        bool both = j + 1 < half;
        Even(j, here);
        if (both)
        {
            Even(j + 1, next);
        }

        here.CopyTo(room0.Re, 0);
        next.CopyTo(room0.Im, 0);
        along0.Forward(room0);
        for (int i = 0; i <= n0 / 2; i++)
        {
            even[(i * half) + j] = room0.Re[i];
            if (both)
            {
                even[(i * half) + j + 1] = room0.Im[i];
            }
        }
    }

    /// <summary>The spectrum of a column, mean over the signs of both wave numbers.</summary>
    [MethodImpl(AtOnce)]
    private void Even(int j, Vector<double>[] to)
    {
        Array.Clear(power);
        int mirrored = (n1 - j) % n1;
        AddPower(j);
        if (mirrored != j)
        {
            AddPower(mirrored);
        }

        double share = mirrored == j ? 0.5 : 0.25;
        for (int i = 0; i < n0; i++)
        {
            to[i] = (power[i] + power[i == 0 ? 0 : n0 - i]) * share;
        }
    }

    /// <summary>Adds the real part of X·Y* along a column.</summary>
    [MethodImpl(AtOnce)]
    private void AddPower(int j)
    {
        Column(first, j, room0);
        LineTransform.Room with = room0;
        if (second != first)
        {
            Column(second, j, other0);
            with = other0;
        }

        for (int i = 0; i < n0; i++)
        {
            power[i] += (room0.Re[i] * with.Re[i]) + (room0.Im[i] * with.Im[i]);
        }
    }

    [MethodImpl(AtOnce)]
    private void Column(Spectrum of, int j, LineTransform.Room room)
    {
        for (int i = 0, at = j; i < n0; i++, at += n1)
        {
            (room.Re[i], room.Im[i]) = (of.Re[at], of.Im[at]);
        }

        along0.Forward(room);
    }

    /// <summary>Rows i and i + 1 back along axis 1.</summary>
    [MethodImpl(AtOnce)]
    private void BackAlongRows(int i, Span<Vector<double>> steps)
    {
        int half = (n1 / 2) + 1;
        bool both = i + 1 <= n0 / 2;
        for (int j = 0; j < n1; j++)
        {
            int at = Math.Min(j, n1 - j);
            room1.Re[j] = even[(i * half) + at];
            room1.Im[j] = both ? even[((i + 1) * half) + at] : default;
        }

        along1.Forward(room1);
        room1.Re.AsSpan(0, half).CopyTo(steps[(i * half)..]);
        if (both)
        {
            room1.Im.AsSpan(0, half).CopyTo(steps[((i + 1) * half)..]);
        }
    }

    private sealed class Spectrum(int lines)
    {
        public Vector<double>[] Re { get; } = new Vector<double>[lines];

        public Vector<double>[] Im { get; } = new Vector<double>[lines];
    }
}
