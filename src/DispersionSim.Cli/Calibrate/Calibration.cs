using DispersionSim.Analysis;
using DispersionSim.Core;

namespace DispersionSim.Cli;

/// <summary>How often the uniformity rule decides which way on layers of one kind.</summary>
/// <param name="Layers">Whose layers: the recipe's own, or its process null.</param>
/// <param name="Part">Which part of the rule.</param>
/// <param name="Met">Groups found uniform.</param>
/// <param name="Open">Groups left open.</param>
/// <param name="NotMet">Groups found not uniform.</param>
internal sealed record CalibrationRow(string Layers, string Part, int Met, int Open, int NotMet)
{
    public int Groups => Met + Open + NotMet;

    /// <summary>Share of the groups found uniform, with its exact 95 % interval.</summary>
    public Measurement Share => new($"{Layers}, {Part}: found uniform", Met / (double)Groups, "-")
    {
        Interval = ProportionInterval.Of(Met, Groups),
        Replicates = Groups,
        Definition = $"share of groups; {Open} open, {NotMet} found not uniform; interval of Clopper and Pearson",
    };

    public static CalibrationRow Of(string layers, string part, IEnumerable<Condition> outcomes)
    {
        Condition[] all = [.. outcomes];
        return new(layers, part, all.Count(o => o == Condition.Met), all.Count(o => o == Condition.Inconclusive), all.Count(o => o == Condition.NotMet));
    }
}

/// <summary>The uniformity rule applied to groups of layers that the process made, each layer in one group.</summary>
/// <param name="Name">The recipe.</param>
/// <param name="PerGroup">Layers a group.</param>
/// <param name="Rows">Own layers, then those of the process null.</param>
internal sealed record Calibration(string Name, int PerGroup, IReadOnlyList<CalibrationRow> Rows)
{
    /// <summary>Layers a group: as many as a run of this quality has, and no fewer than a verdict takes.</summary>
    public static int Group(RunPlan plan) => Math.Max(plan.Level.Replicates, plan.Recipe.Claims.MinimumReplicates);

    /// <summary>Decides every group.</summary>
    /// <param name="plan">The plan: its recipe's limits and quality.</param>
    /// <param name="replicates">Layers with their process nulls.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="stop">Stops between groups.</param>
    public static Calibration Of(RunPlan plan, IReadOnlyList<ReplicateResult> replicates, int threads, CancellationToken stop)
    {
        int size = Group(plan);
        ReplicateResult[][] groups = [.. replicates.Chunk(size).Where(g => g.Length == size)];
        UniformityRule[] own = Decide(groups, r => new() { Slurry = r.Slurry, Film = r.Film, NullFilms = r.Nulls });

        // The first null stands for a layer, the others for its null; its slurry is the layer's and decides nothing.
        UniformityRule[] chance = plan.Level.NullFilms < 2 ? [] : Decide(groups, r => new() { Slurry = r.Slurry, Film = r.Nulls[0], NullFilms = [.. r.Nulls.Skip(1)] });
        const string made = "made by the recipe", nulls = "process null";
        List<CalibrationRow> rows =
        [
            CalibrationRow.Of(made, "whole rule", own.Select(o => o.All)), CalibrationRow.Of(made, "broken apart (a)", own.Select(o => o.BrokenApart)),
            CalibrationRow.Of(made, "even (b, c)", own.Select(o => o.Even)), CalibrationRow.Of(made, "mixed (d)", own.Select(o => o.Mixed)),
        ];
        if (chance.Length > 0)
        {
            rows.AddRange([CalibrationRow.Of(nulls, "layer (b, c, d)", chance.Select(o => o.Layer)), CalibrationRow.Of(nulls, "even (b, c)", chance.Select(o => o.Even)), CalibrationRow.Of(nulls, "mixed (d)", chance.Select(o => o.Mixed))]);
        }

        return new(plan.Recipe.Name, size, rows);

        UniformityRule[] Decide(ReplicateResult[][] all, Func<ReplicateResult, ReplicateSample> sample)
        {
            var decided = new UniformityRule[all.Length];
            Declarations declared = DeclaredConditions.Of(plan.Recipe);
            SideBySide.Run(all.Length, threads, stop, g => decided[g] = UniformityRule.Of(Pooling.Pool([.. all[g].Select(sample)]), declared, plan.Recipe.Claims));
            return decided;
        }
    }
}
