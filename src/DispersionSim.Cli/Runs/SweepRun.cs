using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Process;

namespace DispersionSim.Cli;

/// <summary>Shears the powder of every replicate again under other assumptions: a third and three times the pull-off force, tiers T0 and T1 of hydrodynamics.</summary>
/// <remarks>
/// What holds primaries together in the solution is the least known of all constants, and what the fluid does to an aggregate is known only by
/// tiers: a verdict that turns within this range is none. Tier T3 is too dear to be swept.
/// </remarks>
internal sealed class SweepRun(RunPlan plan, int threads, ProgressReporter progress)
{
    private const double Factor = 3;

    private int done;

    /// <summary>The sweep over finished replicates; null where they are too few for a verdict, or nothing was sheared.</summary>
    public BreakupSweep? Run(IReadOnlyList<ReplicateResult> replicates, CancellationToken stop)
    {
        Recipe recipe = plan.Recipe;
        if (replicates.Count < recipe.Claims.MinimumReplicates || !recipe.Stages.Contains("dispersion"))
        {
            return null;
        }

        Declarations declared = DeclaredConditions.Of(recipe);
        SweepCase own = BreakupSweep.Judge("the run's own", [.. replicates.Select(r => r.Slurry)], declared, recipe.Claims);
        (string Words, Recipe Changed)[] assumptions = [.. Assumptions(recipe, recipe.Dispersion.Tier(plan.Level.Primaries))];
        int total = assumptions.Length * replicates.Count;
        SweepCase[] cases = [.. assumptions.Select(a => BreakupSweep.Judge(a.Words, Shear(a.Changed, replicates, total, stop), declared, recipe.Claims))];
        return new(own.Outcome, cases);
    }

    private static IEnumerable<(string Words, Recipe Changed)> Assumptions(Recipe recipe, HydrodynamicTier own) =>
        from tier in new[] { HydrodynamicTier.T0, HydrodynamicTier.T1 }
        from force in new[] { (Words: "a third of the pull-off force", Factor: 1 / Factor), (Words: "the same pull-off force", Factor: 1), (Words: "three times the pull-off force", Factor) }
        where tier != own || force.Factor != 1
        select ($"{force.Words} in tier {tier}", recipe with
        {
            Interaction = recipe.Interaction.Holding(recipe.Interaction.PullOff * force.Factor),
            Dispersion = recipe.Dispersion with { Hydrodynamics = tier },
        });

    private ElectrodeState[] Shear(Recipe changed, IReadOnlyList<ReplicateResult> replicates, int total, CancellationToken stop)
    {
        var slurries = new ElectrodeState[replicates.Count];
        SideBySide.Run(replicates.Count, threads, stop, k =>
        {
            ReplicateResult replicate = replicates[k];
            ElectrodeState powder = replicate.Stages.Last(s => s.Outcome.State.Phase == StructurePhase.Powder).Outcome.State;
            var stage = new DispersionStage(changed.Dispersion, changed.Slurry, changed.Interaction);
            slurries[k] = stage.Run(powder, new() { Seed = replicate.Seed, Stop = stop }).State;
            progress.Step((double)Interlocked.Increment(ref done) / total, "shearing again under other assumptions");
        });
        return slurries;
    }
}
