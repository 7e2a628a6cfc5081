namespace DispersionSim.Analysis;

/// <summary>The conducting voxels of a field as a sparse symmetric system, numbered in the order of the field.</summary>
/// <remarks>A neighbour that is absent is the idle unknown behind the last, with conductance 0: columns are one longer than there are unknowns.</remarks>
internal sealed class DiffusionGrid
{
    /// <summary>Share of the fill-in that is taken from the diagonal of the factors: all of it would keep row sums, a little less is safer.</summary>
    private const double Modified = 0.97;

    private readonly int[][] before = new int[3][];
    private readonly float[][] conductance = new float[3][];
    private readonly double[] diagonal;
    private readonly double[] inverse;
    private readonly float[] inlet;
    private readonly float[] outlet;
    private readonly float[] place;

    /// <summary>The voxels of the parts that reach through; those whose value is fixed are not unknowns.</summary>
    public DiffusionGrid(VoxelField field, ReadOnlySpan<int> parts, bool[] through, double[] diffusivity, int axis, DiffusionEnds ends)
    {
        int n = field.Shape[axis], stride = field.Stride(axis);
        (int low, int high) = ends == DiffusionEnds.Faces ? (0, n - 1) : (1, n - 2);
        var number = new int[parts.Length];
        for (int at = 0; at < number.Length; at++)
        {
            int slice = at / stride % n;
            number[at] = parts[at] >= 0 && through[parts[at]] ? slice >= low && slice <= high ? Count++ : -2 : -1;
        }

        (inlet, outlet, place) = (new float[Count], new float[Count], new float[Count]);
        (diagonal, inverse) = (new double[Count + 1], new double[Count + 1]);
        for (int a = 0; a < 3; a++)
        {
            (before[a], conductance[a]) = (new int[Count], new float[Count]);
        }

        for (int at = 0; at < number.Length; at++)
        {
            if (number[at] >= 0)
            {
                int slice = at / stride % n;
                place[number[at]] = ends == DiffusionEnds.Faces ? (slice + 0.5f) / n : slice / (float)(n - 1);
                Connect(field, number, diffusivity, at);
                End(field, number, diffusivity, at, slice == low, -stride, ends, inlet);
                End(field, number, diffusivity, at, slice == high, stride, ends, outlet);
            }
        }

        Factor();
    }

    /// <summary>Unknowns.</summary>
    public int Count { get; private set; }

    /// <summary>Square of the norm of the right-hand side.</summary>
    public double Load => inlet.Sum(v => (double)v * v);

    /// <summary>A linear fall from 1 to 0.</summary>
    public void Guess(double[] x)
    {
        for (int i = 0; i < Count; i++)
        {
            x[i] = 1 - place[i];
        }
    }

    /// <summary>r = b − Ax.</summary>
    public void Residual(double[] x, double[] r)
    {
        Multiply(x, r);
        for (int i = 0; i < Count; i++)
        {
            r[i] = inlet[i] - r[i];
        }

        r[Count] = 0;
    }

    /// <summary>y = Ax.</summary>
    public void Multiply(double[] x, double[] y)
    {
        (int[] b0, int[] b1, int[] b2) = (before[0], before[1], before[2]);
        (float[] g0, float[] g1, float[] g2) = (conductance[0], conductance[1], conductance[2]);
        for (int i = 0; i < b0.Length; i++)
        {
            (int j0, int j1, int j2) = (b0[i], b1[i], b2[i]);
            double own = x[i];
            y[i] = (diagonal[i] * own) - (g0[i] * x[j0]) - (g1[i] * x[j1]) - (g2[i] * x[j2]);
            y[j0] -= g0[i] * own;
            y[j1] -= g1[i] * own;
            y[j2] -= g2[i] * own;
        }

        y[Count] = 0;
    }

    /// <summary>Solves with the incomplete factors (D + L) D⁻¹ (D + Lᵀ).</summary>
    public void Precondition(double[] r, double[] z)
    {
        (int[] b0, int[] b1, int[] b2) = (before[0], before[1], before[2]);
        (float[] g0, float[] g1, float[] g2) = (conductance[0], conductance[1], conductance[2]);
        z[Count] = 0;
        for (int i = 0; i < b0.Length; i++)
        {
            z[i] = (r[i] + (g0[i] * z[b0[i]]) + (g1[i] * z[b1[i]]) + (g2[i] * z[b2[i]])) * inverse[i];
        }

        // Backwards each row hands its value on to the rows before it, which come later.
        for (int i = b0.Length - 1; i >= 0; i--)
        {
            (int j0, int j1, int j2, double own) = (b0[i], b1[i], b2[i], z[i]);
            z[j0] += g0[i] * own * inverse[j0];
            z[j1] += g1[i] * own * inverse[j1];
            z[j2] += g2[i] * own * inverse[j2];
        }

        z[Count] = 0;
    }

    /// <summary>What enters at the first and leaves at the last end.</summary>
    public (double Enters, double Leaves) Flux(double[] x)
    {
        (double enters, double leaves) = (0, 0);
        for (int i = 0; i < Count; i++)
        {
            enters += inlet[i] * (1 - x[i]);
            leaves += outlet[i] * x[i];
        }

        return (enters, leaves);
    }

    private static double Between(double a, double b) => 2 * a * b / (a + b);

    private void Connect(VoxelField field, int[] number, double[] diffusivity, int at)
    {
        int i = number[at];
        for (int a = 0; a < 3; a++)
        {
            int back = field.Stride(a), j = at / back % field.Shape[a] > 0 ? number[at - back] : -1;
            before[a][i] = j >= 0 ? j : Count;
            if (j >= 0)
            {
                float g = (float)Between(diffusivity[field.Labels[at]], diffusivity[field.Labels[at - back]]);
                conductance[a][i] = g;
                diagonal[i] += g;
                diagonal[j] += g;
            }
        }
    }

    /// <summary>Ties a voxel of an end slice to the fixed value: half a voxel away at a face, else at the neighbour's centre.</summary>
    private void End(VoxelField field, int[] number, double[] diffusivity, int at, bool isEnd, int step, DiffusionEnds ends, float[] end)
    {
        if (isEnd && (ends == DiffusionEnds.Faces || number[at + step] == -2))
        {
            double own = diffusivity[field.Labels[at]];
            float g = (float)(ends == DiffusionEnds.Faces ? 2 * own : Between(own, diffusivity[field.Labels[at + step]]));
            end[number[at]] += g;
            diagonal[number[at]] += g;
        }
    }

    /// <summary>d_i = a_ii − Σ_j (a_ij² + ω a_ij Σ_(k≠i) a_jk)/d_j over the rows before.</summary>
    private void Factor()
    {
        var later = new double[Count + 1];
        for (int a = 0; a < 3; a++)
        {
            for (int i = 0; i < Count; i++)
            {
                later[before[a][i]] += conductance[a][i];
            }
        }

        for (int i = 0; i < Count; i++)
        {
            double own = diagonal[i];
            for (int a = 0; a < 3; a++)
            {
                double g = conductance[a][i];
                int j = before[a][i];
                own -= g * inverse[j] * (g + (Modified * (later[j] - g)));
            }

            inverse[i] = 1 / own;
        }
    }
}
