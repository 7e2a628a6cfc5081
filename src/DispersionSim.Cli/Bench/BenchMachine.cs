using System.Diagnostics;
using DispersionSim.Engine;

namespace DispersionSim.Cli;

/// <summary>What the machine itself can do: copy memory, start a loop, meet at a barrier.</summary>
/// <param name="Threads">Threads.</param>
/// <param name="Bandwidth">Bytes a second of a copy that no cache holds, reading and writing counted.</param>
/// <param name="LoopCost">Seconds of a parallel loop over two empty chunks.</param>
/// <param name="BarrierCost">Seconds of a meeting of all threads.</param>
internal sealed record BenchMachine(int Threads, double Bandwidth, double LoopCost, double BarrierCost)
{
    private const int CopyBytes = 128 << 20;
    private const int Rounds = 6;
    private const int Loops = 200;
    private const int Meetings = 200;

    public static BenchMachine Measure(int threads) => new(threads, Copy(threads), Loop(threads), Barrier(threads));

    private static double Copy(int threads)
    {
        using var from = new NativeColumn<byte>(CopyBytes);
        using var to = new NativeColumn<byte>(CopyBytes);
        from.Span.Fill(1);
        int share = CopyBytes / threads;
        double best = BenchClock.Least(Rounds, () => new ThreadTeam(threads).Run(t => from.Span.Slice(t * share, share).CopyTo(to.Span.Slice(t * share, share))));
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

    private static double Barrier(int threads)
    {
        var team = new ThreadTeam(threads);
        double best = double.MaxValue;
        team.Run(thread =>
        {
            for (int round = 0; round < Rounds; round++)
            {
                team.Meet();
                long begin = Stopwatch.GetTimestamp();
                for (int k = 0; k < Meetings; k++)
                {
                    team.Meet();
                }

                if (thread == 0)
                {
                    best = Math.Min(best, Stopwatch.GetElapsedTime(begin).TotalSeconds);
                }
            }
        });
        return best / Meetings;
    }
}
