using DispersionSim.Analysis;
using DispersionSim.Cell;
using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Cli;

/// <summary>Numbers and verdicts of all replicates together.</summary>
internal sealed record RunVerdict(AnalysisResult Analysis, IReadOnlyList<ClaimVerdict> Claims, IReadOnlyList<ClaimMargin> Margins, IReadOnlyList<CellResult> Cells)
{
    /// <summary>The same for each replicate by itself, in order.</summary>
    public IReadOnlyList<RunVerdict> Alone { get; private init; } = [];

    /// <summary>Numbers and verdicts of all replicates together, and of each alone.</summary>
    /// <param name="plan">The run's plan.</param>
    /// <param name="materials">What its recipe refers to by file.</param>
    /// <param name="replicates">Its replicates.</param>
    /// <param name="sweep">The breaking apart under other assumptions; null where that was not simulated.</param>
    public static RunVerdict Of(RunPlan plan, Materials materials, IReadOnlyList<ReplicateResult> replicates, BreakupSweep? sweep = null)
    {
        IReadOnlyList<CellResult> cells = CellRun.Of(plan.Recipe, replicates);
        ReplicateSample[] samples = [.. replicates.Select((r, k) => Sample(plan.Recipe, materials, r, cells[k]))];
        return Decide(plan.Recipe, samples, cells, sweep) with { Alone = [.. samples.Select((s, k) => Decide(plan.Recipe, [s], [cells[k]], sweep: null))] };
    }

    private static RunVerdict Decide(Recipe recipe, IReadOnlyList<ReplicateSample> samples, IReadOnlyList<CellResult> cells, BreakupSweep? sweep)
    {
        AnalysisResult analysis = Pooling.Pool(samples);
        Declarations declared = DeclaredConditions.Of(recipe);
        return new(
            analysis,
            ClaimDecider.Decide(analysis, declared, recipe.Claims, CellRun.Evidence(recipe, cells), sweep),
            ClaimDecider.Margins(analysis, declared, recipe.Claims),
            cells);
    }

    private static ReplicateSample Sample(Recipe recipe, Materials materials, ReplicateResult replicate, CellResult cell) => new()
    {
        Slurry = replicate.Slurry,
        Film = replicate.Film,
        NullFilms = replicate.Nulls,
        StageMeasurements = [.. replicate.Measurements, .. FoilMetrology.Of(recipe, materials, replicate), .. cell.Measurements],
    };
}
