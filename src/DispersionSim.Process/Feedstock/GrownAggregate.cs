using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>How clusters meet when an aggregate grows from clusters of about its half, these from theirs, down to single primaries.</summary>
public enum AggregateGrowth
{
    /// <summary>Not grown: put together so that dimension and prefactor come out as asked for (<see cref="FractalAggregate"/>).</summary>
    Tuned,

    /// <summary>Diffusion-limited: they wander and stick where they first touch.</summary>
    DiffusionLimited,

    /// <summary>Reaction-limited: they touch so often before they stick that every way of touching is as likely as any other.</summary>
    ReactionLimited,
}

/// <summary>Grows an aggregate by cluster–cluster aggregation; its dimension is a result, not asked for.</summary>
/// <remarks>
/// Diffusion-limited, D_f 1.78, hierarchical (clusters of like size meet): the second starts from a random direction outside the first, in a random orientation, and walks on spheres (each
/// step as far as the gap allows, so that the walk is Brownian motion to first contact); one that strays to three times its start begins anew. Rotation is left out.
/// Reaction-limited, D_f about 2.1, from all primaries alone to one cluster: a random pair of primaries of different clusters is put into contact at random, orientations at random, and the clusters
/// merge where nothing overlaps; sizes therefore spread as they do in such a suspension. One contact a merge, no overlap. Source: botet-1984 (diffusion), brown-ball-1985 (reaction), meakin-1999.
/// </remarks>
public static class GrownAggregate
{
    private const double Touching = 1e-6;
    private const double Strayed = 3;

    /// <summary>Grows one aggregate.</summary>
    /// <param name="radius">Radii in the order in which neighbours in the list merge first, m.</param>
    /// <param name="growth">Diffusion- or reaction-limited.</param>
    /// <param name="random">Stream of this aggregate.</param>
    /// <returns>Centres about the centre of mass, m.</returns>
    public static Vector3d[] Build(double[] radius, AggregateGrowth growth, RandomStream random) =>
        growth == AggregateGrowth.ReactionLimited ? new ReactionLimitedGrowth(radius, random).Run() : Build(radius.AsSpan(), random).Position;

    private static SphereCluster Build(ReadOnlySpan<double> radius, RandomStream random)
    {
        if (radius.Length == 1)
        {
            return SphereCluster.Single(radius[0]);
        }

        int half = radius.Length / 2;
        SphereCluster first = Build(radius[..half], random), second = Build(radius[half..], random);
        return SphereCluster.Union(first.Position, first.Radius, Wander(first, second, random), second.Radius);
    }

    private static Vector3d[] Wander(SphereCluster first, SphereCluster second, RandomStream random)
    {
        double start = first.Bound + second.Bound, close = Touching * Math.Min(first.LargestRadius, second.LargestRadius);
        SphereTree standing = new(first), moving = new(second);
        while (true)
        {
            SphereTree turned = moving.Turned(Turn.Next(random));
            Vector3d centre = start * random.NextDirection();
            NearestPair nearest = default;
            while (centre.Length < Strayed * start)
            {
                // Far away the bounding spheres' gap is enough.
                double apart = centre.Length - start;
                if (apart < start / 2)
                {
                    nearest = standing.Nearest(turned, centre, nearest);
                    if (nearest.Gap < close)
                    {
                        // The last bit of the gap along the line of centres, so that contact is exact.
                        return turned.Moved(centre + (nearest.Gap * standing.Towards(turned, centre, nearest)));
                    }

                    apart = nearest.Gap;
                }

                centre += apart * random.NextDirection();
            }
        }
    }
}
