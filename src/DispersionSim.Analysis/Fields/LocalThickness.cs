using System.Numerics;

namespace DispersionSim.Analysis;

/// <summary>At each voxel of a phase, the radius of the largest sphere within the phase that covers it (Hildebrand and Rüegsegger 1997, J. Microsc. 185, 67).</summary>
/// <remarks>
/// Exact on the grid: every voxel is the centre of a sphere up to the nearest voxel outside, and covers the voxels closer than its radius. Spheres that lie within that
/// of a neighbour add nothing and are left out.
/// </remarks>
public static class LocalThickness
{
    /// <summary>Radii in voxels; 0 outside the phase.</summary>
    /// <param name="field">The field.</param>
    /// <param name="squared">Squared distances, from <see cref="DistanceTransform"/>.</param>
    /// <param name="threads">Threads.</param>
    public static float[] Radii(VoxelField field, int[] squared, int threads)
    {
        List<int>[] spheres = Spheres(field, squared, threads);
        var radii = new float[field.Count];
        (int n0, int n1, int n2) = (field.Shape[0], field.Shape[1], field.Shape[2]);
        int[] inside = Inside(Math.Max(n1, n2), spheres.Max(page => page.Count == 0 ? 0 : page.Max(at => squared[at])));
        Parallel.For(0, n0, new ParallelOptions { MaxDegreeOfParallelism = threads }, page =>
        {
            // Each page takes what the spheres of all pages put on it: no two threads write to one place.
            for (int centre = 0; centre < n0; centre++)
            {
                int away = (page - centre) * (page - centre);
                foreach (int at in spheres[centre])
                {
                    if (squared[at] > away)
                    {
                        Cover(radii.AsSpan(page * n1 * n2, n1 * n2), (n1, n2), at % (n1 * n2), squared[at], away, inside);
                    }
                }
            }
        });
        return radii;
    }

    /// <summary>Centres of the spheres that count, page by page.</summary>
    private static List<int>[] Spheres(VoxelField field, int[] squared, int threads)
    {
        var spheres = new List<int>[field.Shape[0]];
        SphereCover cover = new(field, squared);
        Parallel.For(0, spheres.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, page => spheres[page] = cover.Uncovered(page));
        return spheres;
    }

    /// <summary>Puts a sphere on a page.</summary>
    private static void Cover(Span<float> radii, (int Rows, int Columns) page, int centre, int square, int away, int[] inside)
    {
        (int j, int k) = (centre / page.Columns, centre % page.Columns);
        float radius = MathF.Sqrt(square);
        int Within(int left) => inside[Math.Min(left, inside.Length - 1)];
        int reach = Within(square - away);
        for (int b = Math.Max(0, j - reach); b <= Math.Min(page.Rows - 1, j + reach); b++)
        {
            int half = Within(square - away - ((b - j) * (b - j)));
            int low = Math.Max(0, k - half), high = Math.Min(page.Columns - 1, k + half);
            Raise(radii.Slice((b * page.Columns) + low, high - low + 1), radius);
        }
    }

    private static void Raise(Span<float> row, float least)
    {
        Vector<float> all = new(least);
        int k = 0;
        for (; k + Vector<float>.Count <= row.Length; k += Vector<float>.Count)
        {
            Vector.Max(new Vector<float>(row[k..]), all).CopyTo(row[k..]);
        }

        for (; k < row.Length; k++)
        {
            row[k] = MathF.Max(row[k], least);
        }
    }

    /// <summary>For each square the largest whole d with d² below it; none needs to be longer than the field.</summary>
    private static int[] Inside(int longest, int square)
    {
        var inside = new int[(int)Math.Min(square, (long)longest * longest) + 1];
        for (int s = 1, d = 0; s < inside.Length; s++)
        {
            d += (d + 1) * (d + 1) < s ? 1 : 0;
            inside[s] = d;
        }

        return inside;
    }
}
