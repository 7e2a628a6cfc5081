using DispersionSim.Core;
using DispersionSim.IO;
using DispersionSim.Process;

namespace DispersionSim.Cli;

/// <summary>Runs the replicates side by side, as many at a time as there are threads.</summary>
internal sealed class Ensemble(RunPlan plan, Materials materials, RunFolder folder, int threads, Action<int, string, double, string> progress)
{
    public IReadOnlyList<StageTiming> Timings { get; private set; } = [];

    /// <summary>What the material is when the run ends: later stages are left out.</summary>
    public StructurePhase Last { get; init; } = StructurePhase.Sintered;

    /// <summary>Called from any thread with each replicate as it is done.</summary>
    public Action<ReplicateResult> Finished { get; init; } = _ => { };

    /// <summary>Runs every replicate of the plan, or reads it where an earlier run kept it, and returns them in order of number.</summary>
    /// <exception cref="OperationCanceledException">Stopped; what is done is kept.</exception>
    public IReadOnlyList<ReplicateResult> Run(CancellationToken stop)
    {
        int together = Math.Min(plan.Replicates, threads), each = Math.Max(1, threads / together);
        var results = new ReplicateResult[plan.Replicates];
        var timings = new IReadOnlyList<StageTiming>[plan.Replicates];
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(stop);
        int next = 0;
        Task[] workers = [.. Enumerable.Range(0, together).Select(_ => Task.Run(() =>
        {
            for (int k = Interlocked.Increment(ref next); k <= plan.Replicates; k = Interlocked.Increment(ref next))
            {
                One(k, each, results, timings, failed);
            }
        }, CancellationToken.None))];
        try
        {
            Task.WaitAll(workers, CancellationToken.None);
        }
        catch (AggregateException faults)
        {
            SideBySide.Throw(faults);
        }

        Timings = [.. timings.SelectMany(t => t)];
        return results;
    }

    private void One(int k, int each, ReplicateResult[] results, IReadOnlyList<StageTiming>[] timings, CancellationTokenSource failed)
    {
        try
        {
            var run = new ReplicateRun(plan, materials, folder.Replicate(k), k, progress, failed.Token) { Last = Last };
            results[k - 1] = run.Run(each);
            timings[k - 1] = run.Timings;
            Finished(results[k - 1]);
        }
        catch
        {
            failed.Cancel();
            throw;
        }
    }
}
