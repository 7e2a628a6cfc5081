using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>A height field as a wall: the surface z = h(x, y), particles above it, in simulation units.</summary>
/// <remarks>Its contacts are those of as many walls as a grain may have feet, each with ghosts of its own.</remarks>
/// <param name="field">The surface.</param>
/// <param name="origin">Where its first grid point is, height 0.</param>
/// <param name="grains">Number of grains of the system.</param>
public sealed class FieldWall(HeightField field, Vector3d origin, int grains) : GrainWall
{
    private readonly FieldFeet feet = new(field, grains) { Origin = origin };

    /// <summary>The walls that together are this one.</summary>
    internal IReadOnlyList<GrainWall> Parts => [this, .. Enumerable.Range(1, FieldFeet.Most - 1).Select(n => new Part(feet, n) { Velocity = Velocity })];

    /// <summary>Height above the surface, straight down.</summary>
    public override double Nearest(Vector3d position, out Vector3d foot)
    {
        Vector3d p = position - feet.Origin;
        double height = feet.Surface.Evaluate(p.X, p.Y).Height;
        foot = new(position.X, position.Y, height + feet.Origin.Z);
        return p.Z - height;
    }

    internal override double Seek(int grain, Vector3d position, double radius, double gap)
    {
        feet.Seek(grain, position, radius + gap);
        return Listed(feet, grain);
    }

    internal override bool IsNear(int grain, Vector3d position, double radius, double gap)
    {
        feet.Seek(grain, position, radius + gap);
        return feet.Stands(grain);
    }

    internal override double Follow(int grain, Vector3d position, double radius, out Vector3d foot)
    {
        feet.Carry(grain, position, radius);
        return feet.Follow(grain, 0, position, radius, out foot);
    }

    internal override double Distance(int grain, Vector3d position, double radius) => feet.Follow(grain, 0, position, radius, out _);

    internal override double[] State
    {
        get => [feet.Origin.X, feet.Origin.Y, feet.Origin.Z, .. feet.State];
        set
        {
            feet.Origin = new(value[0], value[1], value[2]);
            feet.State = value[3..];
        }
    }

    internal override bool IsCurved => true;

    internal override double LargestReducedRadius(double radius) => radius / Math.Max(FootShares.Fades, 1 - (feet.Surface.Sharpness * radius));

    internal override WallStand Stand(int grain, double radius) => StandOf(feet, grain, 0, radius);

    /// <summary>Tells the wall its laws.</summary>
    /// <param name="byRadius">Whether they go by R*; else they are springs.</param>
    internal void Take(bool byRadius) => feet.ByRadius = byRadius;

    internal override void Hold(double reach) => feet.Reach = reach;

    protected override void Move(Vector3d way) => feet.Origin += way;

    private static WallStand StandOf(FieldFeet feet, int grain, int number, double radius)
    {
        (Foot now, Foot before) = feet.Stand(grain, number);
        return new(radius - now.Distance, now.Load, radius - before.Distance, before.Load);
    }

    /// <summary>All feet of a grain that has any are listed: one may be born, and take any number, before lists are made again.</summary>
    private static double Listed(FieldFeet feet, int grain) => feet.Stands(grain) ? double.NegativeInfinity : double.PositiveInfinity;

    /// <summary>The feet of one number.</summary>
    private sealed class Part(FieldFeet feet, int number) : GrainWall
    {
        public override double Nearest(Vector3d position, out Vector3d foot)
        {
            foot = position;
            return double.PositiveInfinity;
        }

        internal override double Seek(int grain, Vector3d position, double radius, double gap) => Listed(feet, grain);

        internal override bool IsNear(int grain, Vector3d position, double radius, double gap) => feet.Stands(grain);

        internal override double Follow(int grain, Vector3d position, double radius, out Vector3d foot) => feet.Follow(grain, number, position, radius, out foot);

        internal override bool IsCurved => true;

        internal override WallStand Stand(int grain, double radius) => StandOf(feet, grain, number, radius);

        protected override void Move(Vector3d way)
        {
            // The first part moves the field for all.
        }
    }
}
