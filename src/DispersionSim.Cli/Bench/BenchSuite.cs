using DispersionSim.Engine;
using DispersionSim.IO;
using DispersionSim.Kernels;

namespace DispersionSim.Cli;

/// <summary>All kernels at all sizes, on one thread and on all.</summary>
internal sealed class BenchSuite(int threads, Action<string> say)
{
    private const double SecondsPerKernel = 0.12;
    private const int CompileCalls = 100;

    private readonly List<KernelTiming> timings = [];

    public BenchmarkDocument Run(IReadOnlyList<int> sizes)
    {
        var machine = BenchMachine.Measure(threads);
        foreach (int size in sizes)
        {
            foreach (int team in Teams())
            {
                say($"{size} particles, {team} thread{(team == 1 ? "" : "s")}");
                Maps(size, team, machine.Bandwidth);
                Grains(size, team, machine.Bandwidth);
            }
        }

        return new(Describe(machine), timings);
    }

    private int[] Teams() => threads == 1 ? [1] : [1, threads];

    private void Maps(int size, int team, double bandwidth)
    {
        using var system = new BenchWorld(size);
        var device = new HostDevice(team);
        Map("PrepareLinks", BenchCost.PrepareLinks, BenchWorld.Prepare, true);
        Map("StartLinks", BenchCost.StartLinks, default(StartLinks<HostWorld>), true);
        Map("MultiplyLinks", BenchCost.MultiplyLinks, default(MultiplyLinks<HostWorld>), true);
        Map("GatherRows", BenchCost.GatherRows, default(GatherRows<HostWorld>), false);
        Map("Precondition", BenchCost.Precondition, default(Precondition<HostWorld>), false);
        Map("AdvanceLinks", BenchCost.AdvanceLinks, default(AdvanceLinks<HostWorld>), true);
        Map("AdvanceParticles", BenchCost.AdvanceParticles, default(AdvanceParticles<HostWorld>), false);

        void Map<TKernel>(string name, BenchCost cost, TKernel kernel, bool overLinks) where TKernel : struct, IKernel<HostWorld>
        {
            int count = overLinks ? system.LinkCount : system.Count;

            // Many short calls first: the runtime compiles a method for speed only after a number of calls, which long ones would not reach.
            BenchClock.Least(CompileCalls, () => new HostDevice(1).Run(Math.Min(count, HostDevice.Chunk), kernel, system.World, system.Step));
            BenchClock.Least(2 * SecondsPerKernel, () => new HostDevice(1).Run(Math.Min(count, HostDevice.Chunk), kernel, system.World, system.Step));
            double seconds = BenchClock.Least(SecondsPerKernel, () => device.Run(count, kernel, system.World, system.Step));
            Add(name, team, system.Count, seconds, cost.Bytes(system.Count, system.LinkCount), cost.Flops(system.Count, system.LinkCount), bandwidth);
        }
    }

    private void Grains(int size, int team, double bandwidth)
    {
        if (GranularSystems.Widths.Count == 0)
        {
            say("granular step: left out, for this machine lacks the vector arithmetic that it needs");
            return;
        }

        (int count, double contacts, double seconds) = BenchGrains.Measure(size, team);
        Add("GranularStep", team, count, seconds, BenchCost.GranularStep.Bytes(count, contacts), BenchCost.GranularStep.Flops(count, contacts), bandwidth);
    }

    private void Add(string name, int team, int count, double seconds, double bytes, double flops, double bandwidth) =>
        timings.Add(new($"{name}, {team} thread{(team == 1 ? "" : "s")}", count, seconds, bytes, flops, count / seconds, bytes / seconds / bandwidth));

    private static (string Name, string Value)[] Describe(BenchMachine machine) =>
    [
        ("name", DeviceList.Detect()[0].Name),
        ("kind", "cpu"),
        ("threads", $"{machine.Threads}"),
        ("copy_bandwidth", $"{machine.Bandwidth:G6}"),
        ("copy_bandwidth_unit", "B/s"),
        ("parallel_loop", $"{machine.LoopCost:G4}"),
        ("barrier", $"{machine.BarrierCost:G4}"),
        ("cost_unit", "s"),
    ];
}
