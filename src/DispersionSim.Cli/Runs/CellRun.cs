using DispersionSim.Analysis;
using DispersionSim.Cell;
using DispersionSim.Core;

namespace DispersionSim.Cli;

/// <summary>Builds a cell from each replicate's layer and discharges it.</summary>
internal static class CellRun
{
    public static IReadOnlyList<CellResult> Of(Recipe recipe, IReadOnlyList<ReplicateResult> replicates) =>
        [.. replicates.Select(r => VirtualCell.Assemble(recipe.Cell, Facts(r)).Run())];

    public static CellEvidence Evidence(Recipe recipe, IReadOnlyList<CellResult> cells)
    {
        double[] capacity = [.. cells.Select(c => c.ArealCapacity)];
        string text = $"{CellWords.Protocol(recipe.Cell)} against {CellWords.PositiveElectrode(recipe.Cell)}: {cells.Count(c => c.TakesAndGivesCharge)} of {cells.Count} cells take and give charge";
        return new(cells.All(c => c.TakesAndGivesCharge), capacity.Average(), "A h/m^2", StudentInterval.OfMean(capacity), text);
    }

    private static NegativeElectrodeFacts Facts(ReplicateResult replicate)
    {
        ElectrodeState film = replicate.Film;
        ParticleSet p = film.Particles;
        double volume = film.Domain.Area * film.FilmTop, silicon = p.TotalVolume(ParticleKind.Silicon) + p.TotalVolume(ParticleKind.SiliconAlloy);
        double solid = p.TotalVolume() + (film.Binder?.TotalVolume ?? 0);
        double[] reach = ReachableFromFoil(film);
        return new(
            film.FilmTop / film.SegmentScale,
            (film.Ledger[Species.Silicon] + film.Ledger[Species.SiliconAlloy]) / film.Domain.Area / film.SegmentScale,
            1 - (solid / volume),
            silicon / volume,
            3 * silicon / p.Radius.Sum(r => 4 * Math.PI * r * r),
            reach.Sum() / p.TotalVolume(),
            reach.Length > 0,
            replicate.Measurements.Last(m => m.Name == StageNames.BinderRemaining).Value);
    }

    /// <summary>Volumes of the particles that rings of binder (hence contacts) join to the foil.</summary>
    private static double[] ReachableFromFoil(ElectrodeState film)
    {
        BinderRing[] rings = film.Binder?.Rings ?? [];
        var clusters = new Clusters(film.Particles.Count, rings.Where(r => r.J >= 0).Select(r => (r.I, r.J)));
        HashSet<int> grounded = [.. rings.Where(r => r.J < 0).Select(r => clusters.Root(r.I))];
        return [.. Enumerable.Range(0, film.Particles.Count).Where(i => grounded.Contains(clusters.Root(i))).Select(film.Particles.VolumeOf)];
    }
}
