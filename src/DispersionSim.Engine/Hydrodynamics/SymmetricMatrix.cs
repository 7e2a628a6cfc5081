using System.Numerics;
using System.Runtime.InteropServices;
using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>A symmetric positive definite matrix by its lower triangle, and its Cholesky factor in the same place.</summary>
/// <remarks>
/// Row by row, factorised in blocks that stay in the cache: of several thousand rows, where a library without native code is an order of
/// magnitude slower. One thread, one order of sums: the same bits everywhere with the same vector width.
/// </remarks>
public sealed class SymmetricMatrix(int order)
{
    private const int Tile = 48;
    private const int Depth = 256;

    private readonly double[] values = new double[(long)order * order];

    public int Order => order;

    /// <summary>A row; only columns up to the diagonal count.</summary>
    public Span<double> Row(int row) => values.AsSpan(row * order, order);

    /// <summary>An element of the lower triangle or its mirror image.</summary>
    public double this[int row, int column] => row >= column ? values[(row * order) + column] : values[(column * order) + row];

    /// <summary>y = M x, before <see cref="Factorise"/>.</summary>
    public void Multiply(ReadOnlySpan<double> x, Span<double> y)
    {
        y.Clear();
        for (int i = 0; i < order; i++)
        {
            ReadOnlySpan<double> row = Row(i);
            double sum = row[i] * x[i];
            for (int j = 0; j < i; j++)
            {
                sum += row[j] * x[j];
                y[j] += row[j] * x[i];
            }

            y[i] += sum;
        }
    }

    /// <summary>Replaces the lower triangle by L with L Lᵀ = M.</summary>
    /// <exception cref="SimulationException">The matrix is not positive definite.</exception>
    public void Factorise()
    {
        for (int from = 0; from < order; from += Tile)
        {
            int to = Math.Min(order, from + Tile);
            for (int rows = from; rows < order; rows += Tile)
            {
                TakeOff(rows, Math.Min(order, rows + Tile), from, to);
            }

            Diagonal(from, to);
            for (int i = to; i < order; i++)
            {
                Forward(Row(i)[from..to], from);
            }
        }
    }

    /// <summary>Solves M x = b in place, after <see cref="Factorise"/>.</summary>
    public void Solve(Span<double> b)
    {
        for (int i = 0; i < order; i++)
        {
            ReadOnlySpan<double> row = Row(i);
            b[i] = (b[i] - Dot(row[..i], b[..i])) / row[i];
        }

        for (int i = order - 1; i >= 0; i--)
        {
            ReadOnlySpan<double> row = Row(i);
            b[i] /= row[i];
            Subtract(b[..i], row[..i], b[i]);
        }
    }

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        ReadOnlySpan<Vector<double>> u = MemoryMarshal.Cast<double, Vector<double>>(x), v = MemoryMarshal.Cast<double, Vector<double>>(y);
        Vector<double> sum = Vector<double>.Zero;
        for (int k = 0; k < u.Length; k++)
        {
            sum += u[k] * v[k];
        }

        double total = Vector.Sum(sum);
        for (int k = u.Length * Vector<double>.Count; k < x.Length; k++)
        {
            total += x[k] * y[k];
        }

        return total;
    }

    private static void Subtract(Span<double> from, ReadOnlySpan<double> row, double factor)
    {
        for (int k = 0; k < from.Length; k++)
        {
            from[k] -= row[k] * factor;
        }
    }

    /// <summary>M_ij −= Σ_{k &lt; from} L_ik L_jk for a tile of rows i and columns j.</summary>
    private void TakeOff(int rowFrom, int rowTo, int from, int to)
    {
        for (int k = 0; k < from; k += Depth)
        {
            int length = Math.Min(Depth, from - k);
            for (int i = rowFrom; i < rowTo; i++)
            {
                ReadOnlySpan<double> left = Row(i).Slice(k, length);
                Span<double> target = Row(i);
                int last = Math.Min(to, i + 1), j = from;
                for (; j + 4 <= last; j += 4)
                {
                    FourDots(left, Row(j).Slice(k, length), Row(j + 1).Slice(k, length), Row(j + 2).Slice(k, length), Row(j + 3).Slice(k, length), target[j..]);
                }

                for (; j < last; j++)
                {
                    target[j] -= Dot(left, Row(j).Slice(k, length));
                }
            }
        }
    }

    private static void FourDots(ReadOnlySpan<double> left, ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> c, ReadOnlySpan<double> d, Span<double> target)
    {
        ReadOnlySpan<Vector<double>> l = MemoryMarshal.Cast<double, Vector<double>>(left), va = MemoryMarshal.Cast<double, Vector<double>>(a);
        ReadOnlySpan<Vector<double>> vb = MemoryMarshal.Cast<double, Vector<double>>(b), vc = MemoryMarshal.Cast<double, Vector<double>>(c), vd = MemoryMarshal.Cast<double, Vector<double>>(d);
        Vector<double> sa = Vector<double>.Zero, sb = sa, sc = sa, sd = sa;
        for (int k = 0; k < l.Length; k++)
        {
            Vector<double> x = l[k];
            sa += x * va[k];
            sb += x * vb[k];
            sc += x * vc[k];
            sd += x * vd[k];
        }

        double ta = Vector.Sum(sa), tb = Vector.Sum(sb), tc = Vector.Sum(sc), td = Vector.Sum(sd);
        for (int k = l.Length * Vector<double>.Count; k < left.Length; k++)
        {
            (ta, tb, tc, td) = (ta + (left[k] * a[k]), tb + (left[k] * b[k]), tc + (left[k] * c[k]), td + (left[k] * d[k]));
        }

        target[0] -= ta;
        target[1] -= tb;
        target[2] -= tc;
        target[3] -= td;
    }

    private void Diagonal(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            Span<double> row = Row(i);
            Forward(row[from..i], from);
            double square = row[i] - Dot(row[from..i], row[from..i]);
            if (!(square > 0))
            {
                throw new SimulationException("a mobility is not positive definite; likely cause: two spheres at the same place");
            }

            row[i] = Math.Sqrt(square);
        }
    }

    /// <summary>Solves L x = b for a stretch of a row against the factor's diagonal block.</summary>
    private void Forward(Span<double> row, int from)
    {
        for (int j = 0; j < row.Length; j++)
        {
            ReadOnlySpan<double> other = Row(from + j).Slice(from, j + 1);
            row[j] = (row[j] - Dot(row[..j], other[..j])) / other[j];
        }
    }
}
