using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>An amount spread evenly over a ball, or in a point where the radius is 0.</summary>
/// <param name="Centre">Centre, m.</param>
/// <param name="Radius">Radius, m.</param>
/// <param name="Amount">What is spread, here a volume in m³.</param>
public readonly record struct BallMass(Vector3d Centre, double Radius, double Amount)
{
    /// <summary>32 points in the unit ball that carry its volume, centre and second moments ⟨x²⟩ = 1/5 with equal weights.</summary>
    /// <remarks>The 4³ cubic lattice at ±1/4, ±3/4 within the ball, stretched by √(0.6/0.5625) so that ⟨r²⟩ is the ball's 3/5.</remarks>
    public static IReadOnlyList<Vector3d> SamplePoints => Points;

    private static readonly Vector3d[] Points = Lattice();

    private static Vector3d[] Lattice()
    {
        double[] steps = [-0.75, -0.25, 0.25, 0.75];
        double stretch = Math.Sqrt(0.6 / 0.5625);
        return [.. from x in steps from y in steps from z in steps where (x * x) + (y * y) + (z * z) <= 1 select new Vector3d(x, y, z) * stretch];
    }
}
