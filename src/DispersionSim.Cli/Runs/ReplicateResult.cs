using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>One replicate's stages from powder to sintered layer, and its process null.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Stages">Name and outcome of each stage.</param>
/// <param name="Nulls">The last states of its process nulls.</param>
internal sealed record ReplicateResult(int Number, ulong Seed, IReadOnlyList<(string Name, Checkpoint Outcome)> Stages, IReadOnlyList<ElectrodeState> Nulls)
{
    public ElectrodeState Film => Stages[^1].Outcome.State;

    public ElectrodeState Slurry => Stages.First(s => s.Outcome.State.Phase == StructurePhase.Slurry).Outcome.State;

    /// <summary>The balance of each stage; none before there is a film whose area they could refer to.</summary>
    public IReadOnlyList<BalanceSheet> Balances { get; } = BalancesOf(Stages);

    public IEnumerable<Measurement> Measurements => Stages.SelectMany(s => s.Outcome.Measurements).Concat(Balances.SelectMany(b => b.Measurements()));

    public IEnumerable<Curve> Curves => Stages.SelectMany(s => s.Outcome.Curves);

    private static BalanceSheet[] BalancesOf(IReadOnlyList<(string Name, Checkpoint Outcome)> stages)
    {
        ElectrodeState? film = stages.Select(s => s.Outcome.State).FirstOrDefault(s => s.Phase == StructurePhase.WetFilm);
        return film is null ? [] : [.. stages.Select((s, k) => BalanceSheet.Of(s.Name, k == 0 ? Process.Pipeline.Nothing : stages[k - 1].Outcome.State, s.Outcome.State, film.Domain.Area * film.SegmentScale))];
    }
}
