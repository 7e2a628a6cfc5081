using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>The report in a run folder: written from its content, and made again from the folder's files.</summary>
public static class ReportFolder
{
    private static readonly (string Suffix, string Label, MaskKind Kind)[] Masks =
    [
        ("phase", "Phases", MaskKind.Phase), ("particle", "Particles", MaskKind.Id), ("agglomerate", "Agglomerates", MaskKind.Id),
    ];

    /// <summary>Writes plots, <c>report.json</c>, <c>report.html</c> and <c>exhibit.html</c>; images (<see cref="WriteImages"/>), metrics, claims, recipe and states are written by their own writers.</summary>
    public static void Write(RunFolder folder, ReportContent content)
    {
        folder.WritePictures(RunFileNames.Plots, content.Plots);
        AtomicFile.Write(folder.ReportContent, ReportFile.ToJson(content));
        WritePages(folder, content);
    }

    /// <summary>Writes the pictures of the layer alone.</summary>
    /// <remarks>Sections are <c>section-N.png</c> with masks <c>section-N.phase.png</c>, <c>.particle.png</c>, <c>.agglomerate.png</c>; the 3-D view is <c>view-3d.png</c>.</remarks>
    public static void WriteImages(RunFolder folder, IReadOnlyList<SectionPictures> sections, Picture view) =>
        folder.WritePictures(RunFileNames.Images, sections.SelectMany(s => s.Masks.Select(m => m.Picture).Prepend(s.Image)).Append(view));

    /// <summary>Writes the report and the exhibit alone.</summary>
    public static void WritePages(RunFolder folder, ReportContent content)
    {
        AtomicFile.Write(folder.Report, ReportBuilder.Build(content));
        AtomicFile.Write(folder.At(RunFileNames.Exhibit), ExhibitPage.Build(content));
    }

    /// <summary>The content from the folder: what <see cref="Write"/> wrote, with the metrics, claims, recipe and last state that lie there.</summary>
    /// <exception cref="InputException">A needed file is absent or damaged.</exception>
    public static ReportContent Read(RunFolder folder)
    {
        (ReportContent content, IReadOnlyDictionary<string, string> captions) = ReportFile.Parse(folder.ReportContent, FileFault.ReadAll(folder.ReportContent));
        return content with
        {
            Claims = ClaimsDocument.Read(folder.Claims).Claims,
            Metrics = MetricsDocument.Read(folder.Metrics).Metrics,
            RecipeText = File.Exists(folder.Recipe) ? System.Text.Encoding.UTF8.GetString(FileFault.ReadAll(folder.Recipe)) : "",
            Structure = LastState(folder),
            Sections = [.. Enumerable.Range(1, int.MaxValue - 1).Select(n => Section(folder, n, captions)).TakeWhile(s => s is not null).Select(s => s!)],
            View3D = ReadPicture(folder.At(RunFileNames.Images, RunFileNames.View3D), captions),
            Plots = [.. captions.Keys.Select(name => ReadPicture(folder.At(RunFileNames.Plots, name), captions)).OfType<Picture>()],
        };
    }

    private static ElectrodeState? LastState(RunFolder folder) => folder.FindLastState() is { } file ? StateReader.Read(file).State : null;

    private static SectionPictures? Section(RunFolder folder, int number, IReadOnlyDictionary<string, string> captions) =>
        ReadPicture(folder.At(RunFileNames.Images, RunFileNames.Section(number)), captions) is Picture image
            ? new(image, [.. Masks.Select(m => Mask(folder, number, m, captions)).OfType<MaskPicture>()])
            : null;

    private static MaskPicture? Mask(RunFolder folder, int number, (string Suffix, string Label, MaskKind Kind) mask, IReadOnlyDictionary<string, string> captions) =>
        ReadPicture(folder.At(RunFileNames.Images, RunFileNames.SectionMask(number, mask.Suffix)), captions) is Picture picture ? new(mask.Label, mask.Kind, picture) : null;

    private static Picture? ReadPicture(string path, IReadOnlyDictionary<string, string> captions)
    {
        string name = Path.GetFileName(path);
        return File.Exists(path) ? new(name, MediaType(name), captions.GetValueOrDefault(name, ""), FileFault.ReadAll(path)) : null;
    }

    private static string MediaType(string name) => Path.GetExtension(name) == ".svg" ? "image/svg+xml" : "image/png";
}
