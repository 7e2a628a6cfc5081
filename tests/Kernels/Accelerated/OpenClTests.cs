using DispersionSim.Engine;

namespace DispersionSim.Tests.Kernels;

/// <summary>Code that ILGPU generates, run for real on an OpenCL device; PoCL makes one of any processor (docs/numerics.md says how).</summary>
[Collection(OpenClDevice.OneAtATime)]
public class OpenClTests(OpenClDevice shared)
{
    public static TheoryData<string> AllKernels => KernelCatalog.Theory();

    // The device contracts a·b + c and has its own roots; differences of near numbers widen that to some 10⁻⁵ of the largest entry.
    [Theory]
    [MemberData(nameof(AllKernels))]
    public void Kernel_on_an_open_cl_device_gives_what_it_gives_on_the_host(string kernel) =>
        KernelCatalog.Visit(kernel, new AcceleratorComparison(shared.OrSkip(), 2e-5f));
}
