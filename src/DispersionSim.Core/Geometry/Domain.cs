namespace DispersionSim.Core;

/// <summary>A rectangular simulation domain [0, Size) whose axes are periodic or not; lengths in metres.</summary>
public readonly record struct Domain(Vector3d Size, bool PeriodicX, bool PeriodicY, bool PeriodicZ)
{
    /// <summary>A domain periodic along every axis: a slurry.</summary>
    public static Domain FullyPeriodic(Vector3d size) => new(size, true, true, true);

    /// <summary>A domain periodic in the plane of the foil and open along z: a film.</summary>
    public static Domain Film(double lengthX, double lengthY, double height) => new(new(lengthX, lengthY, height), true, true, false);

    /// <summary>Volume, m³.</summary>
    public double Volume => Size.X * Size.Y * Size.Z;

    /// <summary>Area in the plane of the foil, m².</summary>
    public double Area => Size.X * Size.Y;

    /// <summary>The shortest image of a difference vector.</summary>
    public Vector3d Nearest(Vector3d d) => new(
        PeriodicX ? d.X - (Size.X * Math.Round(d.X / Size.X)) : d.X,
        PeriodicY ? d.Y - (Size.Y * Math.Round(d.Y / Size.Y)) : d.Y,
        PeriodicZ ? d.Z - (Size.Z * Math.Round(d.Z / Size.Z)) : d.Z);

    /// <summary>A position moved into the domain along its periodic axes.</summary>
    public Vector3d Wrap(Vector3d p) => new(
        PeriodicX ? PeriodicAxis.Wrap(p.X, Size.X) : p.X,
        PeriodicY ? PeriodicAxis.Wrap(p.Y, Size.Y) : p.Y,
        PeriodicZ ? PeriodicAxis.Wrap(p.Z, Size.Z) : p.Z);
}
