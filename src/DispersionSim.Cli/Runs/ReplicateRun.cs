using System.Diagnostics;
using DispersionSim.Core;
using DispersionSim.IO;
using DispersionSim.Process;

namespace DispersionSim.Cli;

/// <summary>Runs one replicate stage by stage, each kept as soon as it is done; what is kept already is read instead of run.</summary>
internal sealed class ReplicateRun(RunPlan plan, Materials materials, RunFolder folder, int number, Action<int, string, double, string> progress, CancellationToken stop)
{
    private static readonly TimeSpan KeepEvery = TimeSpan.FromSeconds(15);

    private readonly ulong seed = ReplicateSeeds.Of(plan.Recipe.Seed, number);
    private readonly List<StageTiming> timings = [];

    public IReadOnlyList<StageTiming> Timings => timings;

    /// <summary>What the material is when the run ends.</summary>
    public StructurePhase Last { get; init; } = StructurePhase.Sintered;

    public ReplicateResult Run(int threads)
    {
        Process.Pipeline pipeline = Process.Pipeline.Of(plan.Recipe, plan.Level.Sample, materials);
        IReadOnlyList<IStage> wanted = [.. pipeline.Stages.TakeWhile(s => s.Requires < Last)];
        var stages = new List<(string, Checkpoint)>();
        ElectrodeState state = Process.Pipeline.Nothing;
        ElectrodeState wet = state;
        for (int k = 0; k < wanted.Count; k++)
        {
            Checkpoint outcome = Stage(wanted[k], k + 1, wanted[k].Name, state, threads);
            state = outcome.State;
            wet = state.Phase == StructurePhase.WetFilm ? state : wet;
            stages.Add((wanted[k].Name, outcome));
        }

        ElectrodeState[] nulls = [.. Enumerable.Range(1, Last == StructurePhase.Sintered ? plan.NullFilms : 0).Select(k => ProcessNull(pipeline, wet, k, threads))];
        progress(number, "done", 1, "");
        return new(number, seed, stages, nulls);
    }

    /// <summary>The process null goes through everything that follows coating.</summary>
    private ElectrodeState ProcessNull(Process.Pipeline pipeline, ElectrodeState wet, int which, int threads)
    {
        ElectrodeState state = RandomFilm.Make(wet, new RandomStream(seed, StreamName.NullPlacement, which));
        int order = 10 * which;
        foreach (IStage stage in pipeline.Stages.SkipWhile(s => s.Produces != StructurePhase.WetFilm).Skip(1))
        {
            state = Stage(stage, ++order, $"null-{which}-{stage.Name}", state, threads).State;
        }

        return state;
    }

    private Checkpoint Stage(IStage stage, int order, string name, ElectrodeState input, int threads)
    {
        var key = new CheckpointKey(plan.RecipeHash, seed, name);
        string path = folder.Checkpoint(order, name);
        if (File.Exists(path))
        {
            return CheckpointReader.Read(path, key);
        }

        stop.ThrowIfCancellationRequested();
        var memory = new FileStageMemory(folder.InnerCheckpoint(order, name), key, KeepEvery);
        var watch = Stopwatch.StartNew();
        StageResult result = stage.Run(input, new()
        {
            Seed = seed,
            Threads = threads,
            Stop = stop,
            Memory = memory,
            Progress = (share, words) => progress(number, name, share, words),
        });
        var outcome = new Checkpoint(result.State, result.Measurements, result.Curves);
        if (!name.StartsWith("null-", StringComparison.Ordinal))
        {
            StateWriter.Write(folder.State(order, name), result.State, name, plan.Provenance with { Seed = seed });
        }

        // The checkpoint comes last: a stage that has one is never run again, so nothing of it may be missing.
        CheckpointWriter.Write(path, key, outcome);
        memory.Forget();
        timings.Add(new(number, name, watch.Elapsed.TotalSeconds));
        return outcome;
    }
}
