using DispersionSim.Core;
using DispersionSim.Imaging;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>Pictures of a layer: cross-sections with their masks, the 3-D view, and the plots of a run.</summary>
internal static class RunPictures
{
    private const int WidestPicture = 2000;

    public static IReadOnlyList<SectionPictures> Sections(Recipe recipe, ElectrodeState film, ulong seed, int threads) =>
    [
        .. SectionRenderer.Render(film, Fitting(recipe.Images, film), seed, threads).Select(s => new SectionPictures(s.Image,
        [
            new("Phases", MaskKind.Phase, s.Phase),
            new("Particles", MaskKind.Id, s.Particle),
            new("Agglomerates", MaskKind.Id, s.Agglomerate),
        ])),
    ];

    /// <summary>Pixels no finer than a field of <see cref="WidestPicture"/> pixels allows: a wide film would make the report too large to open.</summary>
    private static ImagingOptions Fitting(ImagingOptions images, ElectrodeState film) =>
        images with { PixelSize = Math.Max(images.PixelSize, film.Domain.Size.X / WidestPicture) };

    public static Picture View(Recipe recipe, ElectrodeState film, int threads) => View3d.Render(film, recipe.Images, threads);

    /// <summary>The plots that belong to no stage: pooled functions, and the virtual cell.</summary>
    public static IReadOnlyList<Picture> Plots(RunVerdict verdict)
    {
        var plots = new List<Picture>();
        foreach (Curve curve in verdict.Analysis.Curves)
        {
            Add(plots, [curve], new(FileName(curve.Name), Caption(curve)) { FromZero = true });
        }

        Add(plots, [.. verdict.Cells.Take(1).Select(c => c.Discharge)], new("discharge", "Discharge of the virtual cell (first replicate)."));
        return plots;
    }

    private static void Add(List<Picture> plots, IReadOnlyList<Curve> curves, PlotStyle style)
    {
        if (curves.Count > 0 && curves.All(c => c.X.Length > 1))
        {
            plots.Add(PlotRenderer.Svg(curves, style));
        }
    }

    private static string Caption(Curve curve) =>
        $"{Sentence(curve.Name)}{(curve.Low is null ? "" : $"; band: {curve.BandName}")}.";

    private static string Sentence(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string FileName(string name) =>
        string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')).Trim('-');
}
