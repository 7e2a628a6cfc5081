using DispersionSim.Analysis;
using DispersionSim.Cell;
using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Cli;

/// <summary>Numbers and verdicts of all replicates together.</summary>
internal sealed record RunVerdict(AnalysisResult Analysis, IReadOnlyList<ClaimVerdict> Claims, IReadOnlyList<ClaimMargin> Margins, IReadOnlyList<CellResult> Cells)
{
    public static RunVerdict Of(RunPlan plan, Materials materials, IReadOnlyList<ReplicateResult> replicates)
    {
        IReadOnlyList<CellResult> cells = CellRun.Of(plan.Recipe, replicates);
        ReplicateSample[] samples = [.. replicates.Select((r, k) => Sample(plan.Recipe, materials, r, cells[k]))];
        AnalysisResult analysis = Pooling.Pool(samples);
        Declarations declared = DeclaredConditions.Of(plan.Recipe);
        return new(
            analysis,
            ClaimDecider.Decide(analysis, declared, plan.Recipe.Claims, CellRun.Evidence(plan.Recipe, cells)),
            ClaimDecider.Margins(analysis, declared, plan.Recipe.Claims),
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
