using DispersionSim.Engine;
using DispersionSim.IO;
using DispersionSim.Kernels;

namespace DispersionSim.Cli;

/// <summary>All kernels at all sizes: on one thread of the host and on all, or on a device.</summary>
internal sealed class BenchSuite(int threads, ComputeDevice? device, BenchRegisters registers, Action<string> say)
{
    private const double SecondsPerKernel = 0.12;

    private readonly List<KernelTiming> timings = [];

    public BenchmarkDocument Run(IReadOnlyList<int> sizes)
    {
        BenchMachine machine = device is null ? BenchMachine.Host(threads) : BenchMachine.Of(device);
        foreach (int size in sizes)
        {
            using var world = new BenchWorld(size);
            foreach (int team in device is null ? Teams() : [1])
            {
                world.Restore();
                using IBenchTarget target = device is null ? new BenchHost(world, team) : new BenchDevice(world, device);
                say($"{size} particles, {target.Name}");
                Maps(world, target, machine.Bandwidth);
                Grains(size, target.Name, team, machine.Bandwidth);
            }
        }

        return new(Describe(machine), timings);
    }

    private int[] Teams() => threads == 1 ? [1] : [1, threads];

    private void Maps(BenchWorld world, IBenchTarget target, double bandwidth)
    {
        double? transfer = target.Transfer();
        Map("PrepareLinks", BenchCost.PrepareLinks, BenchWorld.Prepare, BenchWorld.PrepareOnDevice, true);
        Map("StartLinks", BenchCost.StartLinks, default(StartLinks<HostWorld>), default(StartLinks<DeviceWorld>), true);
        Map("MultiplyLinks", BenchCost.MultiplyLinks, default(MultiplyLinks<HostWorld>), default(MultiplyLinks<DeviceWorld>), true);
        Map("GatherRows", BenchCost.GatherRows, default(GatherRows<HostWorld>), default(GatherRows<DeviceWorld>), false);
        Map("Precondition", BenchCost.Precondition, default(Precondition<HostWorld>), default(Precondition<DeviceWorld>), false);
        Map("AdvanceLinks", BenchCost.AdvanceLinks, default(AdvanceLinks<HostWorld>), default(AdvanceLinks<DeviceWorld>), true);
        Map("AdvanceParticles", BenchCost.AdvanceParticles, default(AdvanceParticles<HostWorld>), default(AdvanceParticles<DeviceWorld>), false);

        void Map<THost, TDevice>(string name, BenchCost cost, THost host, TDevice kernel, bool overLinks)
            where THost : struct, IKernel<HostWorld>
            where TDevice : unmanaged, IKernel<DeviceWorld>
        {
            Action call = target.Bind(overLinks ? world.LinkCount : world.Count, host, kernel);
            double seconds = BenchClock.Least(SecondsPerKernel, call, target.Restore);
            Add(name, target.Name, world.Count, seconds, (cost.Bytes(world.Count, world.LinkCount), cost.Flops(world.Count, world.LinkCount)), bandwidth, transfer, registers.Of<TDevice>());
        }
    }

    private void Grains(int size, string name, int team, double bandwidth)
    {
        (int count, double contacts, double seconds) = BenchGrains.Measure(size, team, device);
        Add("GranularStep", name, count, seconds, (BenchCost.GranularStep.Bytes(count, contacts), BenchCost.GranularStep.Flops(count, contacts)), bandwidth, null, null);
    }

    private void Add(string name, string target, int count, double seconds, (double Bytes, double Flops) cost, double bandwidth, double? transfer, RegisterUse? use) =>
        timings.Add(new($"{name}, {target}", count, seconds, cost.Bytes, cost.Flops, count / seconds, cost.Bytes / seconds / bandwidth)
        {
            TransferShare = transfer / (transfer + seconds),
            Registers = use?.Registers,
            Occupancy = use?.Occupancy,
        });

    private (string Name, string Value)[] Describe(BenchMachine machine) =>
    [
        ("name", machine.Name),
        ("kind", machine.Kind),
        ("threads", $"{(device is null ? threads : 1)}"),
        ("copy_bandwidth", $"{machine.Bandwidth:G6}"),
        ("copy_bandwidth_unit", "B/s"),
        ("launch", $"{machine.Launch:G4}"),
        .. machine.Barrier is { } barrier ? [("barrier", $"{barrier:G4}")] : Array.Empty<(string, string)>(),
        ("cost_unit", "s"),
        ("registers", registers.Source),
    ];
}
