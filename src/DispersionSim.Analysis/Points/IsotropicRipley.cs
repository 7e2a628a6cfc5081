using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Ripley's K in the plane with his isotropic edge correction.</summary>
/// <remarks>
/// K(r) = A/[n(n − 1)] Σ_{i≠j} 1(d_ij ≤ r)/w_ij, m²; w_ij the share of the circle about i through j that lies in the window, not below 0.01.
/// Of the circle of radius d an edge at distance b &lt; d cuts an angle 2 arccos(b/d); what two edges cut twice at a corner is arccos(b₁/d) + arccos(b₂/d) − π/2.
/// Range: half the shorter side of the window. Source: ripley-1976.
/// </remarks>
public static class IsotropicRipley
{
    private const double LeastShare = 0.01;

    /// <summary>K at step, 2·step, …, m²; periodic axes have no edges.</summary>
    public static double[] Of(PointSample sample, double step, int count)
    {
        if (sample.Dimensions != 2)
        {
            throw new ArgumentException("The isotropic correction is for sets in the plane.", nameof(sample));
        }

        var visitor = new Circles(sample, step, new double[count]);
        new PairSearch(sample.Window, sample.Positions, step * count).Visit(ref visitor);
        double scale = sample.Measure / ((double)sample.Count * (sample.Count - 1)), sum = 0;
        return [.. visitor.Weight.Select(w => scale * (sum += w))];
    }

    private static double ShareInside(Domain window, Vector3d centre, double d)
    {
        double right = HalfAngle(window.Size.X - centre.X, window.PeriodicX), left = HalfAngle(centre.X, window.PeriodicX);
        double top = HalfAngle(window.Size.Y - centre.Y, window.PeriodicY), bottom = HalfAngle(centre.Y, window.PeriodicY);
        double outside = 2 * (right + left + top + bottom);
        outside -= Corner(right, top) + Corner(top, left) + Corner(left, bottom) + Corner(bottom, right);
        return Math.Max(LeastShare, 1 - (outside / (2 * Math.PI)));

        double HalfAngle(double edge, bool periodic) => periodic || edge >= d ? 0 : Math.Acos(edge / d);
        static double Corner(double a, double b) => Math.Max(0, a + b - (Math.PI / 2));
    }

    private readonly record struct Circles(PointSample Sample, double Step, double[] Weight) : IPairVisitor
    {
        public void Visit(int i, int j, Vector3d separation, double distanceSquared)
        {
            double d = Math.Sqrt(distanceSquared);
            int shell = Math.Max(0, (int)Math.Ceiling(d / Step) - 1);
            if (shell < Weight.Length)
            {
                Weight[shell] += (1 / ShareInside(Sample.Window, Sample.Positions[i], d)) + (1 / ShareInside(Sample.Window, Sample.Positions[j], d));
            }
        }
    }
}
