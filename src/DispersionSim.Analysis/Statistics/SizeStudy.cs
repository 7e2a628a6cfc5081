using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>What a measured size distribution says: mean and percentile diameters, histogram and cumulative curves by number, area and volume.</summary>
/// <remarks>
/// Of single particles, weights are d⁰, d² and d³ and intervals come from drawing particles with replacement. Of classes, volume is even in ln d within each; how many particles
/// there were is not known, so that nothing has an interval.
/// </remarks>
/// <param name="Measured">Diameters, m.</param>
/// <param name="Functions">Histograms, share per natural logarithm of the diameter; shares below a diameter.</param>
public sealed record SizeStudy(IReadOnlyList<Measurement> Measured, IReadOnlyList<Curve> Functions)
{
    /// <summary>Classes into which single particles are put.</summary>
    private const int Classes = 24;

    private static readonly (string Name, int Power)[] Weights = [("number", 0), ("area", 2), ("volume", 3)];

    /// <summary>Studies a distribution.</summary>
    /// <param name="sizes">The distribution.</param>
    /// <param name="seed">Seed of the draws.</param>
    public static SizeStudy Of(SizeDistribution sizes, ulong seed)
    {
        double[] edges = Edges(sizes), all = Values(sizes, edges);
        Interval[] intervals = sizes.IsList && sizes.Diameters.Length > 1 ? Bootstrap.OfSampleEach(sizes.Diameters, seed, drawn => Values(SizeDistribution.FromDiameters(sizes.Name, drawn), edges)) : [];
        (string Name, string Definition)[] names = Names;
        var functions = new List<Curve>();
        for (int w = 0; w < Weights.Length; w++)
        {
            int start = names.Length + (w * (edges.Length - 1));
            double[] below = all[start..(start + edges.Length - 1)];
            double[] widths = [.. edges.Skip(1).Select((e, i) => Math.Log(e / edges[i]))];
            functions.Add(new($"histogram by {Weights[w].Name}", "diameter", "m", "share per ln d", "-", [.. edges.Skip(1).Select((e, i) => Math.Sqrt(e * edges[i]))], [.. below.Select((b, i) => (b - (i == 0 ? 0 : below[i - 1])) / widths[i])]));
            Curve cumulative = new($"cumulative by {Weights[w].Name}", "diameter", "m", "share below", "-", edges[1..], below);
            functions.Add(intervals.Length == 0 ? cumulative : cumulative.With([.. below.Select((_, i) => (Interval?)intervals[start + i])]));
        }

        return new([.. names.Select((n, i) => new Measurement(n.Name, all[i], "m") { Definition = n.Definition, Interval = intervals.Length == 0 ? null : intervals[i] })], functions);
    }

    private static (string Name, string Definition)[] Names =>
    [
        ("D[1,0]", "number-weighted mean diameter"), ("D[3,2]", "surface-weighted (Sauter) mean diameter"), ("D[4,3]", "volume-weighted mean diameter"),
        ("D10,n", "tenth percentile by number"), ("D50,n", "number median"), ("D90,n", "ninetieth percentile by number"), ("D50,a", "area median"),
        ("D10,v", "tenth percentile by volume"), ("D50,v", "volume median"), ("D90,v", "ninetieth percentile by volume"),
    ];

    /// <summary>The diameters in the order of their names, then the shares below each edge but the first, by number, area and volume.</summary>
    private static double[] Values(SizeDistribution sizes, double[] edges) =>
    [
        NumberMean(sizes), sizes.MeanD32, sizes.MeanD43,
        sizes.SampleDiameter(0.1), sizes.SampleDiameter(0.5), sizes.SampleDiameter(0.9), AreaMedian(sizes),
        sizes.D10, sizes.D50, sizes.D90,
        .. Weights.SelectMany(w => Below(sizes, w.Power, edges)),
    ];

    /// <summary>Of classes, the mean of d over a density in ln d that falls as d⁻³, class by class.</summary>
    private static double NumberMean(SizeDistribution sizes) => sizes.IsList
        ? sizes.Diameters.Average()
        : sizes.VolumeFraction.Select((v, i) => v * InversePower(sizes, i, 2)).Sum() / sizes.VolumeFraction.Select((v, i) => v * InversePower(sizes, i, 3)).Sum();

    private static double AreaMedian(SizeDistribution sizes)
    {
        if (!sizes.IsList)
        {
            double[] areas = [.. sizes.VolumeFraction.Select((v, i) => v * InversePower(sizes, i, 1))];
            double half = areas.Sum() / 2, sum = 0;
            for (int i = 0; ; i++)
            {
                if (sum + areas[i] >= half)
                {
                    // Within a class area falls as 1/d in ln d, so that what lies below d is linear in 1/d.
                    double fine = 1 / sizes.Edges[i], coarse = 1 / sizes.Edges[i + 1];
                    return 1 / (fine - ((half - sum) / areas[i] * (fine - coarse)));
                }

                sum += areas[i];
            }
        }

        double target = sizes.Diameters.Sum(d => d * d) / 2, below = 0;
        return sizes.Diameters.First(d => (below += d * d) >= target);
    }

    /// <summary>Mean of d^(−p) over a class with volume even in ln d.</summary>
    private static double InversePower(SizeDistribution sizes, int i, int p) =>
        (Math.Pow(sizes.Edges[i], -p) - Math.Pow(sizes.Edges[i + 1], -p)) / (p * Math.Log(sizes.Edges[i + 1] / sizes.Edges[i]));

    private static double[] Below(SizeDistribution sizes, int power, double[] edges)
    {
        double sum = 0, total;
        if (!sizes.IsList)
        {
            double[] shares = [.. sizes.VolumeFraction.Select((v, i) => power == 3 ? v : v * InversePower(sizes, i, 3 - power))];
            total = shares.Sum();
            return [.. shares.Select(s => (sum += s) / total)];
        }

        double[] below = new double[edges.Length - 1];
        total = sizes.Diameters.Sum(d => Math.Pow(d, power));
        for (int k = 0, i = 0; k < below.Length; k++)
        {
            // The last edge takes all that is left, whatever rounding does.
            for (; i < sizes.Diameters.Length && (sizes.Diameters[i] <= edges[k + 1] || k == below.Length - 1); i++)
            {
                sum += Math.Pow(sizes.Diameters[i], power);
            }

            below[k] = sum / total;
        }

        return below;
    }

    /// <summary>The file's classes, or equal ones in ln d over single particles.</summary>
    private static double[] Edges(SizeDistribution sizes)
    {
        if (!sizes.IsList)
        {
            return sizes.Edges;
        }

        (double low, double high) = (sizes.Diameters[0] * (1 - 1e-9), sizes.Diameters[^1] * (1 + 1e-9));
        return [.. Enumerable.Range(0, Classes + 1).Select(k => low * Math.Pow(high / low, (double)k / Classes))];
    }
}
