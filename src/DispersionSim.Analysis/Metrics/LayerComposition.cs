using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Thickness of the layer and what fills it, per volume between the foil and the film's mean upper surface.</summary>
/// <remarks>Volumes are those of the spheres and of the binder's films and rings; the flattening of pressed contacts is not taken off.</remarks>
public sealed class LayerComposition : IMetric
{
    private static readonly MetricRow Thickness = new("layer thickness", "m", "Mean upper surface of the layer over the foil's mean plane.", "> 0", "own definition");
    private static readonly MetricRow Porosity = new("layer porosity", "-", "One less the volume fractions of all particles and of the binder.", "0…1", "own definition");
    private static readonly MetricRow Solid = new("active volume fraction", "-", "Volume of the active primaries over the volume of the layer.", "0…1", "own definition");
    private static readonly MetricRow Binder = new("binder volume fraction", "-", "Volume of the binder over the volume of the layer.", "0…1", "own definition");

    public IReadOnlyList<MetricRow> Rows { get; } = [Thickness, Porosity, Solid, Binder];

    public IEnumerable<Reading> Measure(MeasuredReplicate replicate) => replicate.Film.Thickness > 0
        ?
        [
            Thickness.Read(replicate, s => s.Thickness),
            Porosity.Read(replicate, s => 1 - Share(s, s.State.Particles.TotalVolume() + BinderVolume(s))),
            Solid.Read(replicate, s => Share(s, s.Volumes.Sum())),
            Binder.Read(replicate, s => Share(s, BinderVolume(s))),
        ]
        : [];

    private static double BinderVolume(MeasuredState film) => film.State.Binder?.TotalVolume ?? 0;

    private static double Share(MeasuredState film, double volume) => volume / (film.State.Domain.Area * film.Thickness);
}
