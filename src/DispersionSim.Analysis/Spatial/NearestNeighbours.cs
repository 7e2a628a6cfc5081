using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Distances to the nearest neighbour.</summary>
public static class NearestNeighbours
{
    /// <summary>Γ(4/3): the mean nearest-neighbour distance of Poisson points is Γ(4/3) (4πλ/3)^(−1/3).</summary>
    private const double GammaFourThirds = 0.89297951156924922;

    /// <summary>Distance from every point to its nearest neighbour, m; shortest images along periodic axes, no edge correction along others.</summary>
    /// <param name="domain">The box.</param>
    /// <param name="positions">The points, m.</param>
    /// <param name="spacing">How far apart they are, roughly; that of points throughout the box where absent. It is where the search begins.</param>
    public static double[] Distances(Domain domain, Vector3d[] positions, double? spacing = null)
    {
        double[] nearest = new double[positions.Length];
        double reach = 1.5 * (spacing ?? Math.Cbrt(domain.Volume / Math.Max(1, positions.Length)));
        do
        {
            Array.Fill(nearest, double.PositiveInfinity);
            var visitor = new Shortest(nearest);
            new PairSearch(domain, positions, reach).Visit(ref visitor);
            reach *= 2;
        }
        while (positions.Length > 1 && nearest.Any(double.IsInfinity));

        return [.. nearest.Select(Math.Sqrt)];
    }

    /// <summary>Mean nearest-neighbour distance of Poisson points of the given density, m.</summary>
    /// <param name="density">Points per volume, 1/m³.</param>
    public static double PoissonMean(double density) => GammaFourThirds / Math.Cbrt(4 * Math.PI * density / 3);

    private readonly record struct Shortest(double[] SquaredDistance) : IPairVisitor
    {
        public void Visit(int i, int j, Vector3d separation, double distanceSquared)
        {
            SquaredDistance[i] = Math.Min(SquaredDistance[i], distanceSquared);
            SquaredDistance[j] = Math.Min(SquaredDistance[j], distanceSquared);
        }
    }
}
