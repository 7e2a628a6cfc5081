using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>The grand mobility of a group of spheres in an unbounded fluid: motions = M · loads, sphere by sphere (tier T3).</summary>
/// <remarks>See <see cref="PairMobility"/>. Loads are force, torque and stresslet; motions velocity, spin and rate of strain. Symmetric, positive definite unless two spheres coincide.</remarks>
public static class GrandMobility
{
    /// <summary>The matrix, row by row, of order level × spheres.</summary>
    public static SymmetricMatrix Of(ReadOnlySpan<Vector3d> position, ReadOnlySpan<double> radius, double viscosity, MobilityLevel level)
    {
        int size = (int)level, order = size * radius.Length;
        var matrix = new SymmetricMatrix(order);
        Span<double> block = stackalloc double[size * size];
        for (int i = 0; i < radius.Length; i++)
        {
            Self(block, size, radius[i], viscosity);
            Copy(block, matrix, i, i, size);
            for (int j = 0; j < i; j++)
            {
                new PairMobility(position[i] - position[j], radius[i], radius[j], viscosity).Fill(block, size);
                Copy(block, matrix, i, j, size);
            }
        }

        return matrix;
    }

    private static void Self(Span<double> block, int size, double radius, double viscosity)
    {
        block.Clear();
        double cube = radius * radius * radius;
        for (int k = 0; k < size; k++)
        {
            block[(k * size) + k] = k < 3
                ? 1 / (6 * Math.PI * viscosity * radius)
                : k < 6 ? 1 / (8 * Math.PI * viscosity * cube) : 3 / (20 * Math.PI * viscosity * cube);
        }
    }

    private static void Copy(ReadOnlySpan<double> block, SymmetricMatrix matrix, int i, int j, int size)
    {
        for (int row = 0; row < size; row++)
        {
            block.Slice(row * size, size).CopyTo(matrix.Row((i * size) + row).Slice(j * size, size));
        }
    }
}
