using System.Diagnostics;

namespace DispersionSim.Cli;

/// <summary>Wall time of repeated work; the least of several is reported, for whatever else runs on the machine only adds to it.</summary>
internal static class BenchClock
{
    /// <summary>Least seconds of the given number of calls, the first of them apart.</summary>
    public static double Least(int rounds, Action work)
    {
        work();
        double best = double.MaxValue;
        for (int k = 0; k < rounds; k++)
        {
            best = Math.Min(best, Once(work));
        }

        return best;
    }

    /// <summary>Least seconds of the calls that fit into a time, after as long a warm-up; at least three.</summary>
    public static double Least(double seconds, Action work)
    {
        var clock = Stopwatch.StartNew();
        for (int k = 0; k < 2 || clock.Elapsed.TotalSeconds < seconds; k++)
        {
            work();
        }

        double best = double.MaxValue;
        clock.Restart();
        for (int k = 0; k < 3 || clock.Elapsed.TotalSeconds < seconds; k++)
        {
            best = Math.Min(best, Once(work));
        }

        return best;
    }

    public static double Once(Action work)
    {
        long begin = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }
}
