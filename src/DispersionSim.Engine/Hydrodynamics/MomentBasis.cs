using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>The eight first moments of a surface force: three of torque, five of stresslet, each as a 3 × 3 matrix D with D_γδ = Σ n_γ a f_δ.</summary>
/// <remarks>
/// Torques: D_γδ = ½ ε_γδε L_ε. Stresslets: an orthonormal basis of symmetric traceless matrices, so that S : E is the sum of products of components.
/// </remarks>
internal static class MomentBasis
{
    public const int Count = 8;

    private static readonly double[][] Matrices = Build();

    /// <summary>Matrix of a moment, row by row.</summary>
    public static ReadOnlySpan<double> Matrix(int moment) => Matrices[moment];

    /// <summary>r·D.</summary>
    public static Vector3d Left(int moment, Vector3d r)
    {
        double[] m = Matrices[moment];
        return new((r.X * m[0]) + (r.Y * m[3]) + (r.Z * m[6]), (r.X * m[1]) + (r.Y * m[4]) + (r.Z * m[7]), (r.X * m[2]) + (r.Y * m[5]) + (r.Z * m[8]));
    }

    /// <summary>D·r.</summary>
    public static Vector3d Right(int moment, Vector3d r)
    {
        double[] m = Matrices[moment];
        return new((m[0] * r.X) + (m[1] * r.Y) + (m[2] * r.Z), (m[3] * r.X) + (m[4] * r.Y) + (m[5] * r.Z), (m[6] * r.X) + (m[7] * r.Y) + (m[8] * r.Z));
    }

    private static double[][] Build()
    {
        double half = 0.5, d = 1 / Math.Sqrt(2), s = 1 / Math.Sqrt(6);
        return
        [
            [0, 0, 0, 0, 0, half, 0, -half, 0],
            [0, 0, -half, 0, 0, 0, half, 0, 0],
            [0, half, 0, -half, 0, 0, 0, 0, 0],
            [0, d, 0, d, 0, 0, 0, 0, 0],
            [0, 0, d, 0, 0, 0, d, 0, 0],
            [0, 0, 0, 0, 0, d, 0, d, 0],
            [d, 0, 0, 0, -d, 0, 0, 0, 0],
            [-s, 0, 0, 0, -s, 0, 0, 0, 2 * s],
        ];
    }
}
