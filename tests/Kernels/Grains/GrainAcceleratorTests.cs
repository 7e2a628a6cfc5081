using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace DispersionSim.Tests.Kernels;

/// <summary>The device's side of every kernel of granular systems: on ILGPU's own CPU accelerator, and as generated code on an OpenCL device.</summary>
[Collection(OpenClDevice.OneAtATime)]
public class GrainAcceleratorTests(OpenClDevice shared)
{
    public static TheoryData<string> AllKernels => GrainKernelCatalog.Theory();

    [Theory]
    [MemberData(nameof(AllKernels))]
    public void Kernel_over_device_columns_gives_what_it_gives_over_host_pointers(string kernel)
    {
        using Context context = Context.Create(builder => builder.CPU().EnableAlgorithms().Optimize(OptimizationLevel.O2));
        using Accelerator accelerator = context.GetCPUDevice(0).CreateAccelerator(context);
        GrainKernelCatalog.Visit(kernel, new GrainComparison(accelerator, 1e-6f));
    }

    // Contraction of a·b + c and the device's own roots; overlaps of 1e-3 radii widen that to some 1e-5 of the largest entry.
    [Theory]
    [MemberData(nameof(AllKernels))]
    public void Kernel_on_an_open_cl_device_gives_what_it_gives_on_the_host(string kernel) =>
        GrainKernelCatalog.Visit(kernel, new GrainComparison(shared.OrSkip().Accelerator, 1e-4f));
}
