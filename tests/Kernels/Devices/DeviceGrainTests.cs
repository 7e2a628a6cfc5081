using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Kernels;

/// <summary>On the device compiler's own emulation: indices stay within the columns.</summary>
public sealed class EmulatedGrainTests : DeviceGrainSuite
{
    [Fact]
    public void Lists_sorted_by_the_devices_library_hold_every_pair_and_no_other() => CheckLists(DeviceSorting.Library, 0);

    protected override ComputeDevice OpenOrSkip() => OwnOrSkip(ComputeDevice.Open(DeviceList.Emulation));
}

/// <summary>As generated code on an OpenCL device; PoCL makes one of any processor.</summary>
[Collection(OpenClDevice.OneAtATime)]
public sealed class OpenClGrainTests(OpenClDevice shared) : DeviceGrainSuite
{
    [Fact]
    public void A_short_walk_on_an_open_cl_device_is_the_hosts() => Walk();

    [Fact]
    public void What_the_driver_refuses_is_told_with_what_is_needed_and_what_there_is()
    {
        ComputeDevice device = OpenOrSkip();
        Assert.SkipUnless(device.Description.Memory < 2_000_000_000, "no OpenCL device of little memory (PoCL: POCL_MEMORY_LIMIT=1)");

        // PoCL gives no single buffer more than a quarter of what it may have.
        using ParticleColumns particles = new(100);
        using LinkColumns links = new();
        using NativeColumn<float> foil = new(80_000_000);
        SimulationException e = Assert.Throws<SimulationException>(() => device.Columns(particles, links, foil, long.MaxValue));
        Assert.Contains("no 0.32 GB", e.Message, StringComparison.Ordinal);
        Assert.Contains($"has {device.Description.Memory / 1e9:G3} GB in all", e.Message, StringComparison.Ordinal);
    }

    protected override ComputeDevice OpenOrSkip() => shared.OrSkip();
}

/// <summary>On a CUDA device, where there is one.</summary>
public sealed class CudaGrainTests : DeviceGrainSuite
{
    [Fact]
    public void Lists_sorted_by_the_devices_library_hold_every_pair_and_no_other() => CheckLists(DeviceSorting.Library, 0);

    protected override ComputeDevice OpenOrSkip() => OwnOrSkip(CudaTests.Open());
}
