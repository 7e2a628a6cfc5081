using System.Runtime.ExceptionServices;
using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Simulations of a null on several threads.</summary>
internal static class NullSimulations
{
    /// <summary>Draws sets and looks at each; the sets depend on the seed alone.</summary>
    /// <param name="model">The null.</param>
    /// <param name="count">Sets.</param>
    /// <param name="seed">Seed of the drawings.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="look">Given the number of a set, from 0 on, and the set, from any thread.</param>
    /// <param name="report">Told the share that is done, from any thread.</param>
    /// <param name="stop">Stops between drawings.</param>
    /// <exception cref="InputException">A set cannot be drawn.</exception>
    public static void Run(IPointNull model, int count, ulong seed, int threads, Action<int, PointSample> look, Action<double>? report, CancellationToken stop)
    {
        int each = model.SetsADrawing, done = 0;
        try
        {
            Parallel.For(0, (count + each - 1) / each, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = stop }, drawing =>
            {
                foreach ((int k, PointSample set) in model.DrawSets(new(seed, StreamName.MonteCarlo, drawing)).Take(count - (drawing * each)).Index())
                {
                    look((drawing * each) + k, set);
                    report?.Invoke((double)Interlocked.Increment(ref done) / count);
                }
            });
        }
        catch (AggregateException faults) when (faults.InnerExceptions.All(e => e is InputException))
        {
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }
    }
}
