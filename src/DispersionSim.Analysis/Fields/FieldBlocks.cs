namespace DispersionSim.Analysis;

/// <summary>The equal blocks that a field is cut into: four along each axis, or columns that reach from end to end along one.</summary>
public sealed class FieldBlocks
{
    /// <summary>Blocks along an axis.</summary>
    public const int PerAxis = 4;

    private readonly int[] shape;
    private readonly int[] parts;

    private FieldBlocks(VoxelField field, int uncut, int perAxis = PerAxis)
    {
        shape = [.. field.Shape];
        int columns = field.Axes.Count() == 2 ? PerAxis * PerAxis : PerAxis;
        parts = [.. shape.Select((n, axis) => axis == uncut ? 1 : Math.Min(uncut < 0 ? perAxis : columns, n))];
    }

    public int Count => parts[0] * parts[1] * parts[2];

    /// <summary>Four along each axis.</summary>
    public static FieldBlocks Of(VoxelField field) => new(field, -1);

    /// <summary>As many, four at most, as are no shorter than a length along each axis; no fewer than eight in all.</summary>
    /// <remarks>What hangs together over more than a block is not told apart by leaving blocks out.</remarks>
    public static FieldBlocks Of(VoxelField field, double length) =>
        new(field, -1, Math.Clamp((int)(field.Axes.Select(a => field.Shape[a]).DefaultIfEmpty(1).Min() / length), field.Axes.Count() == 3 ? 2 : 3, PerAxis));

    /// <summary>Sixteen columns along an axis.</summary>
    public static FieldBlocks Columns(VoxelField field, int axis) => new(field, axis);

    /// <summary>The first voxel along an axis of each block, and the end behind the last.</summary>
    public int[] Edges(int axis) => [.. Enumerable.Range(0, parts[axis] + 1).Select(b => (int)((((long)b * shape[axis]) + parts[axis] - 1) / parts[axis]))];

    /// <summary>Goes through all rows along axis 2, block by block of each.</summary>
    /// <param name="visit">Called with the first voxel, the number of voxels and their block.</param>
    public void Each(Action<int, int, int> visit)
    {
        int[] edges = Edges(2);
        for (int row = 0; row < shape[0] * shape[1]; row++)
        {
            int first = Block(row / shape[1], row % shape[1]);
            for (int b = 0; b < parts[2]; b++)
            {
                visit((row * shape[2]) + edges[b], edges[b + 1] - edges[b], first + b);
            }
        }
    }

    /// <summary>The first of the blocks that a row along axis 2 runs through; the others follow.</summary>
    public int Block(int i, int j) => (((int)((long)i * parts[0] / shape[0]) * parts[1]) + (int)((long)j * parts[1] / shape[1])) * parts[2];

    /// <summary>How many blocks further along a row a column lies.</summary>
    public int Along(int k) => (int)((long)k * parts[2] / shape[2]);

    /// <summary>Block of a voxel.</summary>
    public int BlockOf(int at) => Block(at / (shape[1] * shape[2]), at / shape[2] % shape[1]) + Along(at % shape[2]);
}
