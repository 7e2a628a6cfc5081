using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>How far a deciding figure is from the value at which its verdict flips.</summary>
/// <param name="Claim">The claim that it decides.</param>
/// <param name="Name">The figure.</param>
/// <param name="Value">In <paramref name="Unit"/>.</param>
/// <param name="Interval">95 % interval, or null.</param>
/// <param name="Limit">Where the verdict flips, same unit.</param>
/// <param name="AtMost">The claim asks for at most the limit; otherwise for at least.</param>
/// <param name="Unit">SI unit.</param>
/// <param name="Remark">One sentence, e.g. what would flip it; may be empty.</param>
public sealed record Margin(int Claim, string Name, double Value, Interval? Interval, double Limit, bool AtMost, string Unit, string Remark = "");

/// <summary>What the values of a mask mean.</summary>
public enum MaskKind
{
    /// <summary>Phase numbers.</summary>
    Phase,

    /// <summary>Ids from 1, 0 for none.</summary>
    Id,
}

/// <summary>A mask over a section: grey values that the report turns into colours.</summary>
/// <param name="Label">On its button, e.g. "Phases".</param>
public sealed record MaskPicture(string Label, MaskKind Kind, Picture Picture);

/// <summary>A cross-section image and the masks that lie pixel by pixel over it.</summary>
public sealed record SectionPictures(Picture Image, IReadOnlyList<MaskPicture> Masks);

/// <summary>What one stage of the process measured.</summary>
public sealed record StageSummary(string Stage, IReadOnlyList<Measurement> Measurements)
{
    /// <summary>What went into it and what came out, mean of the replicates; null where it has none.</summary>
    public BalanceSheet? Balance { get; init; }

    /// <summary>Names of those of the report's plots that show this stage.</summary>
    public IReadOnlyList<string> Plots { get; init; } = [];
}

/// <summary>Something the report leaves out, and why.</summary>
public sealed record Unreported(string Name, string Why);

/// <summary>Everything the report says; the builder decides nothing but how it looks.</summary>
public sealed record ReportContent
{
    /// <summary>Name of the recipe.</summary>
    public required string Title { get; init; }

    /// <summary>The answer in one sentence; <see cref="HeadlineOf"/> makes it from the verdicts.</summary>
    public required string Headline { get; init; }

    /// <summary>Two or three sentences under the headline; may be empty.</summary>
    public string Summary { get; init; } = "";

    /// <summary>A few short facts for the head: replicates, quality, hydrodynamics tier.</summary>
    public IReadOnlyList<(string Name, string Value)> Facts { get; init; } = [];

    public IReadOnlyList<ClaimVerdict> Claims { get; init; } = [];

    public IReadOnlyList<Margin> Margins { get; init; } = [];

    /// <summary>What would flip a verdict: an assumption or criterion, and where it turns.</summary>
    public IReadOnlyList<(string Assumption, string Outcome)> Sensitivity { get; init; } = [];

    public IReadOnlyList<SectionPictures> Sections { get; init; } = [];

    /// <summary>A picture of the structure; stands in where the interactive view cannot run, and on paper.</summary>
    public Picture? View3D { get; init; }

    /// <summary>The structure for the interactive view, or null.</summary>
    public ElectrodeState? Structure { get; init; }

    /// <summary>Every plot; those that a stage names are shown on its page.</summary>
    public IReadOnlyList<Picture> Plots { get; init; } = [];

    /// <summary>Pooled over the replicates.</summary>
    public IReadOnlyList<Measurement> Metrics { get; init; } = [];

    public IReadOnlyList<StageSummary> Stages { get; init; } = [];

    public IReadOnlyList<Unreported> Unreported { get; init; } = [];

    /// <summary>Limits of the models that the reader must know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public string RecipeText { get; init; } = "";

    /// <summary>Version, seed, device, hashes.</summary>
    public IReadOnlyList<(string Name, string Value)> Provenance { get; init; } = [];

    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>"12 of 16 claims are supported, 3 are not, 1 is inconclusive."</summary>
    public static string HeadlineOf(IReadOnlyList<ClaimVerdict> claims)
    {
        int Count(Verdict v) => claims.Count(c => c.Verdict == v);
        int supported = Count(Verdict.Supported), not = Count(Verdict.NotSupported), open = Count(Verdict.Inconclusive);
        string[] rest = [.. not > 0 ? (string[])[$"{not} {Verb(not)} not"] : [], .. open > 0 ? (string[])[$"{open} {Verb(open)} inconclusive"] : []];
        string head = supported == claims.Count ? $"All {claims.Count} claims are supported" : $"{supported} of {claims.Count} claims {Verb(supported)} supported";
        return string.Join(", ", rest.Prepend(head)) + ".";
    }

    private static string Verb(int count) => count == 1 ? "is" : "are";
}
