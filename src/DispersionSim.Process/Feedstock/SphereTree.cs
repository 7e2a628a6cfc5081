using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Spheres in a tree of bounding spheres, for the gap between two clusters.</summary>
/// <remarks>A node holds two halves, split across the longest edge of its box; leaves hold up to four spheres. The gap found is exact: a branch is left out only where its bounds are farther apart than a pair already found.</remarks>
internal sealed class SphereTree
{
    private const int MostInLeaf = 4;

    private readonly int[] member;
    private readonly Vector3d[] position;
    private readonly double[] radius;
    private readonly List<Node> nodes;

    /// <summary>Sorts a cluster into a tree.</summary>
    public SphereTree(SphereCluster cluster)
    {
        member = [.. Enumerable.Range(0, cluster.Count)];
        position = [.. cluster.Position];
        radius = [.. cluster.Radius];
        nodes = new(1 + (cluster.Count / 2));
        Split(0, cluster.Count);
    }

    private SphereTree(SphereTree other, Turn turn)
    {
        (member, radius) = (other.member, other.radius);
        position = turn.Apply(other.position);
        nodes = other.nodes.ConvertAll(n => n with { Centre = turn.Apply(n.Centre) });
    }

    /// <summary>The same cluster, turned about the origin.</summary>
    public SphereTree Turned(Turn turn) => new(this, turn);

    /// <summary>Centres in the cluster's own order, moved by a vector.</summary>
    public Vector3d[] Moved(Vector3d by)
    {
        var moved = new Vector3d[position.Length];
        for (int k = 0; k < position.Length; k++)
        {
            moved[member[k]] = position[k] + by;
        }

        return moved;
    }

    /// <summary>The pair of spheres nearest to each other.</summary>
    /// <param name="other">The other cluster.</param>
    /// <param name="offset">Where the other's origin lies.</param>
    /// <param name="hint">A pair that is likely near: the search starts from its gap.</param>
    public NearestPair Nearest(SphereTree other, Vector3d offset, NearestPair hint)
    {
        NearestPair least = hint with { Gap = Gap(hint.Standing, other, hint.Moving, offset) };
        Search(0, other, 0, offset, ref least);
        return least;
    }

    /// <summary>Direction from a sphere of the other cluster to one of this.</summary>
    public Vector3d Towards(SphereTree other, Vector3d offset, NearestPair pair) => (position[pair.Standing] - other.position[pair.Moving] - offset).Normalized();

    private double Gap(int i, SphereTree other, int j, Vector3d offset) => (position[i] - other.position[j] - offset).Length - radius[i] - other.radius[j];

    private void Search(int a, SphereTree other, int b, Vector3d offset, ref NearestPair least)
    {
        Node mine = nodes[a], its = other.nodes[b];
        if (Apart(mine, its, offset) >= least.Gap)
        {
            return;
        }

        if (mine.IsLeaf && its.IsLeaf)
        {
            Compare(mine, other, its, offset, ref least);
        }
        else if (its.IsLeaf || (!mine.IsLeaf && mine.Radius > its.Radius))
        {
            bool secondNearer = Apart(nodes[mine.Second], its, offset) < Apart(nodes[a + 1], its, offset);
            Search(secondNearer ? mine.Second : a + 1, other, b, offset, ref least);
            Search(secondNearer ? a + 1 : mine.Second, other, b, offset, ref least);
        }
        else
        {
            bool secondNearer = Apart(mine, other.nodes[its.Second], offset) < Apart(mine, other.nodes[b + 1], offset);
            Search(a, other, secondNearer ? its.Second : b + 1, offset, ref least);
            Search(a, other, secondNearer ? b + 1 : its.Second, offset, ref least);
        }
    }

    private void Compare(Node mine, SphereTree other, Node its, Vector3d offset, ref NearestPair least)
    {
        for (int i = mine.Start; i < mine.End; i++)
        {
            for (int j = its.Start; j < its.End; j++)
            {
                double gap = Gap(i, other, j, offset);
                least = gap < least.Gap ? new(gap, i, j) : least;
            }
        }
    }

    private static double Apart(in Node mine, in Node its, Vector3d offset) => (mine.Centre - its.Centre - offset).Length - mine.Radius - its.Radius;

    private void Split(int start, int end)
    {
        (Vector3d low, Vector3d high) = Box(start, end);
        Vector3d centre = 0.5 * (low + high), edge = high - low;
        int self = nodes.Count;
        nodes.Add(new(centre, Reach(centre, start, end), start, end, 0));
        if (end - start > MostInLeaf)
        {
            int middle = Partition(start, end, Longest(edge), centre);
            Split(start, middle);
            nodes[self] = nodes[self] with { Second = nodes.Count };
            Split(middle, end);
        }
    }

    private (Vector3d Low, Vector3d High) Box(int start, int end)
    {
        Vector3d low = position[start], high = low;
        foreach (Vector3d p in position.AsSpan(start, end - start))
        {
            low = new(Math.Min(low.X, p.X), Math.Min(low.Y, p.Y), Math.Min(low.Z, p.Z));
            high = new(Math.Max(high.X, p.X), Math.Max(high.Y, p.Y), Math.Max(high.Z, p.Z));
        }

        return (low, high);
    }

    private double Reach(Vector3d centre, int start, int end)
    {
        double reach = 0;
        for (int k = start; k < end; k++)
        {
            reach = Math.Max(reach, (position[k] - centre).Length + radius[k]);
        }

        return reach;
    }

    private static Vector3d Longest(Vector3d edge) =>
        edge.X >= edge.Y && edge.X >= edge.Z ? new(1, 0, 0) : edge.Y >= edge.Z ? new(0, 1, 0) : Vector3d.UnitZ;

    /// <summary>Spheres below the middle of the box first; where all lie on one side (one point only), half of them.</summary>
    private int Partition(int start, int end, Vector3d axis, Vector3d centre)
    {
        int middle = start;
        for (int k = start; k < end; k++)
        {
            if (Vector3d.Dot(position[k] - centre, axis) < 0)
            {
                (position[k], position[middle]) = (position[middle], position[k]);
                (radius[k], radius[middle]) = (radius[middle], radius[k]);
                (member[k], member[middle]) = (member[middle], member[k]);
                middle++;
            }
        }

        return middle == start || middle == end ? (start + end) / 2 : middle;
    }

    /// <summary>A bounding sphere over a range of spheres; its first half is the next node, <paramref name="Second"/> the other, 0 for a leaf.</summary>
    private readonly record struct Node(Vector3d Centre, double Radius, int Start, int End, int Second)
    {
        public bool IsLeaf => Second == 0;
    }
}

/// <summary>Two spheres of two trees and the gap between them; the indices are the trees' own.</summary>
internal readonly record struct NearestPair(double Gap, int Standing, int Moving);
