using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>An amount spread evenly over a ball, or in a point where the radius is 0.</summary>
/// <param name="Centre">Centre, m.</param>
/// <param name="Radius">Radius, m.</param>
/// <param name="Amount">What is spread, here a volume in m³.</param>
public readonly record struct BallMass(Vector3d Centre, double Radius, double Amount)
{
    // √(0.6/0.5625) stretches the lattice ±1/4, ±3/4 within the unit ball so that ⟨r²⟩ is the ball's 3/5.
    private const double Stretch = 1.0327955589886444;

    private static readonly double[] AxisSteps = [-0.75 * Stretch, -0.25 * Stretch, 0.25 * Stretch, 0.75 * Stretch];

    private static readonly (int X, int Y, int Z)[] Chosen = [.. from x in Enumerable.Range(0, 4) from y in Enumerable.Range(0, 4) from z in Enumerable.Range(0, 4) where !IsCorner(x, y, z) select (x, y, z)];

    /// <summary>The four coordinates, in radii, at which the sample points lie along every axis.</summary>
    public static ReadOnlySpan<double> Steps => AxisSteps;

    /// <summary>The sample points by their places in <see cref="Steps"/>: 32 points that carry, with equal weights, the volume, the centre and the second moments ⟨x²⟩ = 1/5 of the unit ball.</summary>
    public static ReadOnlySpan<(int X, int Y, int Z)> Samples => Chosen;

    // Two coordinates or more at ±3/4 are outside the unit ball.
    private static bool IsCorner(int x, int y, int z) => IsOuter(x) + IsOuter(y) + IsOuter(z) > 1;

    private static int IsOuter(int place) => place is 0 or 3 ? 1 : 0;
}
