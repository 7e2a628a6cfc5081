using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Conductive powder in the layer: how much, and whether its own particles lead from the foil to the upper surface.</summary>
public sealed class ConductivePowder : IMetric
{
    // Half a median diameter from the foil or from the surface counts as there: the surfaces are rough on that scale.
    private const double Reach = 0.5;

    public static MetricRow Fraction { get; } = new("conductive powder volume fraction", "-", "Volume of the conductive powder over the volume of the layer.", "0…1", "own definition");

    private static readonly MetricRow Percolating = new("conductive powder percolating share", "-", "Share of the conductive powder in clusters of touching powder particles that lead from the foil to the upper surface.", "0…1", "own definition");

    public IReadOnlyList<MetricRow> Rows { get; } = [Fraction, Percolating];

    public IEnumerable<Reading> Measure(MeasuredReplicate replicate)
    {
        ParticleSet particles = replicate.Film.State.Particles;
        double volume = particles.TotalVolume(ParticleKind.ConductivePowder);
        if (replicate.Film.Thickness > 0)
        {
            yield return Fraction.Read(volume / (replicate.Film.State.Domain.Area * replicate.Film.Thickness));
        }

        if (volume > 0)
        {
            yield return Percolating.Read(PercolatingShare(replicate.Film));
        }
    }

    private static double PercolatingShare(MeasuredState film)
    {
        ParticleSet all = film.State.Particles;
        int[] powder = [.. Enumerable.Range(0, all.Count).Where(i => all.Kind[i] == ParticleKind.ConductivePowder)];
        Vector3d[] centres = [.. powder.Select(i => all.Position[i])];
        double[] radii = [.. powder.Select(i => all.Radius[i])];
        var clusters = new Clusters(powder.Length, Contacts.Find(film.State.Domain, centres, radii, 1e-5 * radii.Average()));
        double reach = Reach * film.Scale.MedianDiameter;
        HashSet<int> low = [.. Where(i => centres[i].Z - radii[i] <= Foil(film, centres[i]) + reach)], high = [.. Where(i => centres[i].Z + radii[i] >= film.Thickness - reach)];
        return Enumerable.Range(0, powder.Length).Where(i => low.Contains(clusters.Root(i)) && high.Contains(clusters.Root(i))).Sum(i => all.VolumeOf(powder[i]))
            / powder.Sum(all.VolumeOf);

        IEnumerable<int> Where(Func<int, bool> near) => Enumerable.Range(0, powder.Length).Where(near).Select(clusters.Root);
    }

    private static double Foil(MeasuredState film, Vector3d at) => film.State.Foil?.HeightAt(at.X, at.Y) ?? 0;
}
