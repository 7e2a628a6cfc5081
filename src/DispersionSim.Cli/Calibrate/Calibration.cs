using DispersionSim.Analysis;
using DispersionSim.Core;

namespace DispersionSim.Cli;

/// <summary>The uniformity rule applied to groups of layers that the process made, each layer in one group of each size.</summary>
/// <param name="Name">The recipe.</param>
/// <param name="Rows">Own layers, then those of the process null, for each size of group.</param>
internal sealed record Calibration(string Name, IReadOnlyList<CalibrationRow> Rows)
{
    private const string Made = "made by the recipe", Nulls = "process null";

    /// <summary>Layers a group: as few as a verdict takes, and as many as a run of this quality has.</summary>
    public static int[] Groups(RunPlan plan) =>
        [.. new[] { plan.Recipe.Claims.MinimumReplicates, Math.Max(plan.Level.Replicates, plan.Recipe.Claims.MinimumReplicates) }.Distinct()];

    /// <summary>The plan with a null more a layer, so that a null is judged as a layer is, against as many others.</summary>
    public static RunPlan Plan(RunPlan plan) => plan with { ExtraNulls = 1 };

    /// <summary>Decides every group.</summary>
    /// <param name="plan">The plan: its recipe's limits and quality.</param>
    /// <param name="replicates">Layers with their process nulls.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="stop">Stops between groups.</param>
    public static Calibration Of(RunPlan plan, IReadOnlyList<ReplicateResult> replicates, int threads, CancellationToken stop) => new(plan.Recipe.Name, [.. Groups(plan).Where(size => size <= replicates.Count).SelectMany(size =>
    {
        ReplicateResult[][] groups = [.. replicates.Chunk(size).Where(g => g.Length == size)];
        UniformityRule[] own = Decide(plan, groups, r => Layer(plan, r), threads, stop);

        // The slurry of a null is its layer's and decides nothing.
        UniformityRule[] chance = plan.Level.NullFilms == 0 ? [] : Decide(plan, groups, NullAsLayer, threads, stop);
        return (IEnumerable<CalibrationRow>)[.. OwnRows(size, own), .. chance.Length > 0 ? NullRows(size, chance) : []];
    })]);

    /// <summary>A layer with the nulls that a run would give it.</summary>
    public static ReplicateSample Layer(RunPlan plan, ReplicateResult r) => new() { Slurry = r.Slurry, Film = r.Film, NullFilms = [.. r.Nulls.Take(plan.Level.NullFilms)] };

    /// <summary>The rule on each of several groups of layers.</summary>
    /// <param name="plan">The plan: its recipe's limits.</param>
    /// <param name="groups">The groups.</param>
    /// <param name="sample">What of a replicate is judged.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="stop">Stops between groups.</param>
    public static UniformityRule[] Decide(RunPlan plan, ReplicateResult[][] groups, Func<ReplicateResult, ReplicateSample> sample, int threads, CancellationToken stop)
    {
        var decided = new UniformityRule[groups.Length];
        Declarations declared = DeclaredConditions.Of(plan.Recipe);
        SideBySide.Run(groups.Length, threads, stop, g => decided[g] = UniformityRule.Of(Pooling.Pool([.. groups[g].Select(sample)]), declared, plan.Recipe.Claims));
        return decided;
    }

    private static ReplicateSample NullAsLayer(ReplicateResult r) => new() { Slurry = r.Slurry, Film = r.Nulls[0], NullFilms = [.. r.Nulls.Skip(1)] };

    private static IEnumerable<CalibrationRow> OwnRows(int size, UniformityRule[] own) =>
    [
        CalibrationRow.Of(Made, "whole rule", size, own.Select(o => o.All)), CalibrationRow.Of(Made, "broken apart (a)", size, own.Select(o => o.BrokenApart)),
        CalibrationRow.Of(Made, "even (b, c)", size, own.Select(o => o.Even)), CalibrationRow.Of(Made, "mixed (d)", size, own.Select(o => o.Mixed)), .. Quantities(Made, size, own),
    ];

    private static IEnumerable<CalibrationRow> NullRows(int size, UniformityRule[] chance)
    {
        // Part a comes first in the rule, and is none of a null's.
        string[] slurry = [SurvivingBonds.Row.Name, ParentFragments.Mass.Name, SlurryClusters.Mass.Name];
        return
        [
            CalibrationRow.Of(Nulls, "layer (b, c, d)", size, chance.Select(o => o.Layer)), CalibrationRow.Of(Nulls, "even (b, c)", size, chance.Select(o => o.Even)),
            CalibrationRow.Of(Nulls, "mixed (d)", size, chance.Select(o => o.Mixed)), .. Quantities(Nulls, size, chance).Where(r => !slurry.Contains(r.Part)),
        ];
    }

    private static IEnumerable<CalibrationRow> Quantities(string layers, int size, UniformityRule[] decided) =>
        decided[0].Quantities.Select(q => q.Quantity).Select(name => CalibrationRow.Of(layers, name, size, decided.Select(d => d.Quantities.FirstOrDefault(o => o.Quantity == name) is { Quantity: not null } o ? o.Outcome : Condition.Inconclusive)));
}
