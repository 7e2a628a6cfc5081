using System.Runtime.Intrinsics;
using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>Of a motion of some particles: the range of velocities relative to the flow, and that of the changes that forces made of them.</summary>
internal readonly record struct MotionRange(VelocityRange Velocities, VelocityRange Changes)
{
    public static MotionRange Union(MotionRange a, MotionRange b) => new(VelocityRange.Union(a.Velocities, b.Velocities), VelocityRange.Union(a.Changes, b.Changes));
}

/// <summary>Smallest and greatest velocity, component by component, of some particles; the fourth components mean nothing.</summary>
/// <param name="Low">Smallest.</param>
/// <param name="High">Greatest.</param>
/// <param name="Size">Greatest sizes; NaN where a velocity is.</param>
internal readonly record struct VelocityRange(Vector128<float> Low, Vector128<float> High, Vector128<float> Size)
{
    public static VelocityRange Union(VelocityRange a, VelocityRange b) => new(
        Vector128.MinNative(a.Low, b.Low), Vector128.MaxNative(a.High, b.High), Vector128.Max(a.Size.AsInt32(), b.Size.AsInt32()).AsSingle());

    /// <summary>No two of the particles move faster against each other.</summary>
    public double Relative => Norm(High - Low);

    /// <summary>No particle moves faster than this against something at a velocity.</summary>
    public double Against(Vector3d velocity)
    {
        Vector3d low = Of(Low) - velocity, high = Of(High) - velocity;
        return new Vector3d(Math.Max(Math.Abs(high.X), Math.Abs(low.X)), Math.Max(Math.Abs(high.Y), Math.Abs(low.Y)), Math.Max(Math.Abs(high.Z), Math.Abs(low.Z))).Length;
    }

    /// <summary>A bound of the speed; NaN where a velocity is.</summary>
    public double Fastest => Norm(Size);

    private static double Norm(Vector128<float> v) => Of(v).Length;

    private static Vector3d Of(Vector128<float> v) => new(v[0], v[1], v[2]);
}
