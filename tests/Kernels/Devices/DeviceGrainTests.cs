using DispersionSim.Engine;

namespace DispersionSim.Tests.Kernels;

/// <summary>On the device compiler's own emulation: indices stay within the columns.</summary>
public sealed class EmulatedGrainTests : DeviceGrainSuite
{
    [Fact]
    public void Lists_sorted_by_the_devices_library_hold_every_pair_and_no_other() => CheckLists(DeviceSorting.Library, 0);

    protected override ComputeDevice? Open() => ComputeDevice.Open(DeviceList.Emulation);
}

/// <summary>As generated code on an OpenCL device; PoCL makes one of any processor.</summary>
[Collection(OpenClTests.OneAtATime)]
public sealed class OpenClGrainTests : DeviceGrainSuite
{
    [Fact]
    public void A_short_walk_on_an_open_cl_device_is_the_hosts() => Walk();

    protected override ComputeDevice? Open() => OpenClTests.Open();
}

/// <summary>On a CUDA device, where there is one.</summary>
public sealed class CudaGrainTests : DeviceGrainSuite
{
    [Fact]
    public void Lists_sorted_by_the_devices_library_hold_every_pair_and_no_other() => CheckLists(DeviceSorting.Library, 0);

    protected override ComputeDevice? Open() => CudaTests.Open();
}
