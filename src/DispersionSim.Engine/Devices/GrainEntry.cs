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
        Describe(box, columns.Particles, columns.Shares, Largest(columns), timeStep, kick, gravity);

    internal static GrainStep Describe(FlowingBox box, int particles, int shares, double largest, double timeStep, double kick, Float4 gravity)
    {
        const double turns = FlowingBox.Turns;
        bool sheared = box.ShearRate != 0 || box.Tilt != 0;
        double unit = FineUnit(largest);
        double[] cells = [.. box.Length.Select(l => l / turns / unit), sheared ? box.Tilt / turns / unit : 0];
        double[] grids = [.. box.Length.Select(l => FineGrid(2 * largest * turns / l)), 1];
        grids[3] = grids[(int)box.GradientAxis];
        return new()
        {
            Cell = new((float)(box.Length[0] / turns), (float)(box.Length[1] / turns), (float)(box.Length[2] / turns)),
            Drift = new((float)(timeStep / box.Length[0] * turns), (float)(timeStep / box.Length[1] * turns), (float)(timeStep / box.Length[2] * turns)),
            Flow = sheared ? Unit(box.FlowAxis) : default,
            Gradient = sheared ? Unit(box.GradientAxis) : default,
            Gravity = gravity,
            FineCell = Vector([.. cells.Select(c => Head(c))]),
            FineCellRest = Vector([.. cells.Select(c => c - Head(c))]),
            FineGrid = Vector(grids),
            FineUnit = (float)unit,
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

    /// <summary>A power of two of which the largest sum of radii has between 2¹² and 2¹³.</summary>
    private static double FineUnit(double largest) => Math.Pow(2, Math.Ceiling(Math.Log2(2 * largest)) - FineGap.Bits);

    /// <summary>A power of two of which a number of units, and half as many more, has no more than 2¹².</summary>
    private static double FineGrid(double units) => Math.Max(1, Math.Pow(2, Math.Ceiling(Math.Log2(1.5 * units)) - FineGap.FactorBits));

    /// <summary>The first bits of a number.</summary>
    private static double Head(double number)
    {
        double scale = number == 0 ? 1 : Math.Pow(2, Math.Floor(Math.Log2(Math.Abs(number))) + 1 - FineGap.FactorBits);
        return Math.Round(number / scale) * scale;
    }

    private static Float4 Vector(double[] v) => new((float)v[0], (float)v[1], (float)v[2], (float)v[3]);

    private static double Largest(GrainColumns columns)
    {
        float largest = 0f;
        for (int i = 0; i < columns.Particles; i++)
        {
            largest = Math.Max(largest, columns.Velocity[i].W);
        }

        return largest;
    }

    private static Float4 Unit(Axis axis) => new(axis == Axis.X ? 1f : 0f, axis == Axis.Y ? 1f : 0f, axis == Axis.Z ? 1f : 0f);
}
