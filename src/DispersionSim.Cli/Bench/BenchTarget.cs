using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Cli;

/// <summary>Where map kernels are timed: threads of the host, or another device.</summary>
internal interface IBenchTarget : IDisposable
{
    /// <summary>What rows of this target are named by.</summary>
    string Name { get; }

    /// <summary>Puts the columns back to where the kernels found them.</summary>
    void Restore();

    /// <summary>A call of a kernel, warmed up, that ends when its work is done.</summary>
    Action Bind<THost, TDevice>(int count, THost host, TDevice device)
        where THost : struct, IKernel<HostWorld>
        where TDevice : unmanaged, IKernel<DeviceWorld>;

    /// <summary>Seconds of bringing all columns to the device and back; null where they lie there anyway.</summary>
    double? Transfer();
}

/// <summary>The host, with a number of threads.</summary>
internal sealed class BenchHost(BenchWorld world, int threads) : IBenchTarget
{
    private const double CompileSeconds = 0.25;

    private static readonly HashSet<Type> Compiled = [];

    private readonly HostDevice team = new(threads);

    public string Name { get; } = Words(threads);

    public static string Words(int threads) => $"{threads} thread{(threads == 1 ? "" : "s")}";

    public void Restore() => world.Restore();

    public Action Bind<THost, TDevice>(int count, THost host, TDevice device)
        where THost : struct, IKernel<HostWorld>
        where TDevice : unmanaged, IKernel<DeviceWorld>
    {
        // Many short calls first: the runtime compiles a method for speed only after a number of calls and some time, which long ones would not reach.
        var one = new HostDevice(1);
        int few = Math.Min(count, HostDevice.Chunk);
        if (!Compiled.Contains(typeof(THost)))
        {
            BenchClock.Least(CompileSeconds, () => one.Run(few, host, world.World, world.Step), () => { });
        }

        Compiled.Add(typeof(THost));
        return () => team.Run(count, host, world.World, world.Step);
    }

    public double? Transfer() => null;

    public void Dispose()
    {
    }
}

/// <summary>A device, with a copy of the columns in its memory.</summary>
internal sealed class BenchDevice : IBenchTarget
{
    private const int Transfers = 3;

    private readonly ComputeDevice device;
    private readonly BenchWorld world;
    private readonly DeviceColumns columns;

    public BenchDevice(BenchWorld world, ComputeDevice device)
    {
        (this.world, this.device) = (world, device);
        columns = world.On(device);
    }

    public string Name => device.Description.Selector;

    public void Restore() => columns.Upload();

    public Action Bind<THost, TDevice>(int count, THost host, TDevice device)
        where THost : struct, IKernel<HostWorld>
        where TDevice : unmanaged, IKernel<DeviceWorld>
    {
        Action<int, TDevice, DeviceWorld, StepParameters> launch = this.device.Load<TDevice>();
        return () =>
        {
            launch(count, device, columns.World, world.Step);
            this.device.Finish();
        };
    }

    public double? Transfer()
    {
        columns.Upload();
        return BenchClock.Least(Transfers, () =>
        {
            columns.Upload();
            columns.Download();
        });
    }

    public void Dispose() => columns.Dispose();
}
