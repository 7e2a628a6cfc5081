using System.Diagnostics;
using DispersionSim.Engine;

namespace DispersionSim.Cli;

/// <summary>What a device itself can do: copy memory, take a launch.</summary>
/// <param name="Name">The device.</param>
/// <param name="Kind">By what it is reached.</param>
/// <param name="Bandwidth">Bytes a second of a copy that no cache holds, reading and writing counted.</param>
/// <param name="Launch">Seconds of a launch: on the host of a parallel loop over two empty chunks.</param>
/// <param name="Barrier">Seconds of a meeting of all threads of the host; null on other devices.</param>
internal sealed record BenchMachine(string Name, string Kind, double Bandwidth, double Launch, double? Barrier)
{
    private const int CopyBytes = 128 << 20;
    private const double CopySeconds = 0.3;
    private const int Rounds = 6;
    private const int Loops = 200;

    /// <summary>The host with all its threads.</summary>
    public static BenchMachine Host(int threads) => new(DeviceList.Find(DeviceList.Host).Name, DeviceList.Host, Copy(threads), Loop(threads), Meet(threads));

    public static BenchMachine Of(ComputeDevice device)
    {
        using var probe = new DeviceProbe(device, CopyBytes);
        double copy = BenchClock.Least(CopySeconds, probe.Copy, () => { }), launch = BenchClock.Least(Rounds, () => probe.Launch(Loops)) / Loops;
        return new(device.Description.Name, device.Description.Selector, 2.0 * probe.Bytes / copy, launch, null);
    }

    private static double Copy(int threads)
    {
        using var from = new NativeColumn<byte>(CopyBytes);
        using var to = new NativeColumn<byte>(CopyBytes);
        from.Span.Fill(1);
        int share = CopyBytes / threads;
        double best = BenchClock.Least(CopySeconds, () => new ThreadTeam(threads).Run(t => from.Span.Slice(t * share, share).CopyTo(to.Span.Slice(t * share, share))), () => { });
        return 2.0 * share * threads / best;
    }

    private static double Loop(int threads)
    {
        var device = new HostDevice(threads);
        return BenchClock.Least(Rounds, () =>
        {
            for (int k = 0; k < Loops; k++)
            {
                device.Chunks(2 * HostDevice.Chunk, (_, _) => { });
            }
        }) / Loops;
    }

    private static double Meet(int threads)
    {
        var team = new ThreadTeam(threads);
        double best = double.MaxValue;
        team.Run(thread =>
        {
            for (int round = 0; round < Rounds; round++)
            {
                team.Meet();
                long begin = Stopwatch.GetTimestamp();
                for (int k = 0; k < Loops; k++)
                {
                    team.Meet();
                }

                if (thread == 0)
                {
                    best = Math.Min(best, Stopwatch.GetElapsedTime(begin).TotalSeconds);
                }
            }
        });
        return best / Loops;
    }
}
