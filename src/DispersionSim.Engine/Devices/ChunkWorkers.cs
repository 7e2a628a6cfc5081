namespace DispersionSim.Engine;

/// <summary>Threads that help with the chunks of a loop, shared by all devices of the process.</summary>
/// <remarks>
/// The caller takes chunks itself until none is left, so it never waits for a helper that has not come; a helper that has just worked
/// looks for more for some microseconds before it sleeps, because the next loop of a solver follows at once.
/// </remarks>
internal static class ChunkWorkers
{
    private const int Looks = 400;

    private static readonly SemaphoreSlim Wake = new(0);
    private static readonly Lock Starting = new();
    private static ChunkLoop? current;
    private static int asleep;
    private static int started;

    /// <summary>Calls the body for each chunk, in any order, on the caller's thread and up to so many helpers.</summary>
    public static void Run(int chunks, int helpers, Action<int> body)
    {
        Start(helpers);
        var loop = new ChunkLoop(chunks, helpers, body);
        Volatile.Write(ref current, loop);
        int sleeping = Math.Min(Volatile.Read(ref asleep), Math.Min(helpers, chunks - 1));
        if (sleeping > 0)
        {
            Wake.Release(sleeping);
        }

        loop.Finish();
    }

    private static void Start(int wanted)
    {
        if (Volatile.Read(ref started) >= wanted)
        {
            return;
        }

        lock (Starting)
        {
            for (; started < wanted; started++)
            {
                new Thread(Help) { IsBackground = true, Name = "chunks" }.Start();
            }
        }
    }

    private static void Help()
    {
        ChunkLoop? last = null;
        for (int looked = 0; ; looked++)
        {
            ChunkLoop? loop = Volatile.Read(ref current);
            if (loop != last && loop is not null)
            {
                loop.Help();
                (last, looked) = (loop, 0);
            }
            else if (looked < Looks)
            {
                Thread.SpinWait(1);
            }
            else
            {
                // Whoever publishes a loop between the look above and the sleep does without this helper.
                Interlocked.Increment(ref asleep);
                Wake.Wait();
                Interlocked.Decrement(ref asleep);
                looked = 0;
            }
        }
    }
}
