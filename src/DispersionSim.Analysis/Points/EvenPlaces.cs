using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Places spread evenly over a window that are no lattice in step with anything in it.</summary>
/// <remarks>
/// Place k lies at the fractional parts of ½ + k/φ, k/φ² (and k/φ³), φ the root of φ^(d+1) = φ + 1: 1.3247 in the plane, 1.2207 in space. The ratios of the steps to the window are
/// irrational, so that points on a lattice are met at all distances; the centres of a regular grid all have the same few distances from them.
/// Source: niederreiter-1992, ch. 3.2 (Kronecker sequences); the step is a choice.
/// </remarks>
internal static class EvenPlaces
{
    private static readonly double[] PlaneSteps = Steps(2), SpaceSteps = Steps(3);

    /// <summary>As many places as cubes, or squares, of an edge fill the window.</summary>
    /// <param name="sample">Its window.</param>
    /// <param name="spacing">The edge, m.</param>
    public static IEnumerable<Vector3d> In(PointSample sample, double spacing)
    {
        Vector3d size = sample.Window.Size;
        (double[] steps, bool inSpace) = sample.Dimensions == 3 ? (SpaceSteps, true) : (PlaneSteps, false);
        long count = (long)Math.Ceiling(sample.Measure / Math.Pow(spacing, sample.Dimensions));
        for (long k = 0; k < count; k++)
        {
            yield return new(size.X * Part(k, steps[0]), size.Y * Part(k, steps[1]), inSpace ? size.Z * Part(k, steps[2]) : 0);
        }
    }

    private static double Part(long k, double step) => (0.5 + (k * step)) % 1;

    /// <summary>1/φ, 1/φ², …; φ by fixed-point iteration, which shrinks the error by 1/(d + 1) φ^-d each time.</summary>
    private static double[] Steps(int dimensions)
    {
        double root = 1.25;
        for (int k = 0; k < 60; k++)
        {
            root = Math.Pow(1 + root, 1.0 / (dimensions + 1));
        }

        return [.. Enumerable.Range(1, dimensions).Select(k => Math.Pow(root, -k))];
    }
}
