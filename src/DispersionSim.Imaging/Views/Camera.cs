using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>A parallel projection: no perspective, so that a scale bar holds all over the picture.</summary>
internal sealed class Camera
{
    private readonly double left;
    private readonly double upper;

    /// <summary>A camera that looks at the box from a direction, with the smallest pixel (m) at which the whole box fits between the margins.</summary>
    /// <param name="azimuth">Direction the viewer looks from, about z, radians.</param>
    /// <param name="elevation">Angle above the plane of the foil, radians.</param>
    /// <param name="box">What must fit into the picture.</param>
    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down.</param>
    /// <param name="margin">Empty border as a share of the picture.</param>
    public Camera(double azimuth, double elevation, ViewBox box, int width, int height, double margin)
    {
        (Width, Height) = (width, height);
        Forward = -new Vector3d(Math.Cos(azimuth) * Math.Cos(elevation), Math.Sin(azimuth) * Math.Cos(elevation), Math.Sin(elevation));
        Right = new Vector3d(-Math.Sin(azimuth), Math.Cos(azimuth), 0);
        Up = Vector3d.Cross(Right, Forward);
        Vector3d[] corners = [.. box.Corners()];
        (double Low, double High) across = Range(corners, Right), up = Range(corners, Up);
        double roomX = width * (1 - (2 * margin)), roomY = height * (1 - (2 * margin));
        Pixel = Math.Max((across.High - across.Low) / roomX, (up.High - up.Low) / roomY);
        left = ((across.Low + across.High) / 2) - (Pixel * width / 2);
        upper = ((up.Low + up.High) / 2) + (Pixel * height / 2);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Edge of a pixel, m.</summary>
    public double Pixel { get; }

    /// <summary>Unit vector away from the viewer.</summary>
    public Vector3d Forward { get; }

    public Vector3d Right { get; }

    public Vector3d Up { get; }

    /// <summary>A place in the picture: column, row and depth (m).</summary>
    public (double X, double Y, double Depth) Project(Vector3d p) =>
        ((Vector3d.Dot(p, Right) - left) / Pixel, (upper - Vector3d.Dot(p, Up)) / Pixel, Vector3d.Dot(p, Forward));

    /// <summary>The place at a column, row and depth.</summary>
    public Vector3d At(double x, double y, double depth) =>
        (Right * (left + (x * Pixel))) + (Up * (upper - (y * Pixel))) + (Forward * depth);

    private static (double Low, double High) Range(Vector3d[] corners, Vector3d axis) =>
        (corners.Min(c => Vector3d.Dot(c, axis)), corners.Max(c => Vector3d.Dot(c, axis)));
}
