using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>What the report of a run says.</summary>
internal static class RunReport
{
    public static ReportContent Of(RunPlan plan, IReadOnlyList<ReplicateResult> replicates, RunVerdict verdict, ShownLayer shown, IReadOnlyList<string> notes)
    {
        Recipe recipe = plan.Recipe;
        ReplicateResult first = replicates[0];
        (string Name, IReadOnlyList<Picture> Pictures)[] ofStages = [.. first.Stages.Select(s => (s.Name, StagePictures.Of(s.Name, replicates)))];
        return new()
        {
            Title = recipe.Name,
            Headline = ReportContent.HeadlineOf(verdict.Claims),
            Summary = Summary(plan, replicates),
            Facts = Facts(plan, first),
            Claims = verdict.Claims,
            Margins = [.. verdict.Margins.Select(m => new Margin(m.Claim, m.Name, m.Value, m.Interval, m.Limit, m.AtMost, m.Unit))],
            Sensitivity = RunSensitivity.Of(verdict, recipe.Dispersion.Tier(plan.Level.Primaries)),
            Sections = shown.Sections,
            View3D = shown.View,
            Structure = first.Film,
            Plots = [.. RunPictures.Plots(verdict), .. ofStages.SelectMany(s => s.Pictures)],
            Metrics = [.. verdict.Analysis.Measurements.Where(m => !StageNamesOf(replicates).Contains(m.Name))],
            Stages = [.. first.Stages.Select((s, k) => Stage(s.Name, s.Outcome.Measurements, verdict.Analysis) with
            {
                Balance = BalanceSheet.Mean([.. replicates.Select(r => r.Balances[k])]),
                Plots = [.. ofStages[k].Pictures.Select(p => p.Name)],
            })],
            Unreported = Unreported(verdict.Analysis),
            Notes = [.. notes, TierLimit(recipe.Dispersion.Tier(plan.Level.Primaries)), .. Limits],
            RecipeText = plan.RecipeText,
            Provenance =
            [
                ("program", $"{Provenance.Program} {RunPlan.Version}"), ("seed", recipe.Seed.ToString()), ("quality", plan.Quality.ToString().ToLowerInvariant()),
                ("replicates", plan.Replicates.ToString()), ("device", RunPlan.Device), ("recipe hash", plan.RecipeHash),
            ],
            References = ReferencesUsed,
        };
    }

    private static string TierLimit(HydrodynamicTier tier) => $"Hydrodynamic tier {tier.Words()}. " + tier switch
    {
        HydrodynamicTier.T1 => "Bond tensions of rigid aggregates are within a fifth of full hydrodynamics; screening is the same for all primaries of a cluster, and clusters that do not touch do not act on each other.",
        HydrodynamicTier.T2 => "The mean field knows one solids fraction for the whole box: primaries inside an aggregate feel the same drag as those outside, so bond tensions are as without interaction.",
        HydrodynamicTier.T3 => "Without stresslets and lubrication the tension of a touching pair is 31 % too high; clusters that do not touch do not act on each other.",
        _ => "Tension in large agglomerates is overestimated against full hydrodynamics and that of a touching pair underestimated by half; the stress margin names both.",
    };

    private static readonly string[] Limits =
    [
        "Contacts are softened in dispersion and drying: pull-off forces and strengths are exact, overlaps are of the order of a hundredth of a radius.",
        "The segment is a square column of the layer, periodic in the plane of the foil; see the segment thickness scale for how much of the layer's thickness it spans.",
    ];

    /// <summary>Sources of the laws, materials and metrics that every run uses.</summary>
    private static IReadOnlyList<Reference> ReferencesUsed
    {
        get
        {
            HashSet<string> keys =
            [
                .. LawCatalog.All.Select(l => l.Reference ?? ""),
                .. MetricCatalog.Metrics.SelectMany(m => m.Rows).Select(r => r.Source),
                .. MaterialCatalog.All.SelectMany(m => new[] { m.Density, m.YoungModulus, m.PoissonRatio, m.Hardness, m.Backscatter }).Select(p => p.Source ?? ""),
            ];
            return [.. ReferenceCatalog.All.Where(r => keys.Contains(r.Key))];
        }
    }

    private static HashSet<string> StageNamesOf(IReadOnlyList<ReplicateResult> replicates) =>
        [.. replicates[0].Measurements.Select(m => m.Name)];

    private static string Summary(RunPlan plan, IReadOnlyList<ReplicateResult> replicates)
    {
        Domain segment = replicates[0].Film.Domain;
        int primaries = replicates.Sum(r => r.Film.Particles.Count);
        return $"{plan.Recipe.Description} {plan.Replicates} replicate{(plan.Replicates == 1 ? "" : "s")} of a film segment {segment.Size.X * 1e6:F1} × {segment.Size.Y * 1e6:F1} µm wide and {segment.Size.Z * 1e6:F1} µm thick, {primaries} particles together.".Trim();
    }

    private static IReadOnlyList<(string, string)> Facts(RunPlan plan, ReplicateResult first) =>
    [
        ("quality", plan.Quality.ToString().ToLowerInvariant()), ("replicates", plan.Replicates.ToString()),
        ("active material", DeclaredConditions.Of(plan.Recipe).ActiveMaterialName),
        ("primaries a replicate", first.Film.Particles.Kind.Count(k => k != ParticleKind.ConductivePowder).ToString()), ("hydrodynamic tier", plan.Recipe.Dispersion.Tier(plan.Level.Primaries).ToString()), ("seed", plan.Recipe.Seed.ToString()),
    ];

    /// <summary>Stage measurements pooled over the replicates where they were, the first replicate's otherwise.</summary>
    private static StageSummary Stage(string name, IReadOnlyList<Measurement> own, AnalysisResult pooled) =>
        new(name, [.. own.Select(m => pooled.Find(m.Name) is { } p ? p with { Definition = m.Definition } : m)]);

    /// <summary>Metrics of the catalog whose windows did not fit the segment, and so were neither reported nor decided anything.</summary>
    private static IReadOnlyList<Unreported> Unreported(AnalysisResult analysis) =>
    [
        .. MetricCatalog.Metrics.SelectMany(m => m.Rows).Where(row => analysis.Find(row.Name) is null)
            .Select(row => new Unreported(row.Name, "the film segment holds fewer than 8 of its windows a replicate, or nothing that it measures; it decides nothing")),
    ];
}
