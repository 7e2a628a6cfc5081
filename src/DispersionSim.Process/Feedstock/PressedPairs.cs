using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Pairs of spheres nearer than a skin, kept while nothing has moved by half of it. Lengths in mean radii.</summary>
/// <remarks>
/// Spheres lie in cells of about their own size, however large the largest is. Each pair is found from its larger sphere, which looks as far as a partner of its own size can be: the few large ones look far, the
/// many small ones do not look through the cells that a large one would need.
/// </remarks>
public sealed class PressedPairs(Vector256<double>[] place, double[] radius)
{
    private const double Skin = 0.2;
    private const double CellEdge = 2;
    private const int MostCellsAlongAxis = 256;

    private readonly Vector256<double>[] then = new Vector256<double>[radius.Length];
    private readonly Sphere[] sorted = new Sphere[radius.Length];
    private readonly int[] cellOf = new int[radius.Length];
    private readonly List<(int I, int J)> found = [];
    private readonly int[] firstPartner = new int[radius.Length + 1];
    private int[] partners = [];
    private int[] start = [];
    private double half;
    private double edge;
    private int along;

    /// <summary>The spheres J &gt; I near sphere I.</summary>
    public ReadOnlySpan<int> Of(int i) => partners.AsSpan(firstPartner[i]..firstPartner[i + 1]);

    /// <summary>I &lt; J, in the order of I.</summary>
    public IEnumerable<(int I, int J)> Pairs
    {
        get
        {
            for (int i = 0; i < radius.Length; i++)
            {
                for (int k = firstPartner[i]; k < firstPartner[i + 1]; k++)
                {
                    yield return (i, partners[k]);
                }
            }
        }
    }

    public void RenewWhereMoved()
    {
        for (int i = 0; i < radius.Length; i++)
        {
            if ((Centre(place[i]) - Centre(then[i])).LengthSquared > Skin * Skin / 4)
            {
                Renew();
                return;
            }
        }
    }

    public void Renew()
    {
        place.AsSpan(..radius.Length).CopyTo(then);
        Sort();
        found.Clear();
        for (int k = 0; k < sorted.Length; k++)
        {
            AddAround(sorted[k]);
        }

        Arrange();
    }

    private void Sort()
    {
        half = then.Max(p => Math.Max(Math.Abs(p[0]), Math.Max(Math.Abs(p[1]), Math.Abs(p[2])))) + 1e-9;
        along = Math.Clamp((int)(2 * half / CellEdge), 1, MostCellsAlongAxis);
        edge = 2 * half / along;
        start = new int[(along * along * along) + 1];
        for (int i = 0; i < radius.Length; i++)
        {
            Vector3d p = Centre(then[i]);
            cellOf[i] = Cell(p.X) + (along * (Cell(p.Y) + (along * Cell(p.Z))));
            start[cellOf[i]]++;
        }

        for (int c = 0, before = 0; c < start.Length; c++)
        {
            before += start[c];
            start[c] = before;
        }

        for (int i = radius.Length - 1; i >= 0; i--)
        {
            sorted[--start[cellOf[i]]] = new(Centre(then[i]), radius[i], i);
        }
    }

    private static Vector3d Centre(Vector256<double> place) => new(place[0], place[1], place[2]);

    private int Cell(double x) => Math.Clamp((int)((x + half) / edge), 0, along - 1);

    /// <summary>Partners that are smaller, or as large and later.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddAround(Sphere own)
    {
        double farthest = (2 * own.Radius) + Skin;
        Vector3d p = own.Centre;
        int left = Cell(p.X - farthest), right = Cell(p.X + farthest) + 1, front = Cell(p.Y - farthest), back = Cell(p.Y + farthest);
        for (int w = Cell(p.Z - farthest), top = Cell(p.Z + farthest); w <= top; w++)
        {
            for (int v = front; v <= back; v++)
            {
                int row = along * (v + (along * w));
                AddIn(own, sorted.AsSpan(start[row + left]..start[row + right]));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddIn(Sphere own, ReadOnlySpan<Sphere> near)
    {
        foreach (ref readonly Sphere other in near)
        {
            double reach = own.Radius + other.Radius + Skin;
            if ((own.Centre - other.Centre).LengthSquared < reach * reach && (other.Radius < own.Radius || (other.Radius == own.Radius && other.Index > own.Index)))
            {
                found.Add((Math.Min(own.Index, other.Index), Math.Max(own.Index, other.Index)));
            }
        }
    }

    /// <summary>Puts the pairs found in rows by their lower number.</summary>
    private void Arrange()
    {
        Array.Clear(firstPartner);
        ReadOnlySpan<(int I, int J)> pairs = CollectionsMarshal.AsSpan(found);
        foreach ((int i, _) in pairs)
        {
            firstPartner[i]++;
        }

        for (int i = 0, before = 0; i < firstPartner.Length; i++)
        {
            before += firstPartner[i];
            firstPartner[i] = before;
        }

        if (partners.Length < pairs.Length)
        {
            partners = new int[pairs.Length + (pairs.Length / 4)];
        }

        foreach ((int i, int j) in pairs)
        {
            partners[--firstPartner[i]] = j;
        }
    }

    private readonly record struct Sphere(Vector3d Centre, double Radius, int Index);
}
