using System.Diagnostics;

namespace DispersionSim.Cli;

/// <summary>Wall time of repeated work; the least of several is reported, for whatever else runs on the machine only adds to it.</summary>
internal static class BenchClock
{
    /// <summary>Least seconds of the given number of calls, the first of them apart.</summary>
    public static double Least(int rounds, Action work)
    {
        work();
        return Enumerable.Range(0, rounds).Min(_ => Once(work));
    }

    /// <summary>Least seconds of a call; calls go on for a time, after as long a warm-up, and are at least three.</summary>
    /// <param name="seconds">Time spent in calls.</param>
    /// <param name="work">The call.</param>
    /// <param name="restore">Puts back what the call changes; not timed.</param>
    public static double Least(double seconds, Action work, Action restore)
    {
        Repeat(seconds, work, restore);
        return Repeat(seconds, work, restore);
    }

    public static double Once(Action work)
    {
        long begin = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }

    private static double Repeat(double seconds, Action work, Action restore)
    {
        double best = double.MaxValue, spent = 0;
        for (int k = 0; k < 3 || spent < seconds; k++)
        {
            restore();
            double once = Once(work);
            (best, spent) = (Math.Min(best, once), spent + once);
        }

        return best;
    }
}
