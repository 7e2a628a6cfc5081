using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.IO;
using DispersionSim.Process;

namespace DispersionSim.Cli;

/// <summary>Row 22 of the validation table: dispersed and undispersed layers get different verdicts, two alike get the same.</summary>
/// <remarks>
/// A is the default recipe, B the same powder that was hardly stirred, of the same seeds. A repeat is a group of as many replicates as a verdict takes, each of its own seed. The pair differs where A is called uniform
/// and B not uniform; an open verdict on either side does not count as a difference. The null test takes the same number of pairs of A, each group with the next: they agree where the same word falls on both, so that one
/// left open beside one called uniform counts as a disagreement. Short form: slurries of small batches, judged by part (a) of the rule, as claim 11 is. Long form: layers through the whole process, judged by the whole rule;
/// of 1,000 primaries, whose layers hold 18 to 48 windows where preview's 440 hold 8 to 18 (docs/validation.md, "Calibration"). Layers of B are made only where its slurries do not settle the rule.
/// </remarks>
internal static class FlagshipRow
{
    public const int Number = 22;

    private const string Dispersed = RecipeSource.Default, Undispersed = "unbroken";
    private const int LongRepeats = 20, Primaries = 1000, ShortRepeats = 3, ShortPrimaries = 60;
    private const double Share = 0.95;

    /// <summary>The row as the command runs it.</summary>
    /// <param name="layers">Folder for the layers; those that an earlier, stopped run left there are read instead of made.</param>
    /// <param name="asked">Repeats; 3 of the short form and 20 of the long one where null.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="say">Told what is being done.</param>
    /// <param name="stop">Stops between stages.</param>
    public static ValidationRow Of(string layers, int? asked, int threads, Action<string> say, CancellationToken stop) => new(
        Number, "dispersed and undispersed layers get different verdicts, two alike do not", isLong => Run(layers, isLong, asked ?? (isLong ? LongRepeats : ShortRepeats), threads, say, stop));

    private static ValidationResult Run(string layers, bool isLong, int repeats, int threads, Action<string> say, CancellationToken stop)
    {
        Condition[] b = Outcomes(Undispersed, StructurePhase.Slurry);
        if (isLong && b.Any(o => o != Condition.NotMet))
        {
            b = Outcomes(Undispersed, StructurePhase.Sintered);
        }

        Condition[] a = Outcomes(Dispersed, isLong ? StructurePhase.Sintered : StructurePhase.Slurry);
        return new(Targets(a, b, isLong ? "whole rule" : "in the slurry"), []);

        Condition[] Outcomes(string recipe, StructurePhase last)
        {
            RunPlan plan = Plan(recipe, isLong, repeats);
            string what = last == StructurePhase.Slurry ? "slurries" : "layers";
            using RunFolder folder = Open(Path.Combine(layers, isLong ? recipe : $"{recipe}-small"), plan);
            int done = 0;
            var ensemble = new Ensemble(plan, MaterialsReader.Read(plan.Recipe, say), folder, threads, (_, stage, _, _) =>
            {
                if (stage == "done")
                {
                    say($"{recipe}: {Interlocked.Increment(ref done)} of {plan.Replicates} {what}");
                }
            })
            { Last = last };
            ReplicateResult[][] groups = [.. ensemble.Run(stop).Chunk(plan.Recipe.Claims.MinimumReplicates)];
            return last == StructurePhase.Slurry
                ? [.. groups.Select(g => BreakupSweep.Judge(recipe, [.. g.Select(r => r.Slurry)], DeclaredConditions.Of(plan.Recipe), plan.Recipe.Claims).Outcome)]
                : [.. Calibration.Decide(plan, groups, r => Calibration.Layer(plan, r), threads, stop).Select(o => o.All)];
        }
    }

    /// <summary>What the outcomes of the groups come to; open ones are counted by name.</summary>
    /// <param name="a">Groups of the dispersed recipe.</param>
    /// <param name="b">Groups of the undispersed one, as many.</param>
    /// <param name="rule">What was judged.</param>
    internal static ValidationTarget[] Targets(Condition[] a, Condition[] b, string rule)
    {
        int differ = a.Zip(b).Count(p => p.First == Condition.Met && p.Second == Condition.NotMet);
        int agree = Enumerable.Range(0, a.Length).Count(k => a[k] == a[(k + 1) % a.Length]);
        string open = $"{a.Count(c => c == Condition.Inconclusive)} of {a.Length} A and {b.Count(c => c == Condition.Inconclusive)} of {b.Length} B left open";
        return
        [
            new(Number, $"{rule}: A uniform and B not, share of {a.Length} repeats ({open})", 1, differ / (double)a.Length, 1 - Share, "exact"),
            new(Number, $"{rule}: A and another A the same, share of {a.Length} pairs", 1, agree / (double)a.Length, 1 - Share, "exact"),
        ];
    }

    private static RunPlan Plan(string recipe, bool isLong, int repeats)
    {
        Recipe read = RecipeSource.Read(recipe, [$"quality.preview.primaries={(isLong ? Primaries : ShortPrimaries)}"]);
        return RunPlan.For(read, Quality.Preview, repeats * read.Claims.MinimumReplicates);
    }

    /// <summary>Makes the folder, or goes on with that of a stopped run of the same plan.</summary>
    private static RunFolder Open(string path, RunPlan plan)
    {
        if (!File.Exists(Path.Combine(path, RunFileNames.Manifest)))
        {
            RunFolder made = RunFolder.Create(path);
            AtomicFile.Write(made.Recipe, plan.RecipeText);
            ManifestFile.Write(made, plan.Manifest(TimeProvider.System.GetUtcNow(), 0, 1, []) with { Command = CalibrationSession.Command });
            return made;
        }

        RunFolder kept = RunFolder.Resume(path);
        if (ManifestFile.Read(kept).RecipeHash == plan.RecipeHash)
        {
            return kept;
        }

        kept.Dispose();
        throw new InputException($"{path}: holds layers of another recipe or quality; choose another folder with --layers");
    }
}
