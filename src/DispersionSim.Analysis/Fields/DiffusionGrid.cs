namespace DispersionSim.Analysis;

/// <summary>The conducting voxels of a field as a system of conductances, numbered in the order of the field, and its fixed values.</summary>
internal sealed class DiffusionGrid
{
    private readonly VoxelField field;
    private readonly double[] diffusivity;
    private readonly int axis;
    private readonly DiffusionEnds ends;
    private readonly int[] number;
    private readonly float[] inlet;
    private readonly float[] outlet;

    /// <summary>The voxels of the parts that reach through; those whose value is fixed are not unknowns.</summary>
    public DiffusionGrid(VoxelField field, ReadOnlySpan<int> parts, bool[] through, double[] diffusivity, int axis, DiffusionEnds ends)
    {
        (this.field, this.diffusivity, this.axis, this.ends) = (field, diffusivity, axis, ends);
        int count = 0;
        number = new int[parts.Length];
        for (int at = 0; at < number.Length; at++)
        {
            bool isFree = ends == DiffusionEnds.Faces || (Slice(at) > 0 && Slice(at) < field.Shape[axis] - 1);
            number[at] = parts[at] < 0 || !through[parts[at]] ? Absent : isFree ? count++ : Fixed;
        }

        (inlet, outlet) = (new float[count], new float[count]);
        Graph = Connect();
    }

    private const int Absent = -1;

    private const int Fixed = -2;

    /// <summary>The unknowns and what joins them.</summary>
    public DiffusionGraph Graph { get; }

    /// <summary>Square of the norm of the right-hand side.</summary>
    public double Load => inlet.Sum(v => (double)v * v);

    /// <summary>Where each unknown lies.</summary>
    public long[] Places()
    {
        var places = new long[inlet.Length];
        for (int at = 0; at < number.Length; at++)
        {
            if (number[at] >= 0)
            {
                places[number[at]] = DiffusionLevel.Place(at / field.Stride(0), at / field.Stride(1) % field.Shape[1], at % field.Shape[2]);
            }
        }

        return places;
    }

    /// <summary>A linear fall from 1 to 0.</summary>
    public double[] Guess()
    {
        var x = new double[inlet.Length];
        for (int at = 0; at < number.Length; at++)
        {
            if (number[at] >= 0)
            {
                x[number[at]] = 1 - (ends == DiffusionEnds.Faces ? (Slice(at) + 0.5) / field.Shape[axis] : Slice(at) / (field.Shape[axis] - 1.0));
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
            r[i] = inlet[i] - r[i];
        }
    }

    /// <summary>What enters at the first and leaves at the last end.</summary>
    public (double Enters, double Leaves) Flux(double[] x)
    {
        (double enters, double leaves) = (0, 0);
        for (int i = 0; i < x.Length; i++)
        {
            enters += inlet[i] * (1 - x[i]);
            leaves += outlet[i] * x[i];
        }

        return (enters, leaves);
    }

    private static double Between(double a, double b) => 2 * a * b / (a + b);

    private int Slice(int at) => at / field.Stride(axis) % field.Shape[axis];

    private DiffusionGraph Connect()
    {
        int[] start = new int[inlet.Length + 1], before = new int[3 * inlet.Length];
        var conductance = new float[before.Length];
        var diagonal = new double[inlet.Length];
        int links = 0;
        for (int at = 0; at < number.Length; at++)
        {
            if (number[at] < 0)
            {
                continue;
            }

            int i = number[at];
            for (int a = 0; a < 3; a++)
            {
                int back = field.Stride(a), j = at / back % field.Shape[a] > 0 ? number[at - back] : Absent;
                if (j >= 0)
                {
                    float g = (float)Between(diffusivity[field.Labels[at]], diffusivity[field.Labels[at - back]]);
                    (before[links], conductance[links++]) = (j, g);
                    diagonal[i] += g;
                    diagonal[j] += g;
                }
            }

            start[i + 1] = links;
            diagonal[i] += End(at, Slice(at) == 0, -field.Stride(axis), inlet) + End(at, Slice(at) == field.Shape[axis] - 1, field.Stride(axis), outlet);
        }

        return new(start, before[..links], conductance[..links], diagonal);
    }

    /// <summary>Conductance to the fixed value: half a voxel away at a face, else at the neighbour's centre.</summary>
    private float End(int at, bool isLast, int step, float[] end)
    {
        double own = diffusivity[field.Labels[at]];
        if (ends == DiffusionEnds.Faces ? isLast : number[at + step] == Fixed)
        {
            end[number[at]] = (float)(ends == DiffusionEnds.Faces ? 2 * own : Between(own, diffusivity[field.Labels[at + step]]));
        }

        return end[number[at]];
    }
}
