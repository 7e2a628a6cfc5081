namespace DispersionSim.Analysis;

/// <summary>One replicate as the metrics see it.</summary>
public sealed class MeasuredReplicate
{
    public MeasuredReplicate(ReplicateSample sample, AnalysisScale scale)
    {
        (Sample, Scale) = (sample, scale);
        Slurry = new(sample.Slurry, scale);
        Film = new(sample.Film, scale);
        NullFilms = [.. sample.NullFilms.Select(n => new MeasuredState(n, scale))];
    }

    public ReplicateSample Sample { get; }

    public AnalysisScale Scale { get; }

    public MeasuredState Slurry { get; }

    public MeasuredState Film { get; }

    public IReadOnlyList<MeasuredState> NullFilms { get; }
}
