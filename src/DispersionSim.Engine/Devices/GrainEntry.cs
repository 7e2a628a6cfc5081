using DispersionSim.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace DispersionSim.Engine;

/// <summary>The one function that a device compiles for every kernel of a granular system: thread i runs the kernel's body on item i.</summary>
public static class GrainEntry
{
    /// <summary>Compiled by ILGPU for the device; the kernel travels by value, with the constants of its laws.</summary>
    public static void Run<TKernel>(Index1D i, DeviceGrainWorld world, GrainStep step, TKernel kernel)
        where TKernel : struct, IGrainKernel<DeviceGrainWorld> => kernel.Run(i, in world, in step);

    /// <summary>Loads a kernel on an accelerator; the result launches it over a count of items.</summary>
    public static Action<int, TKernel, DeviceGrainWorld, GrainStep> Load<TKernel>(Accelerator accelerator)
        where TKernel : struct, IGrainKernel<DeviceGrainWorld>
    {
        Action<Index1D, DeviceGrainWorld, GrainStep, TKernel> launch =
            accelerator.LoadAutoGroupedStreamKernel<Index1D, DeviceGrainWorld, GrainStep, TKernel>(Run);
        return (count, kernel, world, step) => launch(count, world, step, kernel);
    }

    /// <summary>Geometry, flow and times of a step.</summary>
    /// <param name="box">The box.</param>
    /// <param name="columns">Particles.</param>
    /// <param name="timeStep">Time by which places and histories advance.</param>
    /// <param name="kick">Time by which velocities advance.</param>
    /// <param name="gravity">Acceleration of gravity.</param>
    public static GrainStep Describe(FlowingBox box, GrainColumns columns, double timeStep, double kick, Float4 gravity) =>
        Describe(box, columns.Particles, columns.Shares, timeStep, kick, gravity);

    internal static GrainStep Describe(FlowingBox box, int particles, int shares, double timeStep, double kick, Float4 gravity)
    {
        const double turns = FlowingBox.Turns;
        bool sheared = box.ShearRate != 0 || box.Tilt != 0;
        return new()
        {
            Cell = new((float)(box.Length[0] / turns), (float)(box.Length[1] / turns), (float)(box.Length[2] / turns)),
            Drift = new((float)(timeStep / box.Length[0] * turns), (float)(timeStep / box.Length[1] * turns), (float)(timeStep / box.Length[2] * turns)),
            Flow = sheared ? Unit(box.FlowAxis) : default,
            Gradient = sheared ? Unit(box.GradientAxis) : default,
            Gravity = gravity,
            Tilt = (float)(box.Tilt / turns),
            Slant = (float)(box.Slant),
            Rate = (float)box.ShearRate,
            TimeStep = (float)timeStep,
            Kick = (float)kick,
            Particles = particles,
            Shares = shares,
        };
    }

    /// <summary>Runs a kernel over items on the host.</summary>
    public static void RunOnHost<TKernel>(int count, TKernel kernel, in HostGrainWorld world, in GrainStep step) where TKernel : struct, IGrainKernel<HostGrainWorld>
    {
        for (int i = 0; i < count; i++)
        {
            kernel.Run(i, in world, in step);
        }
    }

    private static Float4 Unit(Axis axis) => new(axis == Axis.X ? 1f : 0f, axis == Axis.Y ? 1f : 0f, axis == Axis.Z ? 1f : 0f);
}
