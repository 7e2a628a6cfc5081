using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

/// <summary>What every granule must be, however it was built.</summary>
internal static class GranuleShape
{
    /// <summary>Sizes drawn for a granule, and where a builder puts them.</summary>
    /// <param name="build">Positions from radii and a packing, and the granule's number.</param>
    /// <param name="size">Number of primaries.</param>
    /// <param name="packing">Packing asked for.</param>
    /// <param name="sigma">Geometric standard deviation of the radii.</param>
    /// <param name="k">Number of the granule.</param>
    public static (Vector3d[] Position, double[] Radius) Make(Func<double[], double, int, Vector3d[]> build, int size, double packing, double sigma, int k)
    {
        double[] radius = PrimarySizes.Lognormal(0.5e-6, sigma).Draw(size, new(9, StreamName.PrimaryRadii, k + (100 * size)));
        return (build(radius, packing, k), radius);
    }

    /// <summary>Asserts packing, wholeness and overlap of several granules, and their mean coordination of a random cohesive packing.</summary>
    public static void HasPackingAndCoordination(IReadOnlyList<(Vector3d[] Position, double[] Radius)> granules, double packing, double tolerance)
    {
        double coordination = 0;
        foreach ((Vector3d[] position, double[] radius) in granules)
        {
            (int I, int J)[] contacts = ContactPairs.Find(position, radius);
            Assert.Equal(packing, AggregateShape.Packing(position, radius), tolerance);
            HoldsTogether(position, radius, contacts);
            coordination += 2.0 * contacts.Length / position.Length / granules.Count;
        }

        Assert.InRange(coordination, 4, 6);
    }

    /// <summary>Asserts that all spheres are one piece and none overlaps another by more than a hundredth.</summary>
    public static void HoldsTogether(Vector3d[] position, double[] radius, (int I, int J)[] contacts)
    {
        Assert.Equal(position.Length, ConnectedPieces.Largest(position.Length, contacts).Length);
        Assert.InRange(ContactPairs.LargestOverlap(position, radius, contacts), 0, 0.01);
    }

    /// <summary>Asserts the packing of the inner sphere of 0.7 R of a granule of equal spheres.</summary>
    /// <remarks>20,000 points: standard error below 0.004; the rest of 0.03 is the granule's own fluctuation over some 300 primaries of 1,000.</remarks>
    public static void IsAsDenseInside(Vector3d[] position, double radius, double packing)
    {
        double inner = 0.7 * radius * Math.Cbrt(position.Length / packing);
        var random = new RandomStream(3, StreamName.MonteCarlo);
        int hits = 0;
        for (int k = 0; k < 20_000; k++)
        {
            Vector3d point = inner * Math.Cbrt(random.NextDouble()) * random.NextDirection();
            hits += position.Any(p => (p - point).LengthSquared < radius * radius) ? 1 : 0;
        }

        Assert.Equal(packing, hits / 20_000.0, 0.03);
    }

    /// <summary>Asserts equal second moments along all axes; a surface rough by one radius in twelve leaves 10 %.</summary>
    public static void IsRound(Vector3d[] position)
    {
        double[] moments = [position.Average(p => p.X * p.X), position.Average(p => p.Y * p.Y), position.Average(p => p.Z * p.Z)];
        Assert.All(moments, moment => Assert.Equal(1, moment / moments.Average(), 0.1));
    }
}
