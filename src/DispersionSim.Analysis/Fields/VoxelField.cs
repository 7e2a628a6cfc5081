using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>A field of labels on a regular grid of cubes; a picture is one with a single page.</summary>
/// <remarks>Axis 0 is the slowest (pages), axis 2 the fastest (columns): index = (i₀·n₁ + i₁)·n₂ + i₂.</remarks>
public sealed class VoxelField
{
    /// <summary>A field of labels.</summary>
    /// <param name="labels">One byte a voxel.</param>
    /// <param name="shape">Voxels along axes 0, 1, 2.</param>
    /// <param name="spacing">Edge of a voxel, m.</param>
    /// <exception cref="InputException">The number of labels is not that of the shape, or there is none.</exception>
    public VoxelField(byte[] labels, IReadOnlyList<int> shape, double spacing)
    {
        if (shape.Count != 3 || shape.Any(n => n < 1) || (long)shape[0] * shape[1] * shape[2] != labels.Length)
        {
            throw new InputException($"{labels.Length} voxels do not have the shape {string.Join(" x ", shape)}");
        }

        (Labels, Shape, Spacing) = (labels, [.. shape], spacing);
        var present = new bool[256];
        foreach (byte label in labels)
        {
            present[label] = true;
        }

        Present = [.. Enumerable.Range(0, 256).Where(l => present[l]).Select(l => (byte)l)];
    }

    public byte[] Labels { get; }

    /// <summary>Voxels along axes 0, 1, 2.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>Edge of a voxel, m.</summary>
    public double Spacing { get; }

    /// <summary>Labels that occur, ascending.</summary>
    public IReadOnlyList<byte> Present { get; }

    public int Count => Labels.Length;

    /// <summary>Axes with more than one voxel.</summary>
    public IEnumerable<int> Axes => Enumerable.Range(0, 3).Where(a => Shape[a] > 1);

    /// <summary>Distance of neighbours along an axis in <see cref="Labels"/>.</summary>
    public int Stride(int axis) => axis switch { 0 => Shape[1] * Shape[2], 1 => Shape[2], _ => 1 };

    /// <summary>Index of the first voxel of each line along an axis, the other two axes in their order.</summary>
    public IEnumerable<int> Lines(int axis)
    {
        (int a, int b) = axis switch { 0 => (1, 2), 1 => (0, 2), _ => (0, 1) };
        for (int i = 0; i < Shape[a]; i++)
        {
            for (int j = 0; j < Shape[b]; j++)
            {
                yield return (i * Stride(a)) + (j * Stride(b));
            }
        }
    }
}
