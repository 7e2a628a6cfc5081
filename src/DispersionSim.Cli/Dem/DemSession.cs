using System.Diagnostics;
using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>A granular run from its plan to its files.</summary>
internal sealed class DemSession(DemPlan asked, RunFolder folder, ComputeDevice? device, int threads, bool forces, ProgressReporter progress, DateTimeOffset started)
{
    private const int MostAccounts = 200;
    private const int LeastAccounts = 20;
    private const int ParticlesAccounted = 200_000;

    private static readonly TimeSpan WriteEvery = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.3);

    private readonly DemOutputs outputs = new(asked, folder);
    private DemPlan plan = asked;
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private TimeSpan stepping;
    private TimeSpan written;
    private ColumnBag? latest;

    /// <summary>Runs the case, or goes on with it, and writes its outputs.</summary>
    /// <exception cref="SimulationException">The run diverged; what was good is kept.</exception>
    /// <exception cref="OperationCanceledException">Stopped; what was done is kept.</exception>
    public DemDocument Run(bool resume, CancellationToken stop)
    {
        ColumnBag? middle = resume ? outputs.Resume() : null;
        if (middle is null)
        {
            outputs.Begin(Manifest());
        }

        if (middle is null && plan.Case.Run.Relax is { Before: true } before)
        {
            plan = Relaxed(plan, before);
        }

        using GranularSystem system = plan.MakeSystem(threads, device);
        DemState state = Begin(system, middle);
        try
        {
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
            WriteLatest();
            throw;
        }

        state = plan.Case.Run.Relax is { After: true } after ? AfterRelaxing(state, after) : state;
        if (DemResolution.Remark(system, outputs.Rows, plan.Steps) is { } remark)
        {
            progress.Say(remark);
        }

        IReadOnlyList<string> files = outputs.Finish(state, forces, threads, Manifest());
        return new(plan.Name, folder.Root, plan.Grains.Count, plan.Steps, plan.TimeStep, plan.Limit, stepping.TotalSeconds, outputs.Last, files);
    }

    private DemState Begin(GranularSystem system, ColumnBag? middle)
    {
        if (middle is not null)
        {
            system.Restore(middle);
            progress.Say($"going on at step {system.Steps} of {plan.Steps}");
            DemState state = DemState.Of(plan, system, system.Steps);
            Record(state);
            return state;
        }

        DemState start = DemState.Of(plan, system, 0);
        Record(start);
        return start;
    }

    /// <summary>The plan with its particles where they are in balance, at the velocities that they were given.</summary>
    private DemPlan Relaxed(DemPlan start, DemRelax how)
    {
        using GranularSystem system = start.MakeRelaxing(threads, 0);
        RelaxationEnd end = system.Relax(how.ForceTolerance, how.Steps);
        Tell(end, how);
        return start with { Grains = start.Grains with { Position = [.. system.Read().Select(r => start.Domain.FromBox(r.Position))] } };
    }

    /// <summary>The last state, relaxed.</summary>
    private DemState AfterRelaxing(DemState state, DemRelax how)
    {
        DemPlan rested = plan with { Grains = state.Table() with { Place = plan.Grains.Place } };
        using GranularSystem system = rested.MakeRelaxing(threads, state.Tilt);
        Tell(system.Relax(how.ForceTolerance, how.Steps), how);
        return DemState.Of(rested, system, state.Step);
    }

    private void Tell(RelaxationEnd end, DemRelax how)
    {
        string left = Quantity.Rounded(end.Force, "N", 3);
        if (!end.Reached)
        {
            throw new SimulationException($"run.relax: after {end.Steps} steps forces of up to {left} are left, more than force_tolerance = {Quantity.Format(how.ForceTolerance, "N")}; likely cause: nothing holds the particles against gravity, or too few steps");
        }

        progress.Say($"relaxed in {end.Steps} steps; largest force left {left}");
    }

    /// <summary>Writes what was kept last, where there is anything new.</summary>
    private void WriteLatest()
    {
        if (latest is not null)
        {
            outputs.Write(latest);
            (latest, written) = (null, watch.Elapsed);
        }
    }

    /// <summary>Many particles are accounted for less often: a search for all contacts takes as long as many steps.</summary>
    private long AccountEvery => Math.Max(1, plan.Steps / Math.Clamp(ParticlesAccounted / plan.Grains.Count, LeastAccounts, MostAccounts));

    /// <summary>Goes on to the next state that is recorded, or as far as a short time and the strips that are out of bounds allow.</summary>
    private DemState Advance(GranularSystem system, DemState state, ref long pace)
    {
        double perStep = state.Fastest * plan.TimeStep, edge = plan.Domain.Edge / 2;
        long safe = perStep > 0 && edge / perStep < plan.Steps ? Math.Max(1, (long)(edge / perStep)) : plan.Steps;
        long account = AccountEvery - (state.Step % AccountEvery), frame = plan.FrameEvery > 0 ? plan.FrameEvery - (state.Step % plan.FrameEvery) : plan.Steps;
        long keep = plan.KeepEvery - 1 - (state.Step % plan.KeepEvery);
        long steps = new[] { pace, safe, account, frame, plan.Steps - state.Step, Math.Max(1, keep) }.Min();
        TimeSpan before = watch.Elapsed;
        if (keep == 0 && system.Keeps)
        {
            latest = outputs.With(system.AdvanceAndKeep());
        }
        else
        {
            system.Advance(steps);
        }

        if (watch.Elapsed - written > WriteEvery)
        {
            WriteLatest();
        }

        TimeSpan took = watch.Elapsed - before;
        stepping += took;
        pace = took < Patience / 2 && steps == pace ? pace * 2 : took > Patience * 2 ? Math.Max(1, pace / 2) : pace;
        DemState next = DemState.Of(plan, system, state.Step + steps);
        progress.Step((double)next.Step / plan.Steps, $"step {next.Step} of {plan.Steps}, {Quantity.Rounded(next.Time, "s", 3)}");
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
