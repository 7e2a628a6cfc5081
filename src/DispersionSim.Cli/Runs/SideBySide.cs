namespace DispersionSim.Cli;

/// <summary>Pieces of work that do not depend on each other, as many at a time as there are threads.</summary>
internal static class SideBySide
{
    /// <summary>Calls the body once for each number from 0; a fault of one comes out as it is.</summary>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static void Run(int count, int threads, CancellationToken stop, Action<int> body)
    {
        try
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = stop }, body);
        }
        catch (AggregateException faults)
        {
            Throw(faults);
        }
    }

    /// <summary>The first real fault wins over the cancellations that it caused.</summary>
    public static void Throw(AggregateException faults)
    {
        Exception first = faults.InnerExceptions.FirstOrDefault(x => x is not OperationCanceledException) ?? faults.InnerExceptions[0];
        System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first);
    }
}
