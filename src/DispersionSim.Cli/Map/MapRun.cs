using System.Collections.Concurrent;
using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.IO;
using DispersionSim.Process;

namespace DispersionSim.Cli;

/// <summary>Simulates the points of a map side by side; each replicate of a point is kept as soon as it is done, and what is kept is read instead.</summary>
internal sealed class MapRun(MapPlan plan, RunFolder folder, int threads, ProgressReporter progress)
{
    private readonly ConcurrentDictionary<int, Lazy<ElectrodeState>> shared = new();
    private readonly ConcurrentBag<(int Point, string Reason)> failed = [];

    private int Replicates => plan.Study.Replicates;

    /// <summary>Points that could not be made, and why.</summary>
    public IReadOnlyList<(int Point, string Reason)> Failed => [.. failed.DistinctBy(f => f.Point).OrderBy(f => f.Point)];

    /// <summary>The figures of each replicate of each point; none for one that could not be made.</summary>
    /// <exception cref="OperationCanceledException">Stopped; what is done is kept.</exception>
    public IReadOnlyList<Measurement>?[][] Run(CancellationToken stop)
    {
        IReadOnlyList<Measurement>?[][] all = [.. plan.Points.Select(_ => new IReadOnlyList<Measurement>?[Replicates])];
        int done = 0, total = plan.Points.Count * Replicates;
        SideBySide.Run(total, threads, stop, k =>
        {
            (int point, int replicate) = (k / Replicates, k % Replicates);
            all[point][replicate] = One(plan.Points[point], replicate + 1, stop);
            progress.Step(Interlocked.Increment(ref done) / (double)total, $"{done} of {total} layers");
        });
        return all;
    }

    private IReadOnlyList<Measurement>? One(MapPoint point, int replicate, CancellationToken stop)
    {
        string path = folder.At(RunFileNames.MapPoints, RunFileNames.MapPoint(point.Number, replicate));
        if (File.Exists(path))
        {
            return MetricsDocument.Read(path).Metrics;
        }

        IReadOnlyList<Measurement> measured;
        try
        {
            measured = Simulate(point, replicate, stop);
        }
        catch (Exception e) when (e is InputException or SimulationException)
        {
            failed.Add((point.Number, e.Message));
            return null;
        }

        Measurement[] wanted = [.. plan.Figures.Select(name => measured.LastOrDefault(m => m.Name == name) ?? throw Unknown(name, measured))];
        new MetricsDocument(wanted, []).Write(path);
        return wanted;
    }

    private IReadOnlyList<Measurement> Simulate(MapPoint point, int replicate, CancellationToken stop)
    {
        ElectrodeState start = shared.GetOrAdd(replicate, r => new(() => Stages(plan.Recipe, Process.Pipeline.Nothing, ..plan.Shared, r, stop).State)).Value;
        (ElectrodeState state, List<Measurement> measured) = Stages(point.Recipe, start, plan.Shared..plan.Count, replicate, stop);
        if (state.Binder is not null)
        {
            var film = new MeasuredState(state, new() { MedianDiameter = state.Particles.VolumeMedianDiameter(), PairRange = 0 });
            measured.Add(new(BinderContact.Row.Name, BinderContact.ShareTouched(film), BinderContact.Row.Unit) { Definition = BinderContact.Row.Definition });
        }

        return measured;
    }

    private (ElectrodeState State, List<Measurement> Measured) Stages(Recipe recipe, ElectrodeState state, Range which, int replicate, CancellationToken stop)
    {
        var measured = new List<Measurement>();
        Materials materials = MaterialsReader.Read(recipe, static _ => { });
        foreach (IStage stage in Process.Pipeline.Of(recipe, recipe.Quality[plan.Study.Quality].Sample, materials).Stages.Take(which))
        {
            stop.ThrowIfCancellationRequested();
            StageResult result = stage.Run(state, new() { Seed = ReplicateSeeds.Of(recipe.Seed, replicate), Stop = stop });
            measured.AddRange(result.Measurements);
            state = result.State;
        }

        return (state, measured);
    }

    private static InputException Unknown(string name, IReadOnlyList<Measurement> measured) =>
        new($"figures: \"{name}\" is not measured by the stages that the study varies; they measure {string.Join(", ", measured.Select(m => m.Name).Distinct(StringComparer.Ordinal))}");
}
