namespace DispersionSim.Analysis;

/// <summary>Contacts between active primaries in the finished film. In a dry layer nearly everything touches: reported beside the null, never deciding.</summary>
public sealed class FilmContacts : IMetric
{
    private static readonly MetricRow Coordination = new("film coordination number", "-", "Mean number of touching active neighbours of an active primary in the film.", "≥ 0", "own definition");
    private static readonly MetricRow Clustered = new("film contact-cluster share", "-", "Share of the active primaries in clusters of at least 3 that touch.", "0…1", "own definition");
    private static readonly MetricRow SameParent = new("same-parent contacts in film", "-", "Share of the film's contacts that join two primaries of the same agglomerate of the powder.", "0…1", "own definition");

    public IReadOnlyList<MetricRow> Rows { get; } = [Coordination, Clustered, SameParent];

    public IEnumerable<Reading> Measure(MeasuredReplicate replicate) => replicate.Film.Count > 0
        ?
        [
            Coordination.Read(replicate, s => 2.0 * s.TouchingPairs.Count / s.Count),
            Clustered.Read(replicate, s => Contacts.ClusterSizes(s.Count, s.TouchingPairs).Average(n => n >= 3 ? 1.0 : 0.0)),
            SameParent.Read(replicate, s => s.TouchingPairs.Select(c => Same(s, c)).DefaultIfEmpty(0).Average()),
        ]
        : [];

    private static double Same(MeasuredState film, (int I, int J) contact) =>
        film.Parents[contact.I] != 0 && film.Parents[contact.I] == film.Parents[contact.J] ? 1 : 0;
}
