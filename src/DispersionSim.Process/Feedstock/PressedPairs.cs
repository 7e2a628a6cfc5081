using System.Runtime.InteropServices;
using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Pairs of spheres nearer than a skin, kept while nothing has moved by half of it. Lengths in mean radii.</summary>
internal sealed class PressedPairs(Vector3d[] position, double[] radius)
{
    private const double Skin = 0.3;
    private const int MostCellsAlongAxis = 256;

    private readonly Vector3d[] then = new Vector3d[position.Length];
    private readonly int[] order = new int[position.Length];
    private readonly int[] cellOf = new int[position.Length];
    private readonly double largest = radius.Max();
    private readonly List<int> partners = [];
    private readonly int[] firstPartner = new int[position.Length + 1];
    private int[] start = [];
    private Vector3d corner;
    private double edge;
    private int along;

    /// <summary>The spheres J &gt; I near sphere I.</summary>
    public ReadOnlySpan<int> Of(int i) => CollectionsMarshal.AsSpan(partners)[firstPartner[i]..firstPartner[i + 1]];

    /// <summary>I &lt; J, in the order of I.</summary>
    public IEnumerable<(int I, int J)> Pairs
    {
        get
        {
            for (int i = 0; i < position.Length; i++)
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
        for (int i = 0; i < position.Length; i++)
        {
            if ((position[i] - then[i]).LengthSquared > Skin * Skin / 4)
            {
                Renew();
                return;
            }
        }
    }

    public void Renew()
    {
        position.CopyTo(then, 0);
        Sort();
        partners.Clear();
        for (int i = 0; i < position.Length; i++)
        {
            firstPartner[i] = partners.Count;
            AddAround(i);
        }

        firstPartner[^1] = partners.Count;
    }

    private void Sort()
    {
        double half = position.Max(p => Math.Max(Math.Abs(p.X), Math.Max(Math.Abs(p.Y), Math.Abs(p.Z)))) + 1e-9;
        along = Math.Clamp((int)(2 * half / ((2 * largest) + Skin)), 1, MostCellsAlongAxis);
        (corner, edge) = (-half * new Vector3d(1, 1, 1), 2 * half / along);
        start = new int[(along * along * along) + 1];
        for (int i = 0; i < position.Length; i++)
        {
            Vector3d p = position[i] - corner;
            cellOf[i] = Cell(p.X) + (along * (Cell(p.Y) + (along * Cell(p.Z))));
            start[cellOf[i]]++;
        }

        for (int c = 0, before = 0; c < start.Length; c++)
        {
            before += start[c];
            start[c] = before;
        }

        for (int i = position.Length - 1; i >= 0; i--)
        {
            order[--start[cellOf[i]]] = i;
        }
    }

    private int Cell(double x) => Math.Min((int)(x / edge), along - 1);

    private void AddAround(int i)
    {
        int x = cellOf[i] % along, y = cellOf[i] / along % along, z = cellOf[i] / along / along;
        for (int w = Math.Max(z - 1, 0); w <= Math.Min(z + 1, along - 1); w++)
        {
            for (int v = Math.Max(y - 1, 0); v <= Math.Min(y + 1, along - 1); v++)
            {
                int row = along * (v + (along * w));
                AddIn(i, start[row + Math.Max(x - 1, 0)], start[row + Math.Min(x + 1, along - 1) + 1]);
            }
        }
    }

    private void AddIn(int i, int from, int to)
    {
        for (int k = from; k < to; k++)
        {
            int j = order[k];
            double reach = radius[i] + radius[j] + Skin;
            if (j > i && (position[i] - position[j]).LengthSquared < reach * reach)
            {
                partners.Add(j);
            }
        }
    }
}
