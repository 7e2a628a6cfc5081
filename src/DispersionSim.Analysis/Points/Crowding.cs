using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>How often points have three others close by: what a few dense groups among many single points raise far more than the number of pairs.</summary>
/// <remarks>
/// C = ⟨n(n − 1)(n − 2)⟩/m³, n the number of other points within R of a point, m = λ|B(R)| what there would be by chance, R = n̂^(−1/3) in space and 0.75 n̂^(−1/2) in the plane: 1 for points at random but for
/// the edges, which the null has too. A group of k points at c times the mean density adds to it like c³, to the number of pairs like c. R and the power were chosen, out of the first to fourth moments of n within 0.6 to 2 n̂^(−1/d),
/// the exponential mean and counts in gliding windows, by what each showed at a false alarm of 5 % ("Power" in docs/validation.md).
/// </remarks>
public static class Crowding
{
    private const double InSpace = 1, InPlane = 0.75;

    /// <summary>C; NaN of fewer than four points.</summary>
    public static double Of(PointSample sample) => sample.Count < 4 ? double.NaN : Each(sample).Average();

    /// <summary>n(n − 1)(n − 2)/m³ of each point, whose mean is C.</summary>
    public static double[] Each(PointSample sample) => Each(sample, [ReachOf(sample, sample.Count)])[0];

    /// <summary>The same within each of several distances, each the one of the density at which it is <see cref="ReachOf"/>.</summary>
    public static double[][] Each(PointSample sample, double[] reaches)
    {
        // R holds as many points by chance at any density.
        double chance = sample.Dimensions == 3 ? 4 * Math.PI / 3 * InSpace * InSpace * InSpace : Math.PI * InPlane * InPlane;
        var visitor = new Neighbours([.. reaches.Select(r => r * r)], [.. reaches.Select(_ => new int[sample.Count])]);
        new PairSearch(sample.Window, sample.Positions, reaches.Max()).Visit(ref visitor);
        return [.. visitor.Counts.Select(counts => (double[])[.. counts.Select(n => n * (n - 1.0) * (n - 2) / (chance * chance * chance))])];
    }

    /// <summary>R of a number of points in the window of a set; a hair less, for the neighbours of a simple lattice lie at n̂^(−1/3) and would all be in or out by rounding.</summary>
    public static double ReachOf(PointSample sample, double count) => (1 - 1e-9) * (sample.Dimensions == 3 ? InSpace : InPlane) * Math.Pow(sample.Measure / count, 1.0 / sample.Dimensions);

    private readonly record struct Neighbours(double[] SquaredReaches, int[][] Counts) : IPairVisitor
    {
        public void Visit(int i, int j, Vector3d separation, double distanceSquared)
        {
            for (int k = 0; k < Counts.Length; k++)
            {
                if (distanceSquared <= SquaredReaches[k])
                {
                    Counts[k][i]++;
                    Counts[k][j]++;
                }
            }
        }
    }
}
