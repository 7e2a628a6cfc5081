using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Over which distance a phase knows of itself, and two phases of each other.</summary>
internal static class PhaseCorrelation
{
    private const int MostBins = 100;

    /// <summary>Two-point probability over all directions and along each axis, scale of segregation, correlation lengths.</summary>
    public static void OfPhase(VoxelField field, byte label, int threads, FieldFindings findings)
    {
        int bins = Bins(field);
        double fraction = PhaseProfile.Fraction(field, label);
        double[] radial = TwoPoint.Radial(field, label, label, bins, threads), distances = Distances(field, bins);
        var pairs = new AxisPairs(field, label, label, bins, threads);
        double[] total = pairs.Sums.Total;
        findings.Functions.Add(new Curve($"S2 of {label}", "distance", "m", "two-point probability", "-", distances, radial).With(pairs.Sums.Intervals(pairs.Mean, ErrorScale.LogOdds, radial)));
        if (Scale(radial, fraction) is var scale and > 0)
        {
            findings.AddLength("scale of segregation", label, scale, field.Spacing, "integral of the autocorrelation (S2 − f²)/(f − f²) up to its first zero (Danckwerts 1952); periodic; block jackknife of pairs along the axes", pairs.Sums.Interval(s => Scale(pairs.Mean(s)), ErrorScale.Logarithm, scale));
        }
        else
        {
            findings.Notes.Add($"phase {label}: its autocorrelation has no zero within half of the shortest side: no scale of segregation");
        }

        foreach (int axis in field.Axes)
        {
            double[] along = pairs.Along(total, axis);
            findings.Functions.Add(new Curve($"S2 of {label}, axis {axis}", "distance", "m", "two-point probability", "-", distances, along).With(pairs.Sums.Intervals(s => pairs.Along(s, axis), ErrorScale.LogOdds)));
            if (Scale(along) is var length and > 0)
            {
                findings.AddLength("correlation length", label, length, field.Spacing, "integral of the autocorrelation of pairs along the axis that lie in the field, up to its first zero; unlike along the axes where the phase is stretched; block jackknife", pairs.Sums.Interval(s => Scale(pairs.Along(s, axis)), ErrorScale.Logarithm), axis);
            }
        }
    }

    /// <summary>S₁₂(r)/(f₁f₂): 1 where two phases know nothing of each other; beside it what it is with one of the two shifted at random on the torus (lotwick-silverman-1982).</summary>
    /// <remarks>Phases that exclude each other cannot be independent at distances shorter than they are wide: there every pair leaves the band.</remarks>
    public static void OfTwo(VoxelField field, byte label, byte other, FieldStudyOptions options, FieldFindings findings, CancellationToken stop)
    {
        int bins = Bins(field);
        double chance = PhaseProfile.Fraction(field, label) * PhaseProfile.Fraction(field, other);
        double[] ratio = [.. TwoPoint.Radial(field, label, other, bins, options.Threads).Select(s => s / chance)];
        var pairs = new AxisPairs(field, label, other, bins, options.Threads);
        Interval?[] intervals = pairs.Sums.Intervals(s => [.. pairs.Mean(s).Select(v => v / chance)], ErrorScale.Logarithm, ratio);
        Curve found = new Curve($"S12 over f1 f2 of {label} and {other}", "distance", "m", "cross-correlation", "-", Distances(field, bins), ratio).With(intervals);
        int shifts = options.Simulations == 0 || field.Count > PhaseNull.TooLarge ? 0 : Math.Min(options.Simulations, PhaseNull.Described);
        double[][] shifted = new double[shifts][];
        for (int k = 0; k < shifts; k++)
        {
            stop.ThrowIfCancellationRequested();
            VoxelField moved = Shifted(field, new(options.Seed, StreamName.NullPlacement, k));
            shifted[k] = [.. TwoPoint.Radial(field, label, other, bins, options.Threads, moved).Select(s => s / chance)];
        }

        findings.Functions.Add(shifts == 0 ? found : found with
        {
            Low = [.. ratio.Select((_, at) => shifted.Min(s => s[at]))],
            High = [.. ratio.Select((_, at) => shifted.Max(s => s[at]))],
            BandName = $"one of the two shifted at random, least to greatest of {shifts}",
        });
    }

    /// <summary>A field moved round the torus by a whole number of voxels along each axis.</summary>
    private static VoxelField Shifted(VoxelField field, RandomStream random)
    {
        int[] by = [.. field.Shape.Select(random.NextInt)];
        byte[] labels = new byte[field.Count];
        (int rows, int length) = (field.Shape[1], field.Shape[2]);
        for (int row = 0; row < field.Shape[0] * rows; row++)
        {
            int to = ((((row / rows) + by[0]) % field.Shape[0] * rows) + (((row % rows) + by[1]) % rows)) * length;
            ReadOnlySpan<byte> from = field.Labels.AsSpan(row * length, length);
            from[..(length - by[2])].CopyTo(labels.AsSpan(to + by[2]));
            from[(length - by[2])..].CopyTo(labels.AsSpan(to));
        }

        return new(labels, field.Shape, field.Spacing);
    }

    private static int Bins(VoxelField field) => Math.Min(MostBins, (field.Axes.Select(a => field.Shape[a]).Min() / 2) + 1);

    private static double[] Distances(VoxelField field, int bins) => [.. Enumerable.Range(0, bins).Select(k => k * field.Spacing)];

    /// <summary>∫ρ dr to the first zero, the share being that of steps of no length, voxels; NaN where there is no zero.</summary>
    private static double Scale(double[] s2, double? fraction = null)
    {
        double f = fraction ?? s2[0];
        double[] rho = [.. s2.Select(s => (s - (f * f)) / (f - (f * f)))];
        int zero = Array.FindIndex(rho, r => r <= 0);
        return zero < 0 ? double.NaN : Enumerable.Range(1, zero).Sum(k => (rho[k - 1] + Math.Max(rho[k], 0)) / 2);
    }
}
