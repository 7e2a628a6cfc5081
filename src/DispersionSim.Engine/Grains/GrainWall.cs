using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>A rigid wall of a granular system, in simulation units.</summary>
public abstract class GrainWall
{
    /// <summary>Velocity of the wall.</summary>
    public Vector3d Velocity { get; set; }

    /// <summary>Way since the last search.</summary>
    internal Vector3d Way { get; set; }

    /// <summary>Way since the last tables.</summary>
    internal Vector3d Path { get; set; }

    /// <summary>Nearest point of the wall to a position, and the distance to it; the distance is negative behind the wall.</summary>
    public abstract double Nearest(Vector3d position, out Vector3d foot);

    /// <summary>Carries the wall on.</summary>
    public void Advance(double time)
    {
        Vector3d way = Velocity * time;
        Way += way;
        Path += way;
        Move(way);
    }

    /// <summary>Moves the wall's surface.</summary>
    protected abstract void Move(Vector3d way);
}

/// <summary>A plane, at rest or moving.</summary>
public sealed class PlaneWall : GrainWall
{
    private readonly Vector3d normal;
    private Vector3d point;

    /// <summary>A plane at rest.</summary>
    /// <param name="point">A point of the plane.</param>
    /// <param name="normal">Normal towards the particles, of any length.</param>
    public PlaneWall(Vector3d point, Vector3d normal)
    {
        double length = normal.Length;
        this.point = point;
        this.normal = new(normal.X / length, normal.Y / length, normal.Z / length);
    }

    public override double Nearest(Vector3d position, out Vector3d foot)
    {
        double height = Vector3d.Dot(position - point, normal);
        foot = position - (height * normal);
        return height;
    }

    protected override void Move(Vector3d way) => point += way;
}
