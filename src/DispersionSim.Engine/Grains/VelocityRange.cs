using System.Runtime.Intrinsics;

namespace DispersionSim.Engine;

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
    public double Against(double[] velocity)
    {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++)
        {
            double most = Math.Max(Math.Abs(High[axis] - velocity[axis]), Math.Abs(Low[axis] - velocity[axis]));
            sum += most * most;
        }

        return Math.Sqrt(sum);
    }

    /// <summary>A bound of the speed; NaN where a velocity is.</summary>
    public double Fastest => Norm(Size);

    private static double Norm(Vector128<float> v) => Math.Sqrt(((double)v[0] * v[0]) + ((double)v[1] * v[1]) + ((double)v[2] * v[2]));
}
