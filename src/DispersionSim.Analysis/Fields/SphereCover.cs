namespace DispersionSim.Analysis;

/// <summary>Which of the largest spheres around voxels lie, voxel by voxel, within that of a neighbour.</summary>
internal sealed class SphereCover
{
    /// <summary>Squares up to which voxels are gone through; beyond, a sphere must lie within the other as a whole.</summary>
    private const int Counted = 1024;

    private readonly int[] squared;
    private readonly int n0;
    private readonly int n1;
    private readonly int n2;
    private readonly int[][] needed;

    /// <summary>The spheres of a distance transform.</summary>
    /// <param name="field">The field.</param>
    /// <param name="squared">Squared distances.</param>
    public SphereCover(VoxelField field, int[] squared)
    {
        (this.squared, n0, n1, n2) = (squared, field.Shape[0], field.Shape[1], field.Shape[2]);
        int most = Math.Min(squared.Max(), Counted);
        needed = [.. Enumerable.Range(1, 3).Select(steps => Needed(most, steps))];
    }

    /// <summary>Centres on a page whose sphere lies within no neighbour's.</summary>
    public List<int> Uncovered(int page)
    {
        var centres = new List<int>();
        for (int j = 0, at = page * n1 * n2; j < n1; j++)
        {
            for (int k = 0; k < n2; k++, at++)
            {
                if (squared[at] > 0 && !IsCovered(page, j, k, at))
                {
                    centres.Add(at);
                }
            }
        }

        return centres;
    }

    /// <summary>Least square of a sphere around a neighbour, away by a step along so many axes, that covers every voxel closer than the root of each square.</summary>
    private static int[] Needed(int most, int steps)
    {
        var least = new int[most + 1];
        int reach = (int)Math.Ceiling(Math.Sqrt(most));
        for (int a = 0; a <= reach; a++)
        {
            for (int b = 0; b <= reach; b++)
            {
                for (int c = 0; c <= reach && (a * a) + (b * b) + (c * c) < most; c++)
                {
                    // The farthest of the voxels alike is the one on the other side.
                    int own = (a * a) + (b * b) + (c * c), far = own + (2 * (a + (steps > 1 ? b : 0) + (steps > 2 ? c : 0))) + steps;
                    least[own + 1] = Math.Max(least[own + 1], far + 1);
                }
            }
        }

        for (int s = 1; s <= most; s++)
        {
            least[s] = Math.Max(least[s], least[s - 1]);
        }

        return least;
    }

    private bool IsCovered(int i, int j, int k, int at)
    {
        int square = squared[at];
        for (int a = Math.Max(0, i - 1); a <= Math.Min(n0 - 1, i + 1); a++)
        {
            for (int b = Math.Max(0, j - 1); b <= Math.Min(n1 - 1, j + 1); b++)
            {
                int row = ((a * n1) + b) * n2, across = Math.Abs(a - i) + Math.Abs(b - j);
                for (int c = Math.Max(0, k - 1); c <= Math.Min(n2 - 1, k + 1); c++)
                {
                    if (squared[row + c] > square && Covers(squared[row + c], square, across + Math.Abs(c - k)))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private bool Covers(int other, int square, int steps) => square < needed[steps - 1].Length
        ? other >= needed[steps - 1][square]
        : Math.Sqrt(other) >= Math.Sqrt(square) + Math.Sqrt(steps);
}
