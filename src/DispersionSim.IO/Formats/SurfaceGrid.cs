using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Points of a surface in any order put onto the regular grid that they lie on.</summary>
internal static class SurfaceGrid
{
    // Files round coordinates; a point farther than this share of a spacing from its place is not on the grid.
    private const double Tolerance = 0.2;

    /// <summary>The grid of x and y positions; null when the points lie on none.</summary>
    public static HeightMap? TryMap(SurfaceSource source, double[] x, double[] y, double[] z)
    {
        if (Axis(x) is not { } axisX || Axis(y) is not { } axisY || (long)axisX.Count * axisY.Count > 4L * x.Length)
        {
            return null;
        }

        double[] heights = new double[source.Points(axisX.Count, axisY.Count)];
        Array.Fill(heights, double.NaN);
        bool[] taken = new bool[heights.Length];
        for (int i = 0; i < x.Length; i++)
        {
            if (axisX.Place(x[i]) is not { } column || axisY.Place(y[i]) is not { } row || taken[column + (row * axisX.Count)])
            {
                return null;
            }

            heights[column + (row * axisX.Count)] = z[i];
            taken[column + (row * axisX.Count)] = true;
        }

        return source.Map(axisX.Count, axisY.Count, axisX.Step, axisY.Step, heights);
    }

    private static GridAxis? Axis(double[] positions)
    {
        if (positions.Length == 0)
        {
            return null;
        }

        double[] sorted = [.. positions.Order()];
        double span = sorted[^1] - sorted[0];
        double[] gaps = [.. sorted.Zip(sorted.Skip(1), (a, b) => b - a).Where(g => g > 1e-6 * span).Order()];
        if (gaps.Length == 0 || !double.IsFinite(span))
        {
            return null;
        }

        int count = (int)Math.Min(int.MaxValue - 1, Math.Round(span / gaps[gaps.Length / 2])) + 1;
        return count < 2 ? null : new(sorted[0], span / (count - 1), count);
    }

    private readonly record struct GridAxis(double Start, double Step, int Count)
    {
        public int? Place(double position)
        {
            double u = (position - Start) / Step;
            int i = (int)Math.Round(u);
            return Math.Abs(u - i) <= Tolerance && i >= 0 && i < Count ? i : null;
        }
    }
}
