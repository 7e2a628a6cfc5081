using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>A group of particles that hang together by contacts or bridges.</summary>
/// <param name="Members">Indices, from the lowest on along the contacts.</param>
/// <param name="Position">Their places, put together across the box's faces.</param>
/// <param name="Spans">The group meets its own image: it goes through the periodic box.</param>
internal sealed record TouchingCluster(int[] Members, Vector3d[] Position, bool Spans);

/// <summary>Finds the clusters of two and more particles among the links that carry force, by the particles' rows of them.</summary>
internal static class TouchingClusters
{
    public static IEnumerable<TouchingCluster> Find(ParticleColumns particles, LinkColumns links)
    {
        var place = new Vector3d[particles.Count];
        var seen = new bool[particles.Count];
        for (int i = 0; i < particles.Count; i++)
        {
            if (!seen[i] && particles.RowStart[i + 1] > particles.RowStart[i] && From(i, particles, links, place, seen) is { Members.Length: > 1 } cluster)
            {
                yield return cluster;
            }
        }
    }

    private static TouchingCluster From(int first, ParticleColumns particles, LinkColumns links, Vector3d[] place, bool[] seen)
    {
        var members = new List<int> { first };
        (place[first], seen[first]) = (Vector3d.Zero, true);
        bool spans = false;
        for (int k = 0; k < members.Count; k++)
        {
            int i = members[k];
            for (int row = particles.RowStart[i]; row < particles.RowStart[i + 1]; row++)
            {
                int entry = links.Row[row], link = links.Active[entry >> 1];
                Int4 pair = links.Link[link];
                if (pair.Z != LinkKind.Pair)
                {
                    continue;
                }

                int j = pair.X == i ? pair.Y : pair.X;
                Vector3d there = place[i] + Across(links, link, pair.X == i);
                if (!seen[j])
                {
                    (place[j], seen[j]) = (there, true);
                    members.Add(j);
                }
                else
                {
                    spans |= (there - place[j]).LengthSquared > 0.25;
                }
            }
        }

        return new([.. members], [.. members.Select(i => place[i])], spans);
    }

    /// <summary>From one end of a link to the other; the link's normal points from its second particle to its first.</summary>
    private static Vector3d Across(LinkColumns links, int link, bool fromFirst)
    {
        Float4 n = links.Normal[link], arm = links.Arm[link];
        double length = (arm.X + arm.Y) * (fromFirst ? -1 : 1);
        return new(length * n.X, length * n.Y, length * n.Z);
    }
}
