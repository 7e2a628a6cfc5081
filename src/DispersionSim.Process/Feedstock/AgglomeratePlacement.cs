using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Places bodies of spheres in a cubic, fully periodic box, in random orientation, at random, without overlap.</summary>
/// <remarks>
/// The box has the edge that the wanted solids fraction asks for, or 1.5 times the largest body where that is more.
/// Random sequential addition, largest first; where a body finds no place, the box grows by 3 % and all is placed again.
/// A clearance of 1 % of the sum of the radii keeps bodies apart, so that no contact exists that is not one of the powder's.
/// Not modelled: settling, packing under gravity; the box is a dilute start, concentrated after dispersion.
/// </remarks>
public static class AgglomeratePlacement
{
    /// <summary>Box edge over the extent of the largest body, at least.</summary>
    public const double LeastRoom = 1.5;

    /// <summary>Gap between bodies over the sum of the radii, at least.</summary>
    public const double Clearance = 0.01;

    private const double Growth = 1.03;
    private const int Tries = 600;

    /// <summary>Places every body.</summary>
    /// <param name="bodies">Centres about the centre of mass and radii of each body, m.</param>
    /// <param name="solidsFraction">Volume of spheres over volume of the box, wanted.</param>
    /// <param name="context">Seed and stop signal.</param>
    /// <returns>Box edge, m, and the centres of each body's spheres inside the box.</returns>
    public static (double Edge, Vector3d[][] Position) Place(IReadOnlyList<(Vector3d[] Position, double[] Radius)> bodies, double solidsFraction, StageContext context)
    {
        double[] bound = [.. bodies.Select(b => AggregateShape.BoundingRadius(b.Position, b.Radius))];
        double volume = 4.0 / 3.0 * Math.PI * bodies.Sum(b => AggregateShape.SumOfCubes(b.Radius));
        int[] order = [.. Enumerable.Range(0, bodies.Count).OrderByDescending(i => bound[i])];
        double edge = Math.Max(Math.Cbrt(volume / solidsFraction), LeastRoom * 2 * bound[order[0]]);
        for (int growth = 0; ; growth++)
        {
            context.Stop.ThrowIfCancellationRequested();
            if (TryPlace(bodies, order, edge, context.Random(StreamName.FeedstockPlacement, growth)) is { } position)
            {
                return (edge, position);
            }

            edge *= Growth;
        }
    }

    private static Vector3d[][]? TryPlace(IReadOnlyList<(Vector3d[] Position, double[] Radius)> bodies, int[] order, double edge, RandomStream random)
    {
        Domain box = Domain.FullyPeriodic(edge * new Vector3d(1, 1, 1));
        var grid = new SphereGrid(box, Vector3d.Zero, 2 * (1 + Clearance) * bodies.Max(b => b.Radius.Max()));
        var placed = new Vector3d[bodies.Count][];
        foreach (int i in order)
        {
            if (FindPlace(bodies[i], box, grid, random) is not { } position)
            {
                return null;
            }

            placed[i] = position;
            for (int k = 0; k < position.Length; k++)
            {
                grid.Add(position[k], bodies[i].Radius[k]);
            }
        }

        return placed;
    }

    private static Vector3d[]? FindPlace((Vector3d[] Position, double[] Radius) body, Domain box, SphereGrid grid, RandomStream random)
    {
        var moved = new Vector3d[body.Radius.Length];
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            Turn turn = Turn.Next(random);
            var centre = new Vector3d(box.Size.X * random.NextDouble(), box.Size.Y * random.NextDouble(), box.Size.Z * random.NextDouble());
            int k = 0;
            while (k < moved.Length && !grid.Collides(moved[k] = box.Wrap(centre + turn.Apply(body.Position[k])), body.Radius[k], Clearance))
            {
                k++;
            }

            if (k == moved.Length)
            {
                return moved;
            }
        }

        return null;
    }
}
