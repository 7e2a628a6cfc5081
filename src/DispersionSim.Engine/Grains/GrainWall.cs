using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>A rigid wall of a granular system, in simulation units.</summary>
public abstract class GrainWall
{
    /// <summary>Velocity of the wall.</summary>
    public Vector3d Velocity { get; set; }

    /// <summary>Way since the last search.</summary>
    internal Vector3d Way { get; set; }

    /// <summary>Nearest point of the wall to a position, and the distance to it; the distance is negative behind the wall.</summary>
    public abstract double Nearest(Vector3d position, out Vector3d foot);

    /// <summary>Distance to the wall where lists are made; a wall of several contacts a grain seeks them now.</summary>
    /// <param name="grain">Number of the grain.</param>
    /// <param name="position">Its centre.</param>
    /// <param name="radius">Its radius.</param>
    /// <param name="gap">How far from its surface contacts are wanted.</param>
    internal virtual double Seek(int grain, Vector3d position, double radius, double gap) => Nearest(position, out _);

    /// <summary>Whether a grain may come within a gap of the wall before the next search.</summary>
    internal virtual bool IsNear(int grain, Vector3d position, double radius, double gap) => Seek(grain, position, radius, gap) < radius + gap;

    /// <summary>Distance and nearest point at a step; infinite where there is none.</summary>
    internal virtual double Follow(int grain, Vector3d position, double radius, out Vector3d foot) => Nearest(position, out foot);

    /// <summary>Distance at the last step; infinite where there is none.</summary>
    internal virtual double Distance(int grain, Vector3d position, double radius) => Follow(grain, position, radius, out _);

    /// <summary>Whether R* at the wall is another than the grain's radius.</summary>
    internal virtual bool IsCurved => false;

    /// <summary>No R* of a grain of some radius is larger.</summary>
    internal virtual double LargestReducedRadius(double radius) => radius;

    /// <summary>How a grain stands on the wall at the last step and the one before.</summary>
    internal virtual WallStand Stand(int grain, double radius) => default;

    /// <summary>Tells the wall the gap at which a contact may still hold.</summary>
    internal virtual void Hold(double reach)
    {
        // A plane's contacts have nothing to share.
    }

    /// <summary>Where the wall is and what it remembers, as a run that goes on needs it.</summary>
    internal virtual double[] State
    {
        get => [];
        set => _ = value;
    }

    /// <summary>Carries the wall on.</summary>
    public void Advance(double time)
    {
        Vector3d way = Velocity * time;
        Way += way;
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

    internal override double[] State
    {
        get => [point.X, point.Y, point.Z];
        set => point = new(value[0], value[1], value[2]);
    }

    protected override void Move(Vector3d way) => point += way;
}
