namespace DispersionSim.Analysis;

/// <summary>Which window sizes a replicate's films are large enough for.</summary>
public static class WindowRule
{
    /// <summary>The film and all its nulls hold enough windows that do not overlap.</summary>
    /// <param name="edge">Edge of a window, m.</param>
    public static bool Allows(MeasuredReplicate replicate, double edge) =>
        edge > 0 && replicate.NullFilms.Append(replicate.Film).All(s => s.Count > 0 && s.Windows(edge).Windows >= replicate.Scale.MinimumWindows);
}
