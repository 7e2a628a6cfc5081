namespace DispersionSim.Analysis;

/// <summary>Voxels of a label in boxes of any size, from a table of sums (Crow 1984).</summary>
public sealed class BoxCounts
{
    private readonly int[] sums;
    private readonly int[] shape;

    /// <summary>Sums of a label.</summary>
    public BoxCounts(VoxelField field, byte label)
    {
        shape = [.. field.Shape];
        int n1 = shape[1] + 1, n2 = shape[2] + 1;
        sums = new int[(shape[0] + 1) * n1 * n2];
        for (int i = 0, from = 0; i < shape[0]; i++)
        {
            for (int j = 0; j < shape[1]; j++)
            {
                int row = 0, at = ((((i + 1) * n1) + j + 1) * n2) + 1;
                for (int k = 0; k < shape[2]; k++, from++, at++)
                {
                    row += field.Labels[from] == label ? 1 : 0;
                    sums[at] = row + sums[at - n2] + sums[at - (n1 * n2)] - sums[at - (n1 * n2) - n2];
                }
            }
        }
    }

    /// <summary>Edge of a box along an axis; an axis of one voxel has boxes of one.</summary>
    public int Edge(int axis, int window) => shape[axis] == 1 ? 1 : window;

    /// <summary>Voxels of the label in a box.</summary>
    public int In(int i, int j, int k, int window)
    {
        int n1 = shape[1] + 1, n2 = shape[2] + 1;
        int a = i * n1 * n2, b = (i + Edge(0, window)) * n1 * n2, c = j * n2, d = (j + Edge(1, window)) * n2, e = k, f = k + Edge(2, window);
        return sums[b + d + f] - sums[a + d + f] - sums[b + c + f] - sums[b + d + e] + sums[a + c + f] + sums[a + d + e] + sums[b + c + e] - sums[a + c + e];
    }

    /// <summary>Lacunarity Λ = ⟨M²⟩/⟨M⟩² over all positions of a gliding box (Allain and Cloitre 1991, Phys. Rev. A 44, 3552).</summary>
    public double Lacunarity(int window)
    {
        double first = 0, second = 0, n = 0;
        Visit(window, 1, m => (first, second, n) = (first + m, second + ((double)m * m), n + 1));
        return first > 0 ? second * n / (first * first) : double.NaN;
    }

    /// <summary>Share of the label in each whole tile; what is left over at the far ends is not used.</summary>
    public IReadOnlyList<double> Tiles(int window)
    {
        var shares = new List<double>();
        double volume = (double)Edge(0, window) * Edge(1, window) * Edge(2, window);
        Visit(window, window, m => shares.Add(m / volume));
        return shares;
    }

    private void Visit(int window, int step, Action<int> visit)
    {
        for (int i = 0; i + Edge(0, window) <= shape[0]; i += Edge(0, step))
        {
            for (int j = 0; j + Edge(1, window) <= shape[1]; j += Edge(1, step))
            {
                for (int k = 0; k + Edge(2, window) <= shape[2]; k += Edge(2, step))
                {
                    visit(In(i, j, k, window));
                }
            }
        }
    }
}
