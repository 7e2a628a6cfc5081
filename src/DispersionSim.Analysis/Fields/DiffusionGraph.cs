namespace DispersionSim.Analysis;

/// <summary>A symmetric system of nodes joined by conductances: A = D − L − Lᵀ, with links to nodes of lower number stored only.</summary>
/// <param name="start">Where the links of each node begin, and an end behind the last.</param>
/// <param name="before">Lower node of each link.</param>
/// <param name="conductance">Conductance of each link.</param>
/// <param name="diagonal">Sum of all conductances of each node, those to fixed values included.</param>
internal sealed class DiffusionGraph(int[] start, int[] before, float[] conductance, double[] diagonal)
{
    private readonly float[] inverse = [.. diagonal.Select(d => (float)(1 / d))];

    /// <summary>Number of nodes.</summary>
    public int Count => diagonal.Length;

    public bool HasLinks => before.Length > 0;

    /// <summary>Sum of all conductances of a node.</summary>
    public double Diagonal(int node) => diagonal[node];

    /// <summary>Lower nodes that a node is linked to.</summary>
    public ReadOnlySpan<int> Before(int node) => before.AsSpan(start[node], start[node + 1] - start[node]);

    /// <summary>Conductances of the links of <see cref="Before"/>.</summary>
    public ReadOnlySpan<float> Conductance(int node) => conductance.AsSpan(start[node], start[node + 1] - start[node]);

    /// <summary>y = Ax.</summary>
    public void Multiply(double[] x, double[] y)
    {
        for (int i = 0; i < diagonal.Length; i++)
        {
            double own = x[i], sum = diagonal[i] * own;
            for (int e = start[i]; e < start[i + 1]; e++)
            {
                int j = before[e];
                double g = conductance[e];
                sum -= g * x[j];
                y[j] -= g * own;
            }

            y[i] = sum;
        }
    }

    /// <summary>One forward sweep of Gauss and Seidel from zero, and its residual Lᵀz summed by parts.</summary>
    /// <param name="r">Right-hand side.</param>
    /// <param name="z">Result.</param>
    /// <param name="part">Part of each node.</param>
    /// <param name="left">Residual of each part.</param>
    public void Forward(double[] r, double[] z, int[] part, double[] left)
    {
        Array.Clear(left);
        for (int i = 0; i < r.Length; i++)
        {
            double sum = r[i];
            for (int e = start[i]; e < start[i + 1]; e++)
            {
                sum += conductance[e] * z[before[e]];
            }

            double own = sum * inverse[i];
            z[i] = own;
            for (int e = start[i]; e < start[i + 1]; e++)
            {
                left[part[before[e]]] += conductance[e] * own;
            }
        }
    }

    /// <summary>One backward sweep from a given z.</summary>
    /// <param name="r">Right-hand side; on return changed.</param>
    /// <param name="z">Start and result.</param>
    public void Backward(double[] r, double[] z)
    {
        for (int i = r.Length - 1; i >= 0; i--)
        {
            double sum = r[i];
            for (int e = start[i]; e < start[i + 1]; e++)
            {
                sum += conductance[e] * z[before[e]];
            }

            // Nodes before it come later and find this node's new value in their right-hand side.
            double own = sum * inverse[i];
            z[i] = own;
            for (int e = start[i]; e < start[i + 1]; e++)
            {
                r[before[e]] += conductance[e] * own;
            }
        }
    }
}
