namespace DispersionSim.Analysis;

/// <summary>What a phase has in each of the equal blocks that a field is cut into: four along each axis.</summary>
public sealed class FieldBlocks
{
    private const int PerAxis = 4;

    private readonly double[] voxels;
    private readonly double[] own;
    private readonly double[] faces;
    private readonly double[][] chords = new double[3][];

    /// <summary>Counts a phase.</summary>
    public FieldBlocks(VoxelField field, byte label)
    {
        int[] parts = [.. field.Shape.Select(n => Math.Min(PerAxis, n))];
        int count = parts[0] * parts[1] * parts[2];
        (voxels, own, faces) = (new double[count], new double[count], new double[count]);
        for (int axis = 0; axis < 3; axis++)
        {
            chords[axis] = new double[count];
        }

        int at = 0;
        for (int i = 0; i < field.Shape[0]; i++)
        {
            for (int j = 0; j < field.Shape[1]; j++)
            {
                int row = ((i * parts[0] / field.Shape[0] * parts[1]) + (j * parts[1] / field.Shape[1])) * parts[2];
                for (int k = 0; k < field.Shape[2]; k++, at++)
                {
                    Take(field, label, at, (i, j, k), row + (k * parts[2] / field.Shape[2]));
                }
            }
        }
    }

    /// <summary>Blocks.</summary>
    public int Count => voxels.Length;

    /// <summary>Interval of the phase's share.</summary>
    public Core.Interval? Fraction(ulong seed) => Bootstrap.OfBlocks(own, voxels, seed);

    /// <summary>Interval of the internal faces a voxel.</summary>
    public Core.Interval? FacesPerVoxel(ulong seed) => Bootstrap.OfBlocks(faces, voxels, seed);

    /// <summary>Interval of the mean chord along an axis, voxels.</summary>
    public Core.Interval? MeanChord(int axis, ulong seed) => Bootstrap.OfBlocks(own, chords[axis], seed);

    private void Take(VoxelField field, byte label, int at, (int I, int J, int K) place, int block)
    {
        bool inside = field.Labels[at] == label;
        voxels[block]++;
        own[block] += inside ? 1 : 0;
        for (int axis = 0; axis < 3; axis++)
        {
            int along = axis switch { 0 => place.I, 1 => place.J, _ => place.K };
            bool before = along > 0 && field.Labels[at - field.Stride(axis)] == label;
            chords[axis][block] += inside && !before ? 1 : 0;
            faces[block] += along > 0 && inside != before ? 1 : 0;
        }
    }
}
