using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>Verdicts that measured files give, with all that an exhibit on them shows.</summary>
/// <param name="Claims">Claims 1 and 3.</param>
/// <param name="Sections">The verdict on micrographs; null where none was given.</param>
/// <param name="Parts">Files, figures, definitions.</param>
internal sealed record MeasuredCase(IReadOnlyList<ClaimVerdict> Claims, SectionVerdict? Sections, MeasuredParts Parts)
{
    private static readonly string[] Limits =
    [
        "What is declared was not measured: nobody looked at it here.",
        "Positions alone do not tell an agglomerate that is as dense as its surroundings from primaries that came together by chance: only those denser than the layer are seen, how often is tabled in docs/validation.md, \"Power\".",
        "Evenness is that of the sections given. Whether they are independent, and fair to the electrode, is for whoever took them to say.",
        "Particles are what threshold and watershed make of the picture: the outlines in the figure are there to be checked by eye.",
    ];

    /// <summary>Writes the exhibit into a new folder.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="InputException">The folder is in use.</exception>
    public string Write(string path, DateTimeOffset now)
    {
        using RunFolder folder = RunFolder.Create(path);
        string[] files = [.. Parts.Sources.Select(s => s.File)];
        ReportContent content = new()
        {
            Title = $"Measured files: {files[0]}{(files.Length > 1 ? $" and {files.Length - 1} more" : "")}",
            Headline = ReportContent.HeadlineOf(Claims),
            Claims = Claims,
            Sensitivity = [.. Sensitivities()],
            Metrics = Parts.Definitions,
            Notes = [.. Sections is null ? Limits.Take(1) : Limits, .. Parts.Notes],
            Provenance = [("program", $"{Provenance.Program} {RunPlan.Version.Split('+')[0]}"), ("date", now.ToString("yyyy-MM-dd")), ("files", files.Length.ToString())],
        };
        AtomicFile.Write(folder.Claims, new ClaimsDocument(Claims).ToJson());
        string exhibit = folder.At(RunFileNames.Exhibit);
        AtomicFile.Write(exhibit, ExhibitPage.Build(content, new(
            "what whoever asked for this exhibit vouches for, and no file shows", "on the files named below, value with its 95 % interval", Parts.Sources, Parts.Figures)));
        return exhibit;
    }

    private IEnumerable<(string, string)> Sensitivities()
    {
        foreach ((string change, string word) in Sections?.Others ?? [])
        {
            yield return ($"micrographs {change}", word == Sections!.Word ? $"{word}, as above" : word);
        }

        foreach (Evidence e in Claims.SelectMany(c => c.Evidence).Where(e => e.Margin.Length > 0 && e.Name != SectionEvidence.Name).DistinctBy(e => (e.Name, e.Threshold)))
        {
            yield return ($"{e.Name}, {e.Threshold}", e.Margin);
        }

        yield return ("adhesion, hydrodynamic tier", "assumptions of simulated slurries: nothing here rests on them");
    }
}
