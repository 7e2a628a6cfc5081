using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>A rigid wall of a granular system, in simulation units.</summary>
public abstract class GrainWall
{
    /// <summary>Velocity of the wall.</summary>
    public double[] Velocity { get; set; } = new double[3];

    /// <summary>Nearest point of the wall to a position, and the distance to it; the distance is negative behind the wall.</summary>
    public abstract double Nearest(ReadOnlySpan<double> position, Span<double> foot);

    /// <summary>Way since the last search.</summary>
    internal double[] Way { get; } = new double[3];

    /// <summary>Carries the wall on.</summary>
    public void Advance(double time)
    {
        for (int axis = 0; axis < 3; axis++)
        {
            Way[axis] += Velocity[axis] * time;
        }

        Move(time);
    }

    /// <summary>Moves the wall's surface by its velocity.</summary>
    protected abstract void Move(double time);
}

/// <summary>A plane, at rest or moving.</summary>
public sealed class PlaneWall : GrainWall
{
    private readonly double[] normal;
    private readonly double[] point;

    /// <summary>A plane at rest.</summary>
    /// <param name="point">A point of the plane.</param>
    /// <param name="normal">Normal towards the particles, of any length.</param>
    public PlaneWall(IReadOnlyList<double> point, IReadOnlyList<double> normal)
    {
        double length = Math.Sqrt((normal[0] * normal[0]) + (normal[1] * normal[1]) + (normal[2] * normal[2]));
        this.point = [.. point];
        this.normal = [normal[0] / length, normal[1] / length, normal[2] / length];
    }

    public override double Nearest(ReadOnlySpan<double> position, Span<double> foot)
    {
        double height = 0;
        for (int axis = 0; axis < 3; axis++)
        {
            height += (position[axis] - point[axis]) * normal[axis];
        }

        for (int axis = 0; axis < 3; axis++)
        {
            foot[axis] = position[axis] - (height * normal[axis]);
        }

        return height;
    }

    protected override void Move(double time)
    {
        for (int axis = 0; axis < 3; axis++)
        {
            point[axis] += Velocity[axis] * time;
        }
    }
}
