using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Touching spheres about their common centre of mass, while an agglomerate is being built.</summary>
internal sealed class SphereCluster
{
    private SphereCluster(Vector3d[] position, double[] radius)
    {
        Position = position;
        Radius = radius;
        Mass = AggregateShape.SumOfCubes(radius);
        Gyration = AggregateShape.RadiusOfGyration(position, radius);
        Bound = AggregateShape.BoundingRadius(position, radius);
        LargestRadius = radius.Max();
    }

    /// <summary>Centres relative to the centre of mass.</summary>
    public Vector3d[] Position { get; }

    public double[] Radius { get; }

    /// <summary>Σ a³: the mass but for a constant.</summary>
    public double Mass { get; }

    public double Gyration { get; }

    /// <summary>Radius of the bounding sphere about the centre of mass.</summary>
    public double Bound { get; }

    public double LargestRadius { get; }

    public int Count => Radius.Length;

    /// <summary>Any spheres, moved so that their centre of mass is the origin.</summary>
    public static SphereCluster Centred(Vector3d[] position, double[] radius)
    {
        Vector3d centre = AggregateShape.Centre(position, radius);
        return new(Array.ConvertAll(position, p => p - centre), radius);
    }

    public static SphereCluster Single(double radius) => new([Vector3d.Zero], [radius]);

    public static SphereCluster Union(Vector3d[] first, double[] firstRadius, Vector3d[] second, double[] secondRadius) =>
        Centred([.. first, .. second], [.. firstRadius, .. secondRadius]);
}
