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

    /// <summary>Every plot of the report, from pooled functions and from the replicates' stage curves.</summary>
    public static IReadOnlyList<Picture> Plots(RunVerdict verdict, IReadOnlyList<ReplicateResult> replicates)
    {
        var plots = new List<Picture>();
        void Stage(string curve, PlotStyle style) => Add(plots, MeanOf(replicates, curve), style);
        Stage("mean fragment size", new("agglomerate-size", "Mean fragment of a parent agglomerate (mass mean, in primaries) against shear strain; band: least to greatest of the replicates.") { LogY = true });
        Stage("surviving feedstock bonds", new("surviving-bonds", "Bonds of the powder that still hold, against shear strain.") { FromZero = true, Level = 0.05 });
        Stage("single primaries", new("single-primaries", "Mass of primaries that touch no other in the slurry, against shear strain.") { FromZero = true });
        foreach (Curve curve in verdict.Analysis.Curves)
        {
            Add(plots, [curve], new(FileName(curve.Name), Caption(curve)) { FromZero = true });
        }

        Stage("binder at the gel point", new("binder-profile", "Binder in the solution through the layer at the gel point, over its mean (1-D balance).") { FromZero = true });
        Stage("capillary pressure", new("capillary-pressure", "Pressure of the liquid's surface on the particles while the film dries."));
        Add(plots, [.. replicates.SelectMany(r => r.Curves).Where(c => c.Name == "pressure and density").Take(1)], new("pressure-density", "Density of the layer against pressure: loading and spring-back (first replicate)."));
        foreach (Curve curve in replicates[0].Stages[^1].Outcome.Curves)
        {
            Add(plots, [curve], new(FileName(curve.Name), $"{Sentence(curve.Name)} during heat treatment.") { FromZero = curve.YUnit == "-" });
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

    /// <summary>Mean over replicates of a stage's curve with its range; replicates share the abscissa to within a step, so the first one's is used.</summary>
    private static IReadOnlyList<Curve> MeanOf(IReadOnlyList<ReplicateResult> replicates, string name)
    {
        Curve[] all = [.. replicates.SelectMany(r => r.Curves).Where(c => c.Name == name)];
        if (all.Length == 0)
        {
            return [];
        }

        int n = all.Min(c => c.X.Length);
        double[][] at = [.. Enumerable.Range(0, n).Select(i => all.Select(c => c.Y[i]).ToArray())];
        Curve mean = all[0] with { X = all[0].X[..n], Y = [.. at.Select(v => v.Average())] };
        return [all.Length < 2 ? mean : mean with { Low = [.. at.Select(v => v.Min())], High = [.. at.Select(v => v.Max())], BandName = "least to greatest" }];
    }

    private static string Caption(Curve curve) =>
        $"{Sentence(curve.Name)}{(curve.Low is null ? "" : $"; band: {curve.BandName}")}.";

    private static string Sentence(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string FileName(string name) =>
        string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')).Trim('-');
}
