using System.Diagnostics;
using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>A granular run from its plan to its files.</summary>
internal sealed class DemSession(DemPlan plan, RunFolder folder, ComputeDevice? device, int threads, bool forces, ProgressReporter progress, DateTimeOffset started)
{
    private const int MostAccounts = 200;
    private const int LeastAccounts = 20;
    private const int ParticlesAccounted = 200_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.3);

    private readonly DemOutputs outputs = new(plan, folder);
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private TimeSpan stepping;

    /// <summary>Runs the case and writes its outputs.</summary>
    /// <exception cref="SimulationException">The run diverged; what was good is kept.</exception>
    /// <exception cref="OperationCanceledException">Stopped; what was done is kept.</exception>
    public DemDocument Run(CancellationToken stop)
    {
        outputs.Begin(Manifest());
        using GranularSystem system = plan.MakeSystem(threads, device);
        DemState state = DemState.Of(plan, system, 0);
        try
        {
            Record(state);
            long pace = 8;
            while (state.Step < plan.Steps)
            {
                stop.ThrowIfCancellationRequested();
                state = Advance(system, state, ref pace);
                Record(state);
            }
        }
        catch (Exception e) when (e is SimulationException or OperationCanceledException)
        {
            outputs.Keep(state);
            throw;
        }

        IReadOnlyList<string> files = outputs.Finish(state, forces, threads, Manifest());
        return new(plan.Name, folder.Root, plan.Grains.Count, plan.Steps, plan.TimeStep, plan.Limit, stepping.TotalSeconds, outputs.Last, files);
    }

    /// <summary>Many particles are accounted for less often: a search for all contacts takes as long as many steps.</summary>
    private long AccountEvery => Math.Max(1, plan.Steps / Math.Clamp(ParticlesAccounted / plan.Grains.Count, LeastAccounts, MostAccounts));

    /// <summary>Goes on to the next state that is recorded, or as far as a short time and the strips that are out of bounds allow.</summary>
    private DemState Advance(GranularSystem system, DemState state, ref long pace)
    {
        double perStep = state.Fastest * plan.TimeStep, edge = plan.Domain.Edge / 2;
        long safe = perStep > 0 && edge / perStep < plan.Steps ? Math.Max(1, (long)(edge / perStep)) : plan.Steps;
        long account = AccountEvery - (state.Step % AccountEvery), frame = plan.FrameEvery > 0 ? plan.FrameEvery - (state.Step % plan.FrameEvery) : plan.Steps;
        long steps = new[] { pace, safe, account, frame, plan.Steps - state.Step }.Min();
        TimeSpan before = watch.Elapsed;
        system.Advance(steps);
        TimeSpan took = watch.Elapsed - before;
        stepping += took;
        pace = took < Patience / 2 && steps == pace ? pace * 2 : took > Patience * 2 ? Math.Max(1, pace / 2) : pace;
        DemState next = DemState.Of(plan, system, state.Step + steps);
        progress.Step((double)next.Step / plan.Steps, $"step {next.Step} of {plan.Steps}, {Quantity.Format(double.Parse($"{next.Time:G3}"), "s")}");
        return next;
    }

    private void Record(DemState state)
    {
        bool framed = plan.FrameEvery > 0 && (state.Step % plan.FrameEvery == 0 || state.Step == plan.Steps);
        if (framed || state.Step % AccountEvery == 0)
        {
            outputs.Account(state);
        }

        if (framed)
        {
            outputs.Frame(state);
        }
    }

    private RunManifest Manifest()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return new()
        {
            Version = RunPlan.Version,
            Seed = plan.Provenance.Seed,
            Device = plan.Device,
            Threads = threads,
            Quality = "dem",
            RecipeHash = plan.Provenance.RecipeHash,
            Started = started,
            WallSeconds = watch.Elapsed.TotalSeconds,
            PeakMemoryBytes = process.PeakWorkingSet64,
        };
    }
}
