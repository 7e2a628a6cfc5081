using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Points in a window of two or three dimensions, with the radii of what they are the centres of.</summary>
/// <remarks>A set in the plane lies at z = 0 of a window one unit thick and open along z, so that areas are volumes and no estimator need be written twice.</remarks>
/// <param name="Window">Where points were looked for; lengths along z count only in three dimensions.</param>
/// <param name="Dimensions">2 or 3.</param>
/// <param name="Positions">Centres, m.</param>
/// <param name="Radii">Radii, m; of discs where the set lies in a plane; empty where points have no size.</param>
public sealed record PointSample(Domain Window, int Dimensions, Vector3d[] Positions, double[] Radii)
{
    public int Count => Positions.Length;

    /// <summary>n̂^(−1/d): the edge of the space that a point has to itself, m.</summary>
    public double Spacing => Math.Pow(Measure / Count, 1.0 / Dimensions);

    /// <summary>Volume, m³, or area, m².</summary>
    public double Measure => Dimensions == 3 ? Window.Volume : Window.Area;

    /// <summary>Share of the volume or area that spheres or discs fill.</summary>
    public double Fraction => Radii.Sum(r => Dimensions == 3 ? 4 * Math.PI / 3 * r * r * r : Math.PI * r * r) / Measure;

    /// <summary>Length of the window along the last axis, in which depth is measured, m.</summary>
    public double Depth => Dimensions == 3 ? Window.Size.Z : Window.Size.Y;

    /// <summary>Whether the last axis wraps.</summary>
    public bool DepthWraps => Dimensions == 3 ? Window.PeriodicZ : Window.PeriodicY;

    /// <summary>Coordinates along the last axis, m.</summary>
    public IEnumerable<double> Depths => Positions.Select(p => Dimensions == 3 ? p.Z : p.Y);

    /// <summary>A set in the plane.</summary>
    /// <param name="lengthX">Length of the window along x, m.</param>
    /// <param name="lengthY">Length of the window along y, m.</param>
    /// <param name="periodicX">Whether x wraps.</param>
    /// <param name="periodicY">Whether y wraps.</param>
    /// <param name="positions">Centres, z = 0.</param>
    /// <param name="radii">Radii of discs, or none.</param>
    public static PointSample Plane(double lengthX, double lengthY, bool periodicX, bool periodicY, Vector3d[] positions, double[] radii) =>
        new(new(new(lengthX, lengthY, 1), periodicX, periodicY, false), 2, positions, radii);

    /// <summary>A point at random in the window, no nearer to an open edge than a distance.</summary>
    public Vector3d RandomPoint(RandomStream random, double edge) => new(
        Coordinate(random, Window.Size.X, Window.PeriodicX, edge),
        Coordinate(random, Window.Size.Y, Window.PeriodicY, edge),
        Dimensions == 3 ? Coordinate(random, Window.Size.Z, Window.PeriodicZ, edge) : 0);

    /// <summary>A point brought back into the window: wrapped along periodic axes, no nearer to an open edge than a distance.</summary>
    public Vector3d Inside(Vector3d point, double edge)
    {
        Vector3d p = Window.Wrap(point);
        return new(
            Window.PeriodicX ? p.X : Math.Clamp(p.X, edge, Window.Size.X - edge),
            Window.PeriodicY ? p.Y : Math.Clamp(p.Y, edge, Window.Size.Y - edge),
            Window.PeriodicZ || Dimensions == 2 ? p.Z : Math.Clamp(p.Z, edge, Window.Size.Z - edge));
    }

    /// <summary>Distance from a point to the nearest open edge of the window, m; infinite where all axes are periodic.</summary>
    public double DistanceToEdge(Vector3d point) => Open().Select(axis => Math.Min(Along(point, axis), Along(Window.Size, axis) - Along(point, axis))).DefaultIfEmpty(double.PositiveInfinity).Min();

    /// <summary>Volume or area of the points of the window that are farther than a distance from its open edges.</summary>
    public double MeasureWithin(double distance)
    {
        int[] open = [.. Open()];
        return Enumerable.Range(0, Dimensions).Aggregate(1.0, (measure, axis) => measure * Math.Max(0, Along(Window.Size, axis) - (open.Contains(axis) ? 2 * distance : 0)));
    }

    private static double Coordinate(RandomStream random, double length, bool periodic, double edge) =>
        periodic ? random.NextDouble() * length : edge + (random.NextDouble() * (length - (2 * edge)));

    private static double Along(Vector3d v, int axis) => axis == 0 ? v.X : axis == 1 ? v.Y : v.Z;

    private IEnumerable<int> Open() => Enumerable.Range(0, Dimensions).Where(axis => !(axis == 0 ? Window.PeriodicX : axis == 1 ? Window.PeriodicY : Window.PeriodicZ));

    /// <summary>The set with all radii smaller by the one factor at which no two overlap.</summary>
    /// <remarks>Soft spheres that are pressed against each other overlap a little, as in a finished discrete-element run; taken as points they would have the wrong null.</remarks>
    /// <param name="most">Largest share that is taken off.</param>
    /// <param name="shrunk">The share that was.</param>
    /// <returns>The set; the set itself where none overlap, or where more would have to be taken off.</returns>
    public PointSample Hard(double most, out double shrunk)
    {
        double factor = Overlaps ? Contacts.Find(Window, Positions, Radii, 0).Min(p => Window.Nearest(Positions[p.I] - Positions[p.J]).Length / (Radii[p.I] + Radii[p.J])) : 1;
        shrunk = 1 - factor;
        return shrunk > 0 && shrunk <= most ? this with { Radii = [.. Radii.Select(r => r * factor)] } : this;
    }

    /// <summary>Whether two of the spheres or discs overlap by more than the rounding of a written coordinate.</summary>
    public bool Overlaps => Radii.Length > 0 && Contacts.Find(Window, Positions, Radii, -1e-4 * Radii.Average()).Count > 0;
}
