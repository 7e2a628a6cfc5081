namespace DispersionSim.Analysis;

/// <summary>The conducting voxels of a field as a system of conductances, numbered in the order of the field, and its fixed values.</summary>
internal sealed class DiffusionGrid
{
    private const int Absent = -1;
    private const int Fixed = -2;

    private readonly byte[] labels;
    private readonly int[] shape;
    private readonly int[] stride;
    private readonly double[] diffusivity;
    private readonly int axis;
    private readonly DiffusionEnds ends;
    private readonly int[] number;
    private readonly int count;
    private readonly List<(int Node, float Conductance)> inlet = [];
    private readonly List<(int Node, float Conductance)> outlet = [];

    /// <summary>The voxels of the parts that reach through; those whose value is fixed are not unknowns.</summary>
    public DiffusionGrid(VoxelField field, ReadOnlySpan<int> parts, bool[] through, double[] diffusivity, int axis, DiffusionEnds ends)
    {
        (labels, shape, stride) = (field.Labels, [.. field.Shape], [field.Stride(0), field.Stride(1), 1]);
        (this.diffusivity, this.axis, this.ends) = (diffusivity, axis, ends);
        number = new int[parts.Length];
        for (int at = 0; at < number.Length; at++)
        {
            bool isFree = ends == DiffusionEnds.Faces || (Slice(at) > 0 && Slice(at) < shape[axis] - 1);
            number[at] = parts[at] < 0 || !through[parts[at]] ? Absent : isFree ? count++ : Fixed;
        }

        Graph = Connect();
    }

    /// <summary>The unknowns and what joins them.</summary>
    public DiffusionGraph Graph { get; }

    /// <summary>Square of the norm of the right-hand side.</summary>
    public double Load => inlet.Sum(v => (double)v.Conductance * v.Conductance);

    /// <summary>Where each unknown lies.</summary>
    public long[] Places()
    {
        var places = new long[count];
        for (int at = 0; at < number.Length; at++)
        {
            if (number[at] >= 0)
            {
                places[number[at]] = DiffusionLevel.Place(at / stride[0], at / stride[1] % shape[1], at % shape[2]);
            }
        }

        return places;
    }

    /// <summary>A linear fall from 1 to 0.</summary>
    public double[] Guess()
    {
        var x = new double[count];
        for (int at = 0; at < number.Length; at++)
        {
            if (number[at] >= 0)
            {
                x[number[at]] = 1 - (ends == DiffusionEnds.Faces ? (Slice(at) + 0.5) / shape[axis] : Slice(at) / (shape[axis] - 1.0));
            }
        }

        return x;
    }

    /// <summary>r = b − Ax.</summary>
    public void Residual(double[] x, double[] r)
    {
        Graph.Multiply(x, r);
        for (int i = 0; i < r.Length; i++)
        {
            r[i] = -r[i];
        }

        foreach ((int node, float g) in inlet)
        {
            r[node] += g;
        }
    }

    /// <summary>What enters at the first and leaves at the last end.</summary>
    public (double Enters, double Leaves) Flux(double[] x) =>
        (inlet.Sum(e => e.Conductance * (1 - x[e.Node])), outlet.Sum(e => e.Conductance * x[e.Node]));

    private static double Between(double a, double b) => 2 * a * b / (a + b);

    private int Slice(int at) => at / stride[axis] % shape[axis];

    private DiffusionGraph Connect()
    {
        int[] start = Starts(), before = new int[start[count]];
        var conductance = new float[before.Length];
        var diagonal = new double[count];
        for (int at = 0, links = 0; at < number.Length; at++)
        {
            int i = number[at];
            if (i < 0)
            {
                continue;
            }

            for (int a = 0; a < 3; a++)
            {
                int j = Back(at, a);
                if (j >= 0)
                {
                    float g = (float)Between(diffusivity[labels[at]], diffusivity[labels[at - stride[a]]]);
                    (before[links], conductance[links++]) = (j, g);
                    diagonal[i] += g;
                    diagonal[j] += g;
                }
            }

            diagonal[i] += End(at, 0, -stride[axis], inlet) + End(at, shape[axis] - 1, stride[axis], outlet);
        }

        return new(start, before, conductance, diagonal);
    }

    /// <summary>Where the links of each unknown to those before it begin.</summary>
    private int[] Starts()
    {
        var start = new int[count + 1];
        for (int at = 0, links = 0; at < number.Length; at++)
        {
            if (number[at] >= 0)
            {
                links += (Back(at, 0) >= 0 ? 1 : 0) + (Back(at, 1) >= 0 ? 1 : 0) + (Back(at, 2) >= 0 ? 1 : 0);
                start[number[at] + 1] = links;
            }
        }

        return start;
    }

    /// <summary>Number of the neighbour before along an axis.</summary>
    private int Back(int at, int a) => at / stride[a] % shape[a] > 0 ? number[at - stride[a]] : Absent;

    /// <summary>Conductance to the fixed value, 0 where there is none: half a voxel away at a face, else at the neighbour's centre.</summary>
    private float End(int at, int last, int step, List<(int Node, float Conductance)> end)
    {
        if (ends == DiffusionEnds.Faces ? Slice(at) != last : number[at + step] != Fixed)
        {
            return 0;
        }

        double own = diffusivity[labels[at]];
        float g = (float)(ends == DiffusionEnds.Faces ? 2 * own : Between(own, diffusivity[labels[at + step]]));
        end.Add((number[at], g));
        return g;
    }
}
