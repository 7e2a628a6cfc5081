using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Builds a fractal aggregate of chosen dimension and prefactor from given primaries, by merging clusters two by two.</summary>
/// <remarks>
/// Halves are built first and set at the distance of their centres of mass that gives the whole its radius of gyration (parallel axes, M = M₁ + M₂):
/// Γ² = [M² R_g² − M (M₁ R_g1² + M₂ R_g2²)] / (M₁ M₂), with R_g from <see cref="FractalLaw"/>; for equal spheres this is the formula of Filippov et al.
/// Both are turned at random and one of them on until it touches the other: exactly one contact a merge, no overlap.
/// Where Γ allows no contact it is moved in steps of 2 % until it does, and the next merge makes up for it, because it starts from the measured R_g.
/// Range: D_f 1.7–2.1, further for small k_f; N ≥ 2. Not modelled: restructuring, closed loops. Source: filippov-2000, moran-2019.
/// </remarks>
public static class FractalAggregate
{
    private const int DrawsPerDistance = 12;
    private const int MostDistances = 400;
    private const double DistanceStep = 0.02;

    /// <summary>Builds one aggregate.</summary>
    /// <param name="radius">Radii in the order in which neighbours in the list merge first, m.</param>
    /// <param name="law">Dimension and prefactor wanted.</param>
    /// <param name="random">Stream of this aggregate.</param>
    /// <returns>Centres about the centre of mass, m.</returns>
    public static Vector3d[] Build(double[] radius, FractalLaw law, RandomStream random) => Build(radius.AsSpan(), law, random).Position;

    private static SphereCluster Build(ReadOnlySpan<double> radius, FractalLaw law, RandomStream random)
    {
        if (radius.Length == 1)
        {
            return SphereCluster.Single(radius[0]);
        }

        int half = radius.Length / 2;
        return Merge(Build(radius[..half], law, random), Build(radius[half..], law, random), law, random);
    }

    private static SphereCluster Merge(SphereCluster first, SphereCluster second, FractalLaw law, RandomStream random)
    {
        if (second.Count == 1)
        {
            return SphereCluster.Union(first.Position, first.Radius, [(first.Radius[0] + second.Radius[0]) * random.NextDirection()], second.Radius);
        }

        double distance = Math.Min(WantedDistance(first, second, law), first.Bound + second.Bound);
        for (int tried = 0; tried < MostDistances; tried++)
        {
            if (MergeAt(distance, first, second, random, out bool apart) is { } merged)
            {
                return merged;
            }

            distance *= apart ? 1 - DistanceStep : 1 + DistanceStep;
        }

        throw new SimulationException($"feedstock: clusters of {first.Count} and {second.Count} primaries could not be brought into contact; the primaries' sizes may be too different");
    }

    private static double WantedDistance(SphereCluster first, SphereCluster second, FractalLaw law)
    {
        double mass = first.Mass + second.Mass;
        double meanRadius = AggregateShape.GeometricMeanRadius([.. first.Radius, .. second.Radius]);
        double gyration = law.RadiusOfGyration(first.Count + second.Count, meanRadius);
        double parts = (first.Mass * first.Gyration * first.Gyration) + (second.Mass * second.Gyration * second.Gyration);
        double square = mass * ((mass * gyration * gyration) - parts) / (first.Mass * second.Mass);
        return Math.Max(Math.Sqrt(Math.Max(0, square)), first.LargestRadius);
    }

    private static SphereCluster? MergeAt(double distance, SphereCluster first, SphereCluster second, RandomStream random, out bool apart)
    {
        int timesApart = 0;
        for (int draw = 0; draw < DrawsPerDistance; draw++)
        {
            Vector3d[] turning = Turn.Next(random).Apply(second.Position);
            Vector3d[] standing = Array.ConvertAll(Turn.Next(random).Apply(first.Position), Moved(distance * random.NextDirection()));
            var search = new TouchingTurn(turning, second.Radius, first.LargestRadius + second.LargestRadius);
            TurnOutcome outcome = search.Find(standing, first.Radius, random, out double angle);
            if (outcome == TurnOutcome.Touching)
            {
                apart = false;
                return SphereCluster.Union(standing, first.Radius, AboutZ(angle).Apply(turning), second.Radius);
            }

            timesApart += outcome == TurnOutcome.Apart ? 1 : 0;
        }

        apart = 2 * timesApart > DrawsPerDistance;
        return null;
    }

    private static Converter<Vector3d, Vector3d> Moved(Vector3d by) => p => p + by;

    private static Turn AboutZ(double angle) => new(Math.Cos(angle / 2), 0, 0, Math.Sin(angle / 2));
}
