using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.Imaging;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>The folder of a measured volume: a page, its pictures, its numbers.</summary>
internal static class VolumeOutputs
{
    /// <summary>Curves of a plot that are drawn with their bands.</summary>
    private const int MostBanded = 3;

    private static readonly (string Prefix, string File, string Caption, bool Log, bool AlongAxes)[] Plots =
    [
        ("S2 of", "two-point", "Two-point probability: both ends of a step lie in the phase; it falls from the fraction to its square. Periodic, mean over all directions.", false, false),
        ("S2 of", "two-point-axes", "Two-point probability along each axis, of pairs inside the field: unlike where a phase is stretched.", false, true),
        ("S12 over", "cross-correlation", "Cross-correlation of two phases: 1 where they know nothing of each other.", false, false),
        ("Lacey index of", "lacey", "Lacey index: 1 where tiles are mixed as the null's are, 0 where they are of one kind.", false, false),
        ("CoV of", "tiles", "Coefficient of variation of the share over whole tiles, against their size; dashed at 5 %.", true, false),
        ("lacunarity of", "lacunarity", "Lacunarity of a gliding box: 1 where all boxes hold the same.", true, false),
        ("local thickness of", "local-thickness", "Local thickness: share of the phase that lies in spheres below a diameter.", false, false),
        ("profile of", "share-profiles", "Share of each phase in the slices along each axis.", false, true),
    ];

    /// <summary>Writes the folder.</summary>
    /// <param name="file">Name of the measured file.</param>
    /// <param name="field">The field.</param>
    /// <param name="study">What was measured.</param>
    /// <param name="extras">Facts beside the numbers.</param>
    /// <param name="path">The folder.</param>
    /// <returns>Path of the page.</returns>
    /// <exception cref="InputException">The folder is in use.</exception>
    public static string Write(string file, VoxelField field, FieldStudy study, IReadOnlyList<(string, object)> extras, string path)
    {
        Picture[] pictures = [.. Slices(field), .. Plots.Select(p => Plot(study, p)).OfType<Picture>()];
        Measurement[] headline = [.. study.Measured.Where(m => m.Name.StartsWith("fraction", StringComparison.Ordinal)).Take(4)];
        (string, string)[] facts =
        [
            ("voxels", string.Join(" × ", field.Shape)), ("edge of a voxel", Lengths([field.Spacing])), ("size", Lengths(field.Shape.Select(n => n * field.Spacing))), ("labels", string.Join(", ", field.Present)),
        ];
        return MeasuredPage.Write(path, RunFileNames.VolumePage, new("volume", Path.GetFileName(file), headline, facts, [Reason(study), .. study.Notes], pictures, study.Measured), Document(study, extras));
    }

    /// <summary>The study in the shape of metrics.json.</summary>
    public static MetricsDocument Document(FieldStudy study, IReadOnlyList<(string, object)> extras) => new(study.Measured, study.Functions)
    {
        Uniformity = EvennessTests.Of(study.Rejected, study.Rejected ? "not uniform" : "inconclusive", study.Tests, "random hard spheres of each label's sizes for the variation of its share, Student's t over sixteen columns for trends"),
        Extras = extras,
    };

    /// <summary>What one field says of evenness.</summary>
    public static string Reason(FieldStudy study) => study.Rejected
        ? $"not uniform: {string.Join("; ", study.Tests.Where(t => t.IsDefect).Select(t => t.Name))}"
        : "no departure from chance found; one field never shows that a phase is uniform (inconclusive)";

    private static string Lengths(IEnumerable<double> lengths) => string.Join(" × ", lengths.Select(l => Quantity.Rounded(l, "m"))).Replace("um", "µm", StringComparison.Ordinal);

    private static Picture? Plot(FieldStudy study, (string Prefix, string File, string Caption, bool Log, bool AlongAxes) plot)
    {
        Curve[] curves = [.. study.Functions.Where(c => c.Name.StartsWith(plot.Prefix, StringComparison.Ordinal) && c.Name.Contains(", axis", StringComparison.Ordinal) == plot.AlongAxes && c.X.Length > 1)];

        // A band of each of nine curves hides the curves; all bands are in metrics.json.
        curves = curves.Length <= MostBanded ? curves : [.. curves.Select(c => c with { Low = null, High = null, BandName = "", IntervalLow = null, IntervalHigh = null })];
        return curves.Length == 0 ? null : PlotRenderer.Svg(curves, new(plot.File, plot.Caption) { LogX = plot.Log, LogY = plot.Log, FromZero = !plot.Log, Level = plot.File == "tiles" ? 0.05 : null });
    }

    /// <summary>The middle slice across each axis.</summary>
    private static IEnumerable<Picture> Slices(VoxelField field)
    {
        foreach (int axis in field.Axes.Count() < 3 ? Enumerable.Range(0, 3).Except(field.Axes) : field.Axes)
        {
            (int a, int b) = axis switch { 0 => (1, 2), 1 => (0, 2), _ => (0, 1) };
            int at = field.Shape[axis] / 2 * field.Stride(axis);
            byte[] order = new byte[256];
            for (int k = 0; k < field.Present.Count; k++)
            {
                order[field.Present[k]] = (byte)k;
            }

            byte[] labels = new byte[field.Shape[a] * field.Shape[b]];
            for (int i = 0; i < labels.Length; i++)
            {
                labels[i] = order[field.Labels[at + (i / field.Shape[b] * field.Stride(a)) + (i % field.Shape[b] * field.Stride(b))]];
            }

            yield return LabelSlice.Png(labels, field.Shape[b], field.Present, $"slice-{axis}", $"Middle slice across axis {axis}: rows along axis {a}, columns along axis {b}. Colours in the order of the labels, {string.Join(", ", field.Present)}: near black, light blue, orange, green.");
        }
    }
}
