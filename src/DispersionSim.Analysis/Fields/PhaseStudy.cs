using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Everything that is measured on one phase of a field.</summary>
internal sealed class PhaseStudy
{
    private const int MostBins = 100;

    private readonly VoxelField field;
    private readonly byte label;
    private readonly FieldStudyOptions options;
    private readonly FieldBlocks blocks;
    private readonly ConnectedParts parts;
    private readonly double fraction;
    private readonly List<Measurement> measured = [];
    private readonly List<Curve> functions = [];
    private readonly List<string> notes = [];

    public PhaseStudy(VoxelField field, byte label, FieldStudyOptions options, Action<double, string> progress, CancellationToken stop)
    {
        (this.field, this.label, this.options) = (field, label, options);
        fraction = PhaseProfile.Fraction(field, label);
        blocks = new(field, label);
        parts = new(field, l => l == label);
        (string Name, Action Step)[] steps =
        [
            ("share and surface", Amounts), ("connected parts", Connections), ("chords", Chords), ("two-point probability", TwoPoints), ("tiles", Tiles), ("local thickness", Thickness),
            .. options.Tortuosity ? field.Axes.Select(a => ($"diffusion along axis {a}", new Action(() => Diffuse(a)))) : [],
        ];
        for (int k = 0; k < steps.Length; k++)
        {
            stop.ThrowIfCancellationRequested();
            progress((double)k / steps.Length, $"phase {label}: {steps[k].Name}");
            steps[k].Step();
        }
    }

    public IReadOnlyList<Measurement> Measured => measured;

    public IReadOnlyList<Curve> Functions => functions;

    public IReadOnlyList<string> Notes => notes;

    private void Add(string name, double value, string unit, string definition, Interval? interval = null, int? axis = null) =>
        measured.Add(new($"{name}{(axis is null ? "" : $" along axis {axis}")} of {label}", value, unit) { Interval = interval, Definition = definition });

    private static Interval? Scaled(Interval? interval, double factor) => interval is { } i ? new(i.Low * factor, i.High * factor) : null;

    private void Amounts()
    {
        Add("fraction", fraction, "-", "share of the voxels; block bootstrap", blocks.Fraction(options.Seed));
        double faces = PhaseFaces.PerVoxel(field, PhaseFaces.Count(field), label), unit = 1 / field.Spacing;
        Add("surface", faces * unit, "1/m", "internal faces against other labels over the volume; counted on cubes, which overstates a smooth surface by up to a half; block bootstrap", Scaled(blocks.FacesPerVoxel(options.Seed), unit));
        foreach (int axis in field.Axes)
        {
            double[] profile = PhaseProfile.Along(field, label, axis);
            Add("trend", PhaseProfile.Trend(profile), "-", "change of the share from the first to the last slice, over its mean, by least squares", axis: axis);
            functions.Add(new($"profile of {label}, axis {axis}", "distance along the axis", "m", "share", "-", [.. profile.Select((_, k) => (k + 0.5) * field.Spacing)], profile));
        }
    }

    private void Connections()
    {
        Add("parts", parts.Count, "-", "parts that hang together through faces");
        Add("largest part", parts.LargestShare, "-", "share of the phase in its largest part");
        foreach (int axis in field.Axes)
        {
            Add("percolating share", parts.PercolatingFraction(axis) / fraction, "-", "share of the phase in parts that reach from end to end", axis: axis);
        }
    }

    private void Chords()
    {
        var means = new List<double>();
        foreach (int axis in field.Axes)
        {
            var chords = ChordLengths.Of(field, label, axis);
            means.Add(chords.Mean);
            Add("mean chord", chords.Mean * field.Spacing, "m", "mean length of unbroken runs, those cut by the border included; block bootstrap", Scaled(blocks.MeanChord(axis, options.Seed), field.Spacing), axis);
        }

        Add("anisotropy", means.Max() / means.Min(), "-", "longest mean chord over the shortest among the axes; 1 where all are alike");
    }

    private void TwoPoints()
    {
        int shortest = field.Axes.Select(a => field.Shape[a]).Min(), bins = Math.Min(MostBins, (shortest / 2) + 1);
        double[] s2 = TwoPoint.Radial(field, label, label, bins, options.Threads);
        functions.Add(new($"S2 of {label}", "distance", "m", "two-point probability", "-", [.. s2.Select((_, k) => k * field.Spacing)], s2));
        if (SegregationScale(s2) is { } scale)
        {
            Add("scale of segregation", scale * field.Spacing, "m", "integral of the autocorrelation (S2 − f²)/(f − f²) up to its first zero (Danckwerts 1952); periodic");
        }
        else
        {
            notes.Add($"phase {label}: its autocorrelation has no zero within half of the shortest side: no scale of segregation");
        }
    }

    private double? SegregationScale(double[] s2)
    {
        double[] rho = [.. s2.Select(s => (s - (fraction * fraction)) / (fraction - (fraction * fraction)))];
        int zero = Array.FindIndex(rho, r => r <= 0);
        return zero < 0 ? null : Enumerable.Range(1, zero).Sum(k => (rho[k - 1] + Math.Max(rho[k], 0)) / 2);
    }

    private void Tiles()
    {
        var counts = new BoxCounts(field, label);
        IReadOnlyList<TileScatter> curve = TileScatter.Curve(field, counts);
        double[] size = [.. curve.Select(t => t.Window * field.Spacing)];
        functions.Add(new($"CoV of {label}", "window", "m", "coefficient of variation of the share", "-", size, [.. curve.Select(t => t.Variation)]));
        functions.Add(new($"intensity of {label}", "window", "m", "intensity of segregation", "-", size, [.. curve.Select(t => t.Intensity)]));
        functions.Add(new($"lacunarity of {label}", "window", "m", "lacunarity", "-", size, [.. curve.Select(t => counts.Lacunarity(t.Window, options.Threads))]));
        if (TileScatter.HomogeneityLength(curve) is { } window)
        {
            Add("homogeneity length", window * field.Spacing, "m", "smallest window from which on the coefficient of variation of the share stays at or below 5 %");
        }
        else
        {
            double largest = curve.Count > 0 ? curve[^1].Variation : double.NaN;
            notes.Add(FormattableString.Invariant($"phase {label}: no window that leaves eight tiles brings the coefficient of variation down to 5 % (the largest has {100 * largest:F1} %): the field is too small for a homogeneity length"));
        }
    }

    private void Thickness()
    {
        int[] squared = DistanceTransform.Squared(field, label, options.Threads);
        float[] radii = LocalThickness.Radii(field, squared, options.Threads);
        double[] diameters = [.. radii.Where(r => r > 0).Select(r => 2 * r * field.Spacing)];
        Add("local thickness", diameters.Average(), "m", "mean diameter of the largest sphere within the phase that covers a voxel (radii from voxel centre to voxel centre)");
        Add("largest sphere", diameters.Max(), "m", "diameter of the largest sphere within the phase");
        double[] shares = [.. Enumerable.Range(1, 19).Select(k => k / 20.0)];
        Array.Sort(diameters);
        functions.Add(new($"local thickness of {label}", "diameter", "m", "share of the phase below", "-", [.. shares.Select(s => diameters[(int)(s * diameters.Length)])], shares));
    }

    private void Diffuse(int axis)
    {
        var found = FieldDiffusion.Solve(field, l => l == label ? 1 : 0, axis);
        const string how = "values fixed on the outer faces, finite volumes";
        Add("effective diffusivity", found.Effective, "-", $"over that of the phase itself; {how}; flux balance within {found.Imbalance:E0}", axis: axis);
        if (found.Effective > 0)
        {
            Add("tortuosity factor", found.TortuosityFactor(fraction), "-", $"fraction over effective diffusivity (not its root); {how}", axis: axis);
        }
        else
        {
            notes.Add($"phase {label}: no path leads through along axis {axis}, so it has no tortuosity there");
        }
    }
}
