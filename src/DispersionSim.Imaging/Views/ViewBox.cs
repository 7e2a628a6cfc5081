using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>The block of film that is shown: cut flat at its four sides, open at the top.</summary>
internal readonly record struct ViewBox(double SizeX, double SizeY, double Bottom, double Top)
{
    public IEnumerable<Vector3d> Corners()
    {
        foreach (double z in new[] { Bottom, Top })
        {
            yield return new(0, 0, z);
            yield return new(SizeX, 0, z);
            yield return new(0, SizeY, z);
            yield return new(SizeX, SizeY, z);
        }
    }

    /// <summary>Where a line of sight enters and leaves between the sides, and the outward normal of the side it enters by.</summary>
    public (double Enter, double Leave, Vector3d Side) Span(Vector3d at, Vector3d direction)
    {
        (double x0, double x1) = Slab(at.X, direction.X, SizeX);
        (double y0, double y1) = Slab(at.Y, direction.Y, SizeY);
        Vector3d side = x0 > y0 ? new(-Math.Sign(direction.X), 0, 0) : new(0, -Math.Sign(direction.Y), 0);
        return (Math.Max(x0, y0), Math.Min(x1, y1), side);
    }

    private static (double Enter, double Leave) Slab(double at, double direction, double size)
    {
        double a = -at / direction, b = (size - at) / direction;
        return (Math.Min(a, b), Math.Max(a, b));
    }
}
