using DispersionSim.Engine;

namespace DispersionSim.Tests.Kernels;

/// <summary>Code that ILGPU generates, run for real on an OpenCL device; PoCL makes one of any processor (docs/numerics.md says how).</summary>
[Collection(OpenClTests.OneAtATime)]
public class OpenClTests
{
    /// <summary>Collection of all tests that open an OpenCL device: PoCL dies when several are opened or compiled for at once.</summary>
    public const string OneAtATime = "OpenCL device";

    public static TheoryData<string> AllKernels => KernelCatalog.Theory();

    [Theory]
    [MemberData(nameof(AllKernels))]
    public void Kernel_on_an_open_cl_device_gives_what_it_gives_on_the_host(string kernel)
    {
        using ComputeDevice? device = Open();
        Assert.SkipUnless(device is not null, "no OpenCL device: generated device code is not executed here");

        // The device contracts a·b + c and has its own roots; differences of near numbers widen that to some 10⁻⁵ of the largest entry.
        KernelCatalog.Visit(kernel, new AcceleratorComparison(device!, 2e-5f));
    }

    /// <summary>The first OpenCL device; null where there is none. What earlier tests have left is released before anything is compiled, for the collector's thread would release it in between.</summary>
    internal static ComputeDevice? Open()
    {
        if (DeviceList.Detect().FirstOrDefault(d => d.Kind == DeviceKind.OpenCl) is not { } found)
        {
            return null;
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        return ComputeDevice.Open(found.Selector);
    }
}
