using DispersionSim.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace DispersionSim.Engine;

/// <summary>The one function that a device compiles for every kernel: thread i runs the kernel's body on item i.</summary>
public static class DeviceEntry
{
    /// <summary>Compiled by ILGPU for the device; the kernel travels by value, with the constants of its laws.</summary>
    public static void Run<TKernel>(Index1D i, DeviceWorld world, StepParameters step, TKernel kernel)
        where TKernel : unmanaged, IKernel<DeviceWorld> => kernel.Run(i, in world, in step);

    /// <summary>Loads a kernel on an accelerator; the result launches it over a count of items.</summary>
    public static Action<int, TKernel, DeviceWorld, StepParameters> Load<TKernel>(Accelerator accelerator)
        where TKernel : unmanaged, IKernel<DeviceWorld>
    {
        Action<Index1D, DeviceWorld, StepParameters, TKernel> launch =
            accelerator.LoadAutoGroupedStreamKernel<Index1D, DeviceWorld, StepParameters, TKernel>(Run);
        return (count, kernel, world, step) => launch(count, world, step, kernel);
    }
}
