using DispersionSim.Analysis;
using DispersionSim.Cell;
using DispersionSim.Core;

namespace DispersionSim.Cli;

/// <summary>Builds a cell from each replicate's layer and discharges it.</summary>
internal static class CellRun
{
    public static IReadOnlyList<CellResult> Of(Recipe recipe, IReadOnlyList<ReplicateResult> replicates) =>
        [.. replicates.Select(r => VirtualCell.Assemble(recipe.Cell, Facts(recipe, r)).Run())];

    public static CellEvidence Evidence(Recipe recipe, IReadOnlyList<CellResult> cells)
    {
        double[] capacity = [.. cells.Select(c => c.ArealCapacity)];
        int working = cells.Count(c => c.TakesAndGivesCharge);
        string text = $"{CellWords.Protocol(recipe.Cell)} against {CellWords.PositiveElectrode(recipe.Cell)}: {working} of {cells.Count} cells take and give charge{Failures(cells)}";
        return new(working, cells.Count, capacity.Average(), "A h/m^2", StudentInterval.OfMean(capacity), text);
    }

    private static string Failures(IReadOnlyList<CellResult> cells) =>
        string.Concat(cells.Where(c => !c.TakesAndGivesCharge).Select(c => c.Why).Distinct(StringComparer.Ordinal).Select(why => $"; {why}"));

    private static NegativeElectrodeFacts Facts(Recipe recipe, ReplicateResult replicate)
    {
        ElectrodeState film = replicate.Film;
        ParticleSet p = film.Particles;
        int[] active = [.. Enumerable.Range(0, p.Count).Where(i => p.Kind[i] != ParticleKind.ConductivePowder)];
        double volume = film.Domain.Area * film.FilmTop, activeVolume = active.Sum(p.VolumeOf);
        double solid = p.TotalVolume() + (film.Binder?.TotalVolume ?? 0);
        double mass = film.Ledger[Species.Silicon] + (recipe.Feedstock.AlloySiliconFraction * film.Ledger[Species.SiliconAlloy]);
        bool[] joined = FoilPaths.Of(film);
        return new(
            film.FilmTop / film.SegmentScale,
            mass / film.Domain.Area / film.SegmentScale,
            1 - (solid / volume),
            Math.Min(mass / MaterialCatalog.Silicon.Density.Value, activeVolume) / volume,
            3 * activeVolume / active.Sum(i => 4 * Math.PI * p.Radius[i] * p.Radius[i]),
            active.Where(i => joined[i]).Sum(p.VolumeOf) / activeVolume,
            joined.Contains(value: true),
            replicate.Measurements.Last(m => m.Name == StageNames.BinderRemaining).Value);
    }
}
