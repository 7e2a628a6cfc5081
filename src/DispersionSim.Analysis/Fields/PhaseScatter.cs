using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>How the share of a phase differs from tile to tile and box to box against their size, beside what random spheres of its size would show.</summary>
internal sealed class PhaseScatter
{
    /// <summary>Variation over that of the null which still counts as uniform.</summary>
    private const double VariationMargin = 1.25;

    private readonly VoxelField field;
    private readonly byte label;
    private readonly FieldFindings findings;
    private readonly double fraction;
    private readonly IReadOnlyList<TileScatter> curve;
    private readonly double[] size;

    /// <summary>Measures the scatter of a phase.</summary>
    /// <param name="field">The field.</param>
    /// <param name="label">The phase.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="findings">Where it goes.</param>
    /// <param name="model">The null, where there is one.</param>
    /// <param name="tested">Whether the phase is tested against it.</param>
    /// <param name="stop">Stops between fields of the null.</param>
    public PhaseScatter(VoxelField field, byte label, int threads, FieldFindings findings, PhaseNull? model, bool tested, CancellationToken stop)
    {
        (this.field, this.label, this.findings) = (field, label, findings);
        fraction = PhaseProfile.Fraction(field, label);
        var counts = new BoxCounts(field, label);
        curve = TileScatter.Curve(field, counts);
        size = [.. curve.Select(t => t.Window * field.Spacing)];
        double[] lacunarity = [.. curve.Select(t => counts.Lacunarity(t.Window, threads))];
        Homogeneity();
        Chance? chance = model is null ? null : Simulated(model, stop);
        Curves(lacunarity, chance);
        int[] large = [.. Enumerable.Range(0, curve.Count).Where(k => curve[k].Window >= (model?.Spheres.MeanDiameter ?? 0))];
        if (tested && chance is not null && model!.Spheres.Decides && large.Length > 0)
        {
            findings.Tests.Add(Test(chance, large));
        }
    }

    /// <summary>Intensities of the null at each window, field by field, and what a band of them is.</summary>
    private sealed record Chance(double[][] Intensities, string BandName);

    private Chance? Simulated(PhaseNull model, CancellationToken stop)
    {
        int count = model.Simulations;
        double[][]? found = model.Each(count, drawn =>
        {
            BoxCounts counts = new(drawn, label);
            return curve.Select(t => TileScatter.IntensityAt(counts, t.Window)).ToArray();
        }, stop);
        if (found is not null)
        {
            return new(found, $"{model.Name}, global envelope of {count} simulations, 95 %");
        }

        findings.Notes.Add(FormattableString.Invariant($"phase {label}: has no null of random spheres: a filled share of {model.Spheres.Fraction:F2} is too dense to be random"));
        return null;
    }

    private void Homogeneity()
    {
        if (TileScatter.HomogeneityLength(curve) is { } window)
        {
            findings.AddLength("homogeneity length", label, window, field.Spacing, "smallest window from which on the coefficient of variation of the share stays at or below 5 %; interval: where the ends of the variation's interval do, none where the upper does not", TileScatter.HomogeneityInterval(curve));
            return;
        }

        double largest = curve.Count > 0 ? curve[^1].Variation : double.NaN;
        findings.Notes.Add(FormattableString.Invariant($"phase {label}: no window that leaves eight tiles brings the coefficient of variation down to 5 % (the largest has {100 * largest:F1} %): the field is too small for a homogeneity length"));
    }

    private void Curves(double[] lacunarity, Chance? chance)
    {
        // All follow from the intensity I: variation √(I(1 − f)/f), lacunarity 1 + I(1 − f)/f.
        double odds = (1 - fraction) / fraction;
        Add("CoV", "coefficient of variation of the share", [.. curve.Select(t => t.Variation)], [.. curve.Select(t => t.VariationInterval)], i => Math.Sqrt(i * odds));
        Add("intensity", "intensity of segregation", [.. curve.Select(t => t.Intensity)], [.. curve.Select(t => t.IntensityInterval)], i => i);
        Add("lacunarity", "lacunarity", lacunarity, [.. curve.Zip(lacunarity, LacunarityInterval)], i => 1 + (i * odds));
        if (chance is not null)
        {
            Lacey(chance);
        }

        void Add(string name, string of, double[] values, Interval?[] intervals, Func<double, double> fromIntensity)
        {
            Curve found = new Curve($"{name} of {label}", "window", "m", of, "-", size, values).With(intervals);
            findings.Functions.Add(chance is null || curve.Count == 0 ? found : Banded(found, chance, fromIntensity));
        }
    }

    /// <summary>Gliding boxes scatter as tiles do and somewhat less: the tiles' interval, if anything, is too wide.</summary>
    private static Interval? LacunarityInterval(TileScatter tiles, double lacunarity)
    {
        double each = (lacunarity - 1) / (tiles.Variation * tiles.Variation);
        return tiles.VariationInterval is { } i && double.IsFinite(each) ? new(1 + (each * i.Low * i.Low), 1 + (each * i.High * i.High)) : null;
    }

    /// <summary>M = (σ₀² − s²)/(σ₀² − σ_r²) = (1 − I)/(1 − I_r), I_r the null's mean: 1 mixed as by chance, 0 apart. Source: lacey-1954.</summary>
    private void Lacey(Chance chance)
    {
        double[] random = [.. size.Select((_, k) => chance.Intensities.Average(c => c[k]))];
        double M(double intensity, int k) => (1 - intensity) / (1 - random[k]);
        Curve found = new Curve($"Lacey index of {label}", "window", "m", "Lacey index", "-", size, [.. curve.Select((t, k) => M(t.Intensity, k))])
            .With([.. curve.Select((t, k) => t.IntensityInterval is { } i && random[k] < 1 ? new Interval(M(i.High, k), M(i.Low, k)) : (Interval?)null)]);
        int[] kept = [.. Enumerable.Range(0, size.Length).Where(k => random[k] < 1)];
        GlobalEnvelope envelope = GlobalEnvelope.Of([.. kept.Select(k => found.Y[k])], [.. chance.Intensities.Select(c => (double[])[.. kept.Select(k => M(c[k], k))])]);
        findings.Functions.Add(new Curve(found.Name, found.XName, found.XUnit, found.YName, found.YUnit, On(found.X), On(found.Y))
        {
            Low = envelope.Low,
            High = envelope.High,
            BandName = chance.BandName,
            IntervalLow = found.IntervalLow is { } low ? On(low) : null,
            IntervalHigh = found.IntervalHigh is { } high ? On(high) : null,
        });

        double[] On(double[] values) => [.. kept.Select(k => values[k])];
    }

    private Curve Banded(Curve found, Chance chance, Func<double, double> fromIntensity)
    {
        GlobalEnvelope envelope = GlobalEnvelope.Of(found.Y, [.. chance.Intensities.Select(c => (double[])[.. c.Select(fromIntensity)])]);
        return found with { Low = envelope.Low, High = envelope.High, BandName = chance.BandName };
    }

    /// <summary>Global envelope test of the variation in windows as large as the spheres or larger: smaller ones tell of the surface of particles, and not how they lie.</summary>
    private PointTest Test(Chance chance, int[] large)
    {
        double[] observed = [.. large.Select(k => Math.Sqrt(curve[k].Intensity))];
        double[][] simulated = [.. chance.Intensities.Select(c => (double[])[.. large.Select(k => Math.Sqrt(c[k]))])];
        (double greatest, double ratio) = (0, 1);
        for (int k = 0; k < large.Length; k++)
        {
            double mean = simulated.Average(s => s[k]), spread = Math.Sqrt(simulated.Average(s => (s[k] - mean) * (s[k] - mean)));
            double studentised = spread > 0 ? (observed[k] - mean) / spread : 0;
            (greatest, ratio) = Math.Abs(studentised) > Math.Abs(greatest) ? (studentised, observed[k] / mean) : (greatest, ratio);
        }

        return new($"variation of the share of {label}", GlobalEnvelope.Of(observed, simulated).P, ratio, VariationMargin, greatest > 0 ? Departure.Uneven : Departure.Regular);
    }
}
