using DispersionSim.Engine;

namespace DispersionSim.Tests.Kernels;

/// <summary>The first OpenCL device, opened once for all tests that run on it, one after another: PoCL dies when several are opened or compiled for at once, and opening and releasing it again and again invites that.</summary>
public sealed class OpenClDevice : IDisposable
{
    /// <summary>Collection of all tests on the device.</summary>
    public const string OneAtATime = "OpenCL device";

    private readonly ComputeDevice? device =
        DeviceList.Detect().FirstOrDefault(d => d.Kind == DeviceKind.OpenCl) is { } found ? ComputeDevice.Open(found.Selector) : null;

    /// <summary>The device; the test is skipped where there is none. Kernels that earlier tests have left are released first, for the collector's thread would release them while this test compiles.</summary>
    public ComputeDevice OrSkip()
    {
        Assert.SkipUnless(device is not null, "no OpenCL device: generated device code is not executed here");
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return device!;
    }

    public void Dispose() => device?.Dispose();
}

/// <summary>Tests that share the OpenCL device.</summary>
[CollectionDefinition(OpenClDevice.OneAtATime)]
public sealed class OpenClCollection : ICollectionFixture<OpenClDevice>;
