using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Cells over three axes, numbered along x first, and points in the order of their cells.</summary>
internal static class CellOrder
{
    /// <summary>The cell of a place.</summary>
    public static int CellOf(in CellAxis x, in CellAxis y, in CellAxis z, Vector3d p) => x.CellOf(p.X) + (x.Count * (y.CellOf(p.Y) + (y.Count * z.CellOf(p.Z))));

    /// <summary>Sorts points by their cells, those of one cell in their own order.</summary>
    /// <param name="x">Cells along x.</param>
    /// <param name="y">Cells along y.</param>
    /// <param name="z">Cells along z.</param>
    /// <param name="positions">The points.</param>
    /// <returns>Where each cell begins, and one past the last; numbers of the points; their places, so that neighbours lie side by side in memory.</returns>
    public static (int[] Start, int[] Members, Vector3d[] Sorted) Sort(in CellAxis x, in CellAxis y, in CellAxis z, Vector3d[] positions)
    {
        int[] cellOf = new int[positions.Length], start = new int[(x.Count * y.Count * z.Count) + 1];
        for (int i = 0; i < cellOf.Length; i++)
        {
            cellOf[i] = CellOf(in x, in y, in z, positions[i]);
            start[cellOf[i] + 1]++;
        }

        for (int c = 1; c < start.Length; c++)
        {
            start[c] += start[c - 1];
        }

        int[] next = start[..^1], members = new int[positions.Length];
        var sorted = new Vector3d[positions.Length];
        for (int i = 0; i < positions.Length; i++)
        {
            int at = next[cellOf[i]]++;
            (members[at], sorted[at]) = (i, positions[i]);
        }

        return (start, members, sorted);
    }
}
