using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>What distances are counted from: a point, or an axis over a span.</summary>
/// <param name="Middle">The point, or the middle of the span, m.</param>
/// <param name="Axis">Unit vector of the axis; zero for a point.</param>
/// <param name="HalfSpan">Half the span along the axis, m.</param>
/// <param name="Nearest">Distances below are left out, m.</param>
/// <param name="Farthest">Distances above are left out, m.</param>
internal readonly record struct LevelCore(Vector3d Middle, Vector3d Axis, double HalfSpan, double Nearest, double Farthest)
{
    /// <summary>Distance of a point (relative to the middle) from the core and the vector to it from there; false outside the limits.</summary>
    public bool TryMeasure(Vector3d point, out Vector3d from, out double distance)
    {
        double along = Vector3d.Dot(point, Axis);
        from = point - (Axis * along);
        distance = from.Length;
        return Math.Abs(along) <= HalfSpan && distance >= Nearest && distance <= Farthest;
    }
}

/// <summary>A voxel near a body: how far it is and how a surface at any distance cuts it.</summary>
internal struct LevelCell
{
    private readonly double steepness;
    private readonly PlaneCut cut;
    private readonly double distance;

    public LevelCell(int voxel, Vector3d from, double distance, double size, double innerLevel)
    {
        Voxel = voxel;
        this.distance = distance;
        double x = Math.Abs(from.X), y = Math.Abs(from.Y), z = Math.Abs(from.Z), sum = x + y + z;
        cut = sum > 0 ? new(x, y, z) : new(1, 0, 0);
        steepness = sum > 0 ? distance / (sum * size) : 1 / size;
        Inner = Covered(innerLevel);
    }

    public int Voxel { get; }

    /// <summary>Coverage by the inner body.</summary>
    public double Inner { get; }

    /// <summary>What the voxel may still take.</summary>
    public double Room { get; set; }

    /// <summary>Coverage by the body up to a level, m.</summary>
    public readonly double Covered(double level) => cut.Fraction(0.5 + ((level - distance) * steepness));
}
