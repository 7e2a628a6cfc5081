using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Process;

/// <summary>Touching spheres of radius 1 whose bonds form a tree: what cluster–cluster aggregation makes, one contact a merge.</summary>
/// <param name="Position">Centres.</param>
/// <param name="Bonds">One fewer than spheres.</param>
public sealed record TreeAggregate(Vector3d[] Position, (int I, int J)[] Bonds)
{
    private const double TouchingGap = 1e-6;

    private readonly double[] radius = [.. Enumerable.Repeat(1.0, Position.Length)];

    public int Count => Position.Length;

    /// <summary>Radius of gyration of the solid spheres.</summary>
    public double Gyration => AggregateShape.RadiusOfGyration(Position, radius);

    /// <summary>A fractal aggregate by the feedstock's own builder; null where a chance second contact closed a loop.</summary>
    public static TreeAggregate? Build(int count, FractalLaw law, ulong seed, int index)
    {
        double[] equal = [.. Enumerable.Repeat(1.0, count)];
        Vector3d[] position = FractalAggregate.Build(equal, law, new RandomStream(seed, StreamName.FractalAggregate, index));
        var bonds = new List<(int, int)>();
        for (int i = 0; i < count; i++)
        {
            for (int j = i + 1; j < count; j++)
            {
                if ((position[i] - position[j]).Length < 2 + TouchingGap)
                {
                    bonds.Add((i, j));
                }
            }
        }

        return bonds.Count == count - 1 ? new(position, [.. bonds]) : null;
    }

    /// <summary>Tensions over ηGa² without hydrodynamic interaction (tier T0).</summary>
    public BondTension[] FreeDraining() => BondTensions.Of(new(new IndependentDrag(Position, radius, 1)), Bonds);

    /// <summary>Tensions with screened drag (tier T1).</summary>
    public BondTension[] Screened()
    {
        double factor = ClusterScreening.Factor(Position, radius);
        return BondTensions.Of(new(new IndependentDrag(Position, radius, 1, [.. Enumerable.Repeat(factor, Count)])), Bonds);
    }

    /// <summary>Tensions with full interaction (tier T3).</summary>
    public BondTension[] Interacting(MobilityLevel level) => BondTensions.Of(new(new ManyBodyDrag(Position, radius, 1, level)), Bonds);
}
