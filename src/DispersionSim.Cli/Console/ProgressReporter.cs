using System.Diagnostics;
using Spectre.Console;

namespace DispersionSim.Cli;

/// <summary>Progress on standard error: one line rewritten in place on a terminal, a plain line every few seconds otherwise.</summary>
internal sealed class ProgressReporter(IAnsiConsole console, bool quiet)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private readonly object gate = new();
    private readonly SortedDictionary<int, (string Stage, double Share, string Words)> running = [];
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private TimeSpan last = TimeSpan.FromSeconds(-10);
    private int replicates;
    private int done;

    private bool Live => console.Profile.Out.IsTerminal && console.Profile.Capabilities.Ansi;

    public void Begin(RunPlan plan)
    {
        replicates = plan.Replicates;
        Say($"{plan.Recipe.Name}: {plan.Replicates} replicate{(plan.Replicates == 1 ? "" : "s")} of {plan.Level.Primaries} primaries, {plan.Quality.ToString().ToLowerInvariant()} quality, seed {plan.Recipe.Seed}");
    }

    /// <summary>Called by stages from any thread.</summary>
    public void Stage(int replicate, string stage, double share, string words)
    {
        lock (gate)
        {
            if (stage == "done")
            {
                running.Remove(replicate);
                done++;
            }
            else
            {
                running[replicate] = (stage, share, words);
            }

            Show($"{done}/{replicates} done  " + string.Join("  |  ", running.Select(r => $"{r.Key}: {r.Value.Stage} {r.Value.Share:P0} {r.Value.Words}".TrimEnd())));
        }
    }

    /// <summary>Progress of a run that has neither replicates nor stages.</summary>
    public void Step(double share, string words) => Show($"{share,4:P0} {words}");

    public void Say(string words)
    {
        if (!quiet)
        {
            Warn(words);
        }
    }

    /// <summary>What the user must know whether or not progress is wanted.</summary>
    public void Warn(string words)
    {
        lock (gate)
        {
            Clear();
            console.WriteLine(words);
        }
    }

    /// <summary>Removes the line that is rewritten in place.</summary>
    public void Clear()
    {
        if (Live && !quiet)
        {
            console.Write(new ControlCode("\r\u001b[2K"));
        }
    }

    private void Show(string state)
    {
        TimeSpan pause = Live ? TimeSpan.FromMilliseconds(150) : Interval;
        if (quiet || clock.Elapsed - last < pause)
        {
            return;
        }

        last = clock.Elapsed;
        string line = $"{clock.Elapsed.TotalSeconds,4:F0} s  {state}";
        if (Live)
        {
            int width = Math.Max(20, console.Profile.Width - 1);
            console.Write(new ControlCode("\r\u001b[2K" + (line.Length > width ? line[..width] : line)));
        }
        else
        {
            console.WriteLine(line);
        }
    }
}
