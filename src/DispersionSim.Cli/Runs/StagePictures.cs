using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.Imaging;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>The plots of each stage: its course, and what it left through the thickness; bands go from the least to the greatest replicate.</summary>
internal static class StagePictures
{
    private static readonly (string Curve, PlotStyle Style)[] Courses =
    [
        ("mean fragment size", new("agglomerate-size", "Mean fragment of a parent agglomerate (mass mean, in primaries) against shear strain.") { LogY = true }),
        ("surviving feedstock bonds", new("surviving-bonds", "Bonds of the powder that still hold, against shear strain.") { FromZero = true, Level = 0.05 }),
        ("single primaries", new("single-primaries", "Mass of primaries that touch no other in the slurry, against shear strain.") { FromZero = true }),
        ("solvent in the layer", new("drying-solvent", "Solvent in the whole layer against time: the drying history.") { FromZero = true }),
        ("film height", new("drying-height", "Height of the whole layer against time: it shrinks until its particles jam or its solution gels.") { FromZero = true }),
        ("capillary pressure", new("capillary-pressure", "Pressure of the liquid's surface on the particles while the film dries.")),
        ("binder at the gel point", new("binder-profile", "Binder in the solution through the layer at the gel point, over its mean (1-D balance).") { FromZero = true }),
        ("pressure and density", new("pressure-density", "Density of the layer against pressure: loading and spring-back (first replicate).")),
        ("line load and density", new("line-load-density", "Density of the layer against the rolls' line load (first replicate).")),
        ("pressure in the nip", new("nip-pressure", "Pressure on the layer against time in the nip (first replicate).")),
        ("furnace temperature", new("furnace-temperature", "Temperature of the furnace.")),
        ("imidisation", new("imidisation", "Imidised share of the precursor during heat treatment.") { FromZero = true }),
        ("binder remaining", new("binder-remaining", "Share of the cured binder that remains during heat treatment.") { FromZero = true }),
        ("copper oxide", new("copper-oxide", "Oxide on each side of the foil during heat treatment.") { FromZero = true }),
    ];

    /// <summary>Curves of loading that end at different loads: a mean over replicates would compare what is not alike.</summary>
    private static readonly string[] OfOneReplicate = ["pressure and density", "line load and density", "pressure in the nip"];

    /// <summary>The plots of a stage, in the order in which they are read.</summary>
    public static IReadOnlyList<Picture> Of(string stage, IReadOnlyList<ReplicateResult> replicates)
    {
        Checkpoint[] outcomes = [.. replicates.Select(r => r.Stages.Single(s => s.Name == stage).Outcome)];
        return
        [
            .. stage == "feedstock" ? [Sizes(outcomes)] : (Picture[])[],
            .. Courses.Select(c => (c.Style, Curves: Course(c.Curve, outcomes))).Where(c => c.Curves.Count > 0).Select(c => PlotRenderer.Svg(c.Curves, c.Style with { Caption = Banded(c.Style.Caption, c.Curves) })),
            .. outcomes[0].State.FilmTop > 0 ? [Profile(stage, outcomes)] : (Picture[])[],
        ];
    }

    private static IReadOnlyList<Curve> Course(string name, IReadOnlyList<Checkpoint> outcomes)
    {
        Curve[] all = [.. outcomes.SelectMany(o => o.Curves).Where(c => c.Name == name && c.X.Length > 1)];
        return OfOneReplicate.Contains(name, StringComparer.Ordinal) ? all[..Math.Min(1, all.Length)] : MeanOf(all);
    }

    /// <summary>Share of the primaries' volume below a diameter.</summary>
    private static Picture Sizes(IReadOnlyList<Checkpoint> outcomes)
    {
        double[] diameters = [.. outcomes.SelectMany(o => o.State.Particles.Radius).Select(r => 2 * r).Order()];
        double total = diameters.Sum(d => d * d * d), below = 0;
        Curve curve = new("primaries", "diameter", "m", "volume share below", "-", diameters, [.. diameters.Select(d => (below += d * d * d) / total)]);
        return PlotRenderer.Svg([curve], new("primary-sizes", "Primaries of all replicates: share of their volume below a diameter.") { FromZero = true });
    }

    /// <summary>Active material, and binder once it is laid down, through the thickness.</summary>
    private static Picture Profile(string stage, IReadOnlyList<Checkpoint> outcomes)
    {
        MeasuredState[] films = [.. outcomes.Select(o => new MeasuredState(o.State, new() { MedianDiameter = o.State.Particles.VolumeMedianDiameter(), PairRange = 0 }))];
        IEnumerable<Curve> Mean(string name, Func<MeasuredState, double[]> y) =>
            MeanOf([.. films.Select(f => new Curve(name, "height over thickness", "-", "volume fraction", "-", HeightSlices.Centres, y(f)))]);
        Curve[] curves = [.. Mean("active material", f => Fraction(f.Solid, f)), .. films[0].State.Binder is null ? [] : Mean("binder", f => Fraction(f.Binder, f))];
        return PlotRenderer.Svg(curves, new($"{stage}-profile", Banded($"What lies at each height after {stage.Replace('-', ' ')}, from the foil's mean plane to the layer's mean surface.", curves)) { FromZero = true });
    }

    /// <summary>The caption tells what a band is, so that the plot needs no legend for it.</summary>
    private static string Banded(string caption, IReadOnlyList<Curve> curves) =>
        curves[0].Low is null ? caption : $"{caption.TrimEnd('.')}; band: least to greatest of the replicates.";

    private static double[] Fraction(IEnumerable<BallMass> balls, MeasuredState film)
    {
        double slice = film.Thickness * film.State.Domain.Area / HeightSlices.Count;
        return [.. HeightSlices.Amounts(balls, film.Thickness).Select(v => v / slice)];
    }

    /// <summary>Mean with its range, unless all are alike; replicates share the abscissa to within a step, so the first one's is used.</summary>
    private static IReadOnlyList<Curve> MeanOf(IReadOnlyList<Curve> all)
    {
        if (all.Count < 2 || all.All(c => AreAlike(c.Y, all[0].Y)))
        {
            return [.. all.Take(1)];
        }

        int n = all.Min(c => c.X.Length);
        double[][] at = [.. Enumerable.Range(0, n).Select(i => all.Select(c => c.Y[i]).ToArray())];
        return [all[0] with { X = all[0].X[..n], Y = [.. at.Select(v => v.Average())], Low = [.. at.Select(v => v.Min())], High = [.. at.Select(v => v.Max())] }];
    }

    /// <summary>The same up to rounding: a balance of the whole layer knows nothing of the replicate.</summary>
    private static bool AreAlike(double[] one, double[] other) => one.Length == other.Length && one.Zip(other).All(p => Math.Abs(p.First - p.Second) <= 1e-6 * one.Max(Math.Abs));
}
