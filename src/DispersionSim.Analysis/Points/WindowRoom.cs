using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>A window in a material that goes on beyond its open axes: the first spheres have their centres in it, all others outside.</summary>
/// <remarks>The box is periodic, and longer than the window along the axes that are open; the window begins at its origin.</remarks>
/// <param name="box">The box.</param>
/// <param name="window">The window's edges, m.</param>
/// <param name="inside">How many spheres lie in the window.</param>
internal sealed class WindowRoom(PointSample box, Vector3d window, int inside) : ISphereRoom
{
    public Vector3d Random(int i, RandomStream random)
    {
        if (i < inside)
        {
            return new(random.NextDouble() * window.X, random.NextDouble() * window.Y, box.Dimensions == 3 ? random.NextDouble() * window.Z : 0);
        }

        Vector3d place;
        do
        {
            place = box.RandomPoint(random, 0);
        }
        while (IsInWindow(place));
        return place;
    }

    public bool Holds(int i, Vector3d place) => IsInWindow(place) == i < inside;

    public Vector3d Nearest(int i, Vector3d place)
    {
        Vector3d p = box.Window.Wrap(place);
        return Holds(i, p) ? p : i < inside ? Entered(p) : Left(p);
    }

    private bool IsInWindow(Vector3d p) => p.X < window.X && p.Y < window.Y && (box.Dimensions == 2 || p.Z < window.Z);

    /// <summary>The nearest place just inside: a coordinate beyond the far face comes from the one that is nearer round the box.</summary>
    private Vector3d Entered(Vector3d p) => new(Entered(p.X, window.X, box.Window.Size.X), Entered(p.Y, window.Y, box.Window.Size.Y), box.Dimensions == 3 ? Entered(p.Z, window.Z, box.Window.Size.Z) : p.Z);

    private static double Entered(double x, double window, double box) => x < window ? x : x - window < box - x ? Math.BitDecrement(window) : 0;

    /// <summary>The nearest place outside: through the face that is nearest among those of the axes along which the box is longer.</summary>
    private Vector3d Left(Vector3d p)
    {
        (double way, double to) x = Left(p.X, window.X, box.Window.Size.X), y = Left(p.Y, window.Y, box.Window.Size.Y);
        (double way, double to) z = box.Dimensions == 3 ? Left(p.Z, window.Z, box.Window.Size.Z) : (double.PositiveInfinity, 0);
        return x.way <= y.way && x.way <= z.way ? p with { X = x.to } : y.way <= z.way ? p with { Y = y.to } : p with { Z = z.to };
    }

    private static (double Way, double To) Left(double x, double window, double box) =>
        box <= window ? (double.PositiveInfinity, x) : window - x < x ? (window - x, window) : (x, Math.BitDecrement(box));
}
