using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>A flat wall as the device sees it, some time ahead.</summary>
internal sealed class DevicePlane
{
    private const double HalfTurns = FlowingBox.Turns / 2;

    private readonly GrainWall wall;
    private readonly FlowingBox box;
    private readonly Vector3d normal;
    private readonly double unit;

    /// <summary>A flat wall, taken over from the host.</summary>
    /// <param name="wall">The wall.</param>
    /// <param name="box">The box.</param>
    /// <param name="largest">Largest radius.</param>
    /// <param name="selector">The device as the user names it.</param>
    /// <exception cref="InputException">A wall that is not flat.</exception>
    public DevicePlane(GrainWall wall, FlowingBox box, double largest, string selector)
    {
        if (wall is not PlaneWall)
        {
            throw new InputException($"--device {selector}: only flat walls run there; take --device cpu");
        }

        (this.wall, this.box, unit) = (wall, box, Math.Pow(2, Math.Ceiling(Math.Log2(2 * largest)) - WallKernels.Bits));
        double length = box.Length[0], at = wall.Nearest(Vector3d.Zero, out _);
        normal = new(
            (wall.Nearest(new(length, 0, 0), out _) - at) / length,
            (wall.Nearest(new(0, length, 0), out _) - at) / length,
            (wall.Nearest(new(0, 0, length), out _) - at) / length);
    }

    public double Speed => wall.Velocity.Length;

    /// <summary>The wall a time after now.</summary>
    public WallPlane After(double time)
    {
        var middle = new Vector3d(box.Length[0] / 2, box.Length[1] / 2, box.Length[2] / 2);
        wall.Nearest(middle, out Vector3d foot);
        foot += wall.Velocity * time;
        Int4 anchor = new(Fix(foot.X, 0), Fix(foot.Y, 1), Fix(foot.Z, 2));
        Vector3d rounded = new(anchor.X / HalfTurns * box.Length[0], anchor.Y / HalfTurns * box.Length[1], anchor.Z / HalfTurns * box.Length[2]);
        return new()
        {
            Normal = new((float)normal.X, (float)normal.Y, (float)normal.Z, (float)Vector3d.Dot(rounded - foot, normal)),
            Velocity = new((float)wall.Velocity.X, (float)wall.Velocity.Y, (float)wall.Velocity.Z),
            Anchor = anchor,
            RiseX = Rise(normal.X, 0),
            RiseY = Rise(normal.Y, 1),
            RiseZ = Rise(normal.Z, 2),
            WayX = Way(normal.X, 0),
            WayY = Way(normal.Y, 1),
            WayZ = Way(normal.Z, 2),
            Unit = (float)unit,
        };
    }

    private long Rise(double along, int axis) => (long)Math.Round(along * box.Length[axis] / FlowingBox.Turns / unit * (1 << WallKernels.Bits));

    private long Way(double along, int axis) => (long)Math.Round(along * unit / box.Length[axis] * FlowingBox.Turns * (1 << WallKernels.Bits));

    /// <summary>A coordinate in halves of the unit of places; beyond the box no particle is.</summary>
    private int Fix(double x, int axis) => (int)Math.Round(Math.Clamp(x / box.Length[axis], 0, 1 - 1e-9) * HalfTurns);
}
