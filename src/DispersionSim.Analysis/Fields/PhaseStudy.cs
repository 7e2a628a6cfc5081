using System.Runtime.ExceptionServices;
using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Everything that is measured on one phase of a field.</summary>
internal sealed class PhaseStudy
{
    /// <summary>Change of the share from end to end over its mean that still counts as uniform.</summary>
    private const double TrendMargin = 0.2;

    /// <summary>Voxels up to which steps go side by side.</summary>
    private const int Abreast = 1 << 25;

    private readonly VoxelField field;
    private readonly byte label;
    private readonly FieldStudyOptions options;
    private readonly bool tested;
    private readonly FieldBlocks blocks;
    private readonly Lazy<PhaseBlocks> own;
    private readonly double fraction;

    /// <summary>Measures a phase.</summary>
    /// <param name="field">The field.</param>
    /// <param name="label">The phase.</param>
    /// <param name="options">What is measured.</param>
    /// <param name="findings">Where it goes.</param>
    /// <param name="model">What chance would have made of it, where that is asked for and there is such a null.</param>
    /// <param name="tested">Whether its evenness is tested.</param>
    /// <param name="progress">Called with the share done and what is being done.</param>
    /// <param name="stop">Stops between parts.</param>
    public PhaseStudy(VoxelField field, byte label, FieldStudyOptions options, FieldFindings findings, PhaseNull? model, bool tested, Action<double, string> progress, CancellationToken stop)
    {
        (this.field, this.label, this.options, this.tested) = (field, label, options, tested);
        fraction = PhaseProfile.Fraction(field, label);
        (blocks, own) = (FieldBlocks.Of(field), new(() => new(field, label)));
        (string Name, Action<FieldFindings> Step)[] steps =
        [
            ("share and surface", Amounts), ("connected parts", Connections), ("chords", Chords), ("two-point probability", found => PhaseCorrelation.OfPhase(field, label, options.Threads, found)), ("local thickness", Thickness),
            ("tiles", found => _ = new PhaseScatter(field, label, options.Threads, found, model, tested, stop)),
            .. options.Tortuosity ? field.Axes.Select(a => ($"diffusion along axis {a}", new Action<FieldFindings>(found => Diffuse(a, found)))) : [],
        ];
        var parted = new FieldFindings[steps.Length];
        int done = 0;
        Each(steps.Length, k =>
        {
            stop.ThrowIfCancellationRequested();
            progress((double)Interlocked.Increment(ref done) / (steps.Length + 1), $"phase {label}: {steps[k].Name}");
            steps[k].Step(parted[k] = new());
        });
        foreach (FieldFindings found in parted)
        {
            findings.Add(found);
        }

        if (model is not null)
        {
            stop.ThrowIfCancellationRequested();
            progress((double)steps.Length / (steps.Length + 1), $"phase {label}: numbers of the null");
            model.Describe(findings, stop);
        }
    }

    /// <summary>Steps side by side, much of each being one thread's, where the room that all of them take together is no burden; else one after the other.</summary>
    private void Each(int count, Action<int> step)
    {
        int abreast = field.Count <= Abreast ? options.Threads : 1;
        try
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = abreast }, step);
        }
        catch (AggregateException faults)
        {
            // What would have been thrown had they gone one after the other.
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }
    }

    private void Amounts(FieldFindings found)
    {
        found.Add("fraction", label, fraction, "-", "share of the voxels; block jackknife", own.Value.Fraction);
        double unit = 1 / field.Spacing;
        found.Add("surface", label, own.Value.FacesPerVoxel * unit, "1/m", "internal faces against other labels over the volume; counted on cubes, which overstates a smooth surface by up to a half; block jackknife", FieldFindings.Scaled(own.Value.FacesPerVoxelInterval, unit));
        foreach (int axis in field.Axes)
        {
            var trend = new PhaseTrend(field, label, axis);
            found.Add("trend", label, trend.Slope, "-", FormattableString.Invariant($"change of the share from the first to the last slice, over its mean, by least squares; jackknife over sixteen columns, p of no trend {trend.P:G3}"), trend.Interval, axis);
            found.Functions.Add(new Curve($"profile of {label}, axis {axis}", "distance along the axis", "m", "share", "-", [.. trend.Profile.Select((_, k) => (k + 0.5) * field.Spacing)], trend.Profile).With(trend.ProfileIntervals));
            if (tested)
            {
                found.Tests.Add(new($"trend along axis {axis} of {label}", trend.P, trend.Slope, TrendMargin, Departure.Uneven));
            }
        }
    }

    private void Connections(FieldFindings found)
    {
        var parts = new ConnectedParts(field, l => l == label);
        int[] sizes = parts.Sizes;
        int largest = Array.IndexOf(sizes, sizes.Max());
        bool[][] through = [.. field.Axes.Select(parts.Percolating)];
        var sums = new BlockSums(blocks.Count, 4 + through.Length);
        bool[] seen = new bool[parts.Count];
        blocks.Each((from, length, block) =>
        {
            double[] s = sums[block];
            s[0] += length;
            foreach (int part in parts.Parts.Slice(from, length))
            {
                if (part < 0)
                {
                    continue;
                }

                s[1]++;
                s[2] += seen[part] ? 0 : 1;
                s[3] += part == largest ? 1 : 0;
                seen[part] = true;
                for (int a = 0; a < through.Length; a++)
                {
                    s[4 + a] += through[a][part] ? 1 : 0;
                }
            }
        });
        found.Add("parts", label, parts.Count, "-", "parts that hang together through faces; block jackknife of their number in the volume", sums.Interval(s => s[2] / s[0] * field.Count, ErrorScale.Logarithm));
        found.Add("largest part", label, parts.LargestShare, "-", "share of the phase in its largest part; block jackknife with the parts as they are", sums.Interval(s => s[3] / s[1], ErrorScale.LogOdds));
        foreach ((int k, int axis) in field.Axes.Index())
        {
            found.Add("percolating share", label, parts.PercolatingFraction(axis) / fraction, "-", "share of the phase in parts that reach from end to end; block jackknife with the parts as they are", sums.Interval(s => s[4 + k] / s[1], ErrorScale.LogOdds), axis);
        }
    }

    private void Chords(FieldFindings found)
    {
        var means = new List<double>();
        foreach (int axis in field.Axes)
        {
            means.Add(own.Value.MeanChord(axis));
            found.AddLength("mean chord", label, means[^1], field.Spacing, "mean length of unbroken runs, those cut by the border included; block jackknife", own.Value.MeanChordInterval(axis), axis);
        }

        found.Add("anisotropy", label, means.Max() / means.Min(), "-", "longest mean chord over the shortest among the axes; 1 where all are alike; block jackknife", own.Value.Anisotropy());
        found.AddLength("free spacing", label, own.Value.FreeSpacing, field.Spacing, "what is not of the phase over the number of its chords, over all axes: mean free path of ASTM E1245; block jackknife", own.Value.FreeSpacingInterval);
        var gaps = new GapLengths(field, label);
        found.Add("Luo-Koo D0.1", label, gaps.Likeness, "-", "chance that a gap between chords lies within a tenth of the mean gap, gaps taken as log-normal; no null, to be compared with the literature only; block jackknife", gaps.LikenessInterval);
    }

    private void Thickness(FieldFindings found)
    {
        float[] radii = LocalThickness.Radii(field, DistanceTransform.Squared(field, label, options.Threads), options.Threads);
        float[] sorted = Array.FindAll(radii, r => r > 0);
        Array.Sort(sorted);
        double[] shares = [.. Enumerable.Range(1, 19).Select(k => k / 20.0)], edges = [.. shares.Select(s => (double)sorted[(int)(s * sorted.Length)])];

        // A sphere covers voxels a diameter apart alike.
        var wide = FieldBlocks.Of(field, 2 * 2 * sorted.Average(r => (double)r));
        var sums = new BlockSums(wide.Count, 2 + edges.Length);
        wide.Each((from, length, block) =>
        {
            double[] s = sums[block];
            foreach (float radius in radii.AsSpan(from, length))
            {
                s[0] += radius > 0 ? 1 : 0;
                s[1] += radius;
                for (int k = edges.Length - 1; k >= 0 && radius > 0 && radius < edges[k]; k--)
                {
                    s[2 + k]++;
                }
            }
        });
        found.AddLength("local thickness", label, 2 * sums.Total[1] / sums.Total[0], field.Spacing, "mean diameter of the largest sphere within the phase that covers a voxel (radii from voxel centre to voxel centre); block jackknife", FieldFindings.Scaled(sums.Interval(s => s[1] / s[0], ErrorScale.Logarithm), 2));
        found.AddLength("largest sphere", label, 2 * sorted[^1], field.Spacing, "diameter of the largest sphere within the phase; interval: where that of another such field would lie, from the largest of each block (Gumbel 1958)", FieldFindings.Scaled(BlockMaxima.Interval(radii, blocks), 2));
        double spacing = field.Spacing;
        found.Thinner = diameter => BlockMaxima.ShareBelow(sorted, diameter / 2 / spacing);
        found.Functions.Add(new Curve(ThicknessOf(label), "diameter", "m", "share of the phase below", "-", [.. edges.Select(e => 2 * e * field.Spacing)], shares)
            .With(sums.Intervals(s => [.. edges.Select((_, k) => s[2 + k] / s[0])], ErrorScale.LogOdds, shares)));
    }

    /// <summary>Name of the distribution of local thickness.</summary>
    public static string ThicknessOf(byte label) => $"local thickness of {label}";

    private void Diffuse(int axis, FieldFindings found)
    {
        var flow = FieldDiffusion.Solve(field, l => l == label ? 1 : 0, axis);
        const string how = "values fixed on the outer faces, finite volumes; interval from parts of the field solved by themselves";
        Interval? interval = options.IsNull || flow.Effective == 0 ? null : PartedDiffusion.Interval(field, label, axis, flow.Effective);
        found.Add("effective diffusivity", label, flow.Effective, "-", $"over that of the phase itself; {how}; flux balance within {flow.Imbalance:E0}", interval, axis);
        if (flow.Effective > 0)
        {
            found.Add("tortuosity factor", label, flow.TortuosityFactor(fraction), "-", $"fraction over effective diffusivity (not its root); {how}", interval is { } i ? new(fraction / i.High, fraction / i.Low) : null, axis);
        }
        else
        {
            found.Notes.Add($"phase {label}: no path leads through along axis {axis}, so it has no tortuosity there");
        }
    }
}
