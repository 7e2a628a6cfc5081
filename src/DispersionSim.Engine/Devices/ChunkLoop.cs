using System.Runtime.ExceptionServices;

namespace DispersionSim.Engine;

/// <summary>The chunks of one loop, handed out one by one.</summary>
internal sealed class ChunkLoop(int chunks, int helpers, Action<int> body)
{
    private int next;
    private int done;
    private int come;
    private Exception? failure;

    /// <summary>Takes chunks until none is left, unless enough helpers have come already.</summary>
    public void Help()
    {
        if (Interlocked.Increment(ref come) <= helpers)
        {
            Take();
        }
    }

    /// <summary>Takes chunks until none is left, then waits for those that helpers still have.</summary>
    public void Finish()
    {
        Take();
        var wait = default(SpinWait);
        while (Volatile.Read(ref done) < chunks)
        {
            wait.SpinOnce(-1);
        }

        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    private void Take()
    {
        for (int c = Interlocked.Increment(ref next) - 1; c < chunks; c = Interlocked.Increment(ref next) - 1)
        {
            try
            {
                body(c);
            }
            catch (Exception thrown)
            {
                failure = thrown;
            }

            Interlocked.Increment(ref done);
        }
    }
}
