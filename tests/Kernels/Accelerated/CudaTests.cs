using DispersionSim.Engine;

namespace DispersionSim.Tests.Kernels;

/// <summary>Every kernel on a CUDA device against the host, where there is such a device.</summary>
public class CudaTests
{
    public static TheoryData<string> AllKernels => KernelCatalog.Theory();

    public static TheoryData<string> AllGrainKernels => GrainKernelCatalog.Theory();

    [Theory]
    [MemberData(nameof(AllKernels))]
    public void Kernel_on_a_cuda_device_gives_what_it_gives_on_the_host(string kernel)
    {
        using ComputeDevice device = OpenOrSkip();
        KernelCatalog.Visit(kernel, new AcceleratorComparison(device, 2e-5f));
    }

    [Theory]
    [MemberData(nameof(AllGrainKernels))]
    public void Kernel_of_grains_on_a_cuda_device_gives_what_it_gives_on_the_host(string kernel)
    {
        using ComputeDevice device = OpenOrSkip();
        GrainKernelCatalog.Visit(kernel, new GrainComparison(device.Accelerator, 1e-4f));
    }

    internal static ComputeDevice? Open() =>
        DeviceList.Detect().FirstOrDefault(d => d.Kind == DeviceKind.Cuda) is { } found ? ComputeDevice.Open(found.Selector) : null;

    private static ComputeDevice OpenOrSkip()
    {
        ComputeDevice? device = Open();
        Assert.SkipUnless(device is not null, "no CUDA device: nothing runs on a GPU here");
        return device!;
    }
}
