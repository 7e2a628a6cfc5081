using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.Imaging;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>The folder of measured micrographs: a page with overlays, plots and numbers.</summary>
internal static class MicrographOutputs
{
    /// <summary>Writes the folder.</summary>
    /// <param name="pictures">The pictures, cut into particles, each with its overlay.</param>
    /// <param name="study">What was measured on them.</param>
    /// <param name="options">How they were cut.</param>
    /// <param name="document">The numbers.</param>
    /// <param name="path">The folder.</param>
    /// <returns>Path of the page.</returns>
    /// <exception cref="InputException">The folder is in use.</exception>
    public static string Write(IReadOnlyList<(string File, Micrograph Found, Picture Overlay)> pictures, MicrographStudy study, MicrographOptions options, MetricsDocument document, string path)
    {
        Picture[] drawn = [.. pictures.Select(p => p.Overlay), .. Plots(study)];
        (string, string)[] facts =
        [
            ("pictures", string.Join(", ", pictures.Select(p => Path.GetFileName(p.File)))),
            ("pixel", Quantity.Rounded(options.PixelSize, "m").Replace("um", "µm", StringComparison.Ordinal)),
            ("preparation", Preparation(options)),
            ("threshold", string.Join(", ", pictures.Select(p => p.Found.Threshold is { } t ? FormattableString.Invariant($"{t:F1}") : "labels given"))),
            ("null", study.Verdict.Sections.Count > 0 ? study.Verdict.Sections[0].Null : "none"),
        ];
        string[] notes = [$"{study.Verdict.Word}: {study.Verdict.Reason}", .. study.Notes];
        Measurement[] headline = [.. study.Measured.Where(m => m.Name is "area fraction" or "particles" or "mean diameter" or "mean sphere diameter")];
        return MeasuredPage.Write(path, RunFileNames.MicrographPage, new("micrograph", $"{Path.GetFileName(pictures[0].File)} — {study.Verdict.Word}", headline, facts, notes, drawn, study.Measured), document);
    }

    private static string Preparation(MicrographOptions o) => o.Labels is { } labels ? $"labels {string.Join(", ", labels)} given" : string.Join(
        "; ",
        new[]
        {
            o.FlatField is { } f ? $"light over {Quantity.Rounded(f, "m")} taken off" : null,
            o.Curtaining ? "stripes taken off" : null,
            o.Median switch { null => "median by the noise", 0 => null, { } m => $"median over {(2 * m) + 1} x {(2 * m) + 1} pixels" },
            o.Threshold is { } t ? FormattableString.Invariant($"threshold at {t} of the range") : $"Otsu's threshold, {o.Classes} classes",
            o.Dark ? "particles dark" : "particles bright",
            o.FillHoles ? "holes smaller than the mean particle filled" : "holes kept",
        }.OfType<string>());

    /// <summary>A picture with the outlines of the particles found in it.</summary>
    public static Picture Overlay((string File, GreyImage Image, Micrograph Found) p, int number) => MicrographOverlay.Draw(
        p.Image, p.Found.Basins, $"profile-overlay-{number}", $"{Path.GetFileName(p.File)} with the outlines of the {p.Found.Particles.Count} particles found. Check by eye: is every particle outlined, and touching ones parted?");

    private static IEnumerable<Picture> Plots(MicrographStudy study) => Plots(study.Functions);

    /// <summary>Plots of those functions that are there.</summary>
    public static IEnumerable<Picture> Plots(IReadOnlyList<Curve> functions)
    {
        (string Name, PlotStyle Style)[] plots =
        [
            ("L function", new("l-function", "L(r) − r of the centres in the first picture; above the envelope of the null, where there is one, particles are crowded, below it they keep apart.")),
            ("nearest-neighbour function", new("nearest-neighbours", "Share of particles with a neighbour within r, first picture.") { FromZero = true }),
            ("diameters", new("diameters", "Equivalent diameters of the sections.") { FromZero = true }),
            ("CoV of particles", new("tiles", "Coefficient of variation of the area fraction against the window, first picture; dashed at 5 %.") { LogX = true, LogY = true, Level = 0.05 }),
            ("S2 of particles", new("two-point", "Two-point probability of the particles, first picture; it falls from the fraction to its square.") { FromZero = true }),
        ];
        return plots.SelectMany(p => functions.Where(c => c.Name == p.Name && c.X.Length > 1).Take(1).Select(c => PlotRenderer.Svg([c], p.Style)));
    }
}
