using System.Runtime.Intrinsics.X86;

namespace DispersionSim.Engine;

/// <summary>Threads that run one routine together and meet at barriers within it.</summary>
/// <remarks>
/// A step of a granular system meets a few times and takes some hundred microseconds in all, so waiting spins: a barrier costs
/// 0.2–0.4 µs where starting a parallel loop costs 10. After a while a waiting thread gives its core away.
/// </remarks>
public sealed class ThreadTeam(int threads)
{
    private const int PatientSpins = 4_000;

    private int arrived;
    private volatile int generation;
    private volatile bool broken;

    public int Threads { get; } = Math.Max(1, threads);

    /// <summary>Runs the routine once on each thread, with its number; the caller's thread is number 0.</summary>
    public void Run(Action<int> routine)
    {
        (arrived, broken) = (0, false);
        var failures = new Exception?[Threads];
        var others = new Thread[Threads - 1];
        for (int t = 1; t < Threads; t++)
        {
            int number = t;
            others[t - 1] = new Thread(() => Guarded(routine, number, failures)) { IsBackground = true };
            others[t - 1].Start();
        }

        Guarded(routine, 0, failures);
        foreach (Thread other in others)
        {
            other.Join();
        }

        if (failures.FirstOrDefault(f => f is not null and not TeamBrokenException) is { } failure)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }
    }

    /// <summary>Waits for all threads of the team.</summary>
    public void Meet()
    {
        if (Threads == 1)
        {
            return;
        }

        int now = generation;
        if (Interlocked.Increment(ref arrived) == Threads)
        {
            arrived = 0;
            generation = now + 1;
            return;
        }

        for (int spins = 0; generation == now; spins++)
        {
            if (broken)
            {
                throw new TeamBrokenException();
            }

            Wait(spins);
        }
    }

    private static void Wait(int spins)
    {
        if (spins > PatientSpins)
        {
            Thread.Yield();
        }
        else if (X86Base.IsSupported)
        {
            X86Base.Pause();
        }
        else
        {
            Thread.SpinWait(1);
        }
    }

    private void Guarded(Action<int> routine, int number, Exception?[] failures)
    {
        try
        {
            routine(number);
        }
        catch (Exception failure)
        {
            failures[number] = failure;
            broken = true;
        }
    }

    /// <summary>Another thread of the team has failed.</summary>
    private sealed class TeamBrokenException : Exception;
}
