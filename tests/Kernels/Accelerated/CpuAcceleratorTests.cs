using DispersionSim.Engine;

namespace DispersionSim.Tests.Kernels;

/// <summary>The device's side of every kernel on ILGPU's own CPU accelerator: indices stay within the columns, results are the host's.</summary>
public class CpuAcceleratorTests
{
    public static TheoryData<string> AllKernels => KernelCatalog.Theory();

    [Theory]
    [MemberData(nameof(AllKernels))]
    public void Kernel_over_device_columns_gives_what_it_gives_over_host_pointers(string kernel)
    {
        using ComputeDevice device = ComputeDevice.Open(DeviceList.Emulation);

        // The same instructions on the same processor; the compiler may order or contract them differently.
        KernelCatalog.Visit(kernel, new AcceleratorComparison(device, 1e-6f));
    }

    [Fact]
    public void Device_list_names_the_host_first_and_never_fails()
    {
        IReadOnlyList<DeviceDescription> devices = DeviceList.Detect();
        Assert.Equal(DeviceKind.Cpu, devices[0].Kind);
        Assert.All(devices, device => Assert.True(device.Memory > 0 && device.Name.Length > 0));
    }
}
