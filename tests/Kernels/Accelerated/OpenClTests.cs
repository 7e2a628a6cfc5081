using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;
using ILGPU.Runtime.OpenCL;

namespace DispersionSim.Tests.Kernels;

/// <summary>Code that ILGPU generates, run for real on an OpenCL device; PoCL makes one of any processor (docs/numerics.md says how).</summary>
public class OpenClTests
{
    public static TheoryData<string> AllKernels => KernelCatalog.Theory();

    [Theory]
    [MemberData(nameof(AllKernels))]
    public void Kernel_on_an_open_cl_device_gives_what_it_gives_on_the_host(string kernel)
    {
        using Context? context = Open();
        Assert.SkipUnless(context?.GetCLDevices().Count > 0, "no OpenCL device: generated device code is not executed here");
        using Accelerator accelerator = context!.GetCLDevices()[0].CreateAccelerator(context);

        // The device contracts a·b + c and has its own roots; differences of near numbers widen that to some 10⁻⁵ of the largest entry.
        KernelCatalog.Visit(kernel, new AcceleratorComparison(accelerator, 2e-5f));
    }

    internal static Context? Open()
    {
        try
        {
            return Context.Create(builder => builder.OpenCL(Generic).EnableAlgorithms().Optimize(OptimizationLevel.O2));
        }
        catch (Exception exception) when (exception is DllNotFoundException or TypeInitializationException or CLException)
        {
            return null;
        }
    }

    /// <summary>PoCL lacks the generic address space that ILGPU asks for; the build flag -D__generic=__global stands in for it.</summary>
    private static bool Generic(CLDevice device)
    {
        typeof(CLCapabilityContext).GetProperty("GenericAddressSpace")!.SetValue(device.Capabilities, true);
        return true;
    }
}
