using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Turns two columns, size and share, into classes with edges.</summary>
internal sealed class SizeClasses
{
    /// <summary>A cumulative curve that starts above this loses volume worth a word.</summary>
    private const double LostShare = 0.001;

    private readonly double[] edges;
    private readonly double[] shares;

    /// <summary>Classes from the two columns.</summary>
    /// <param name="sizes">m, in the order of the file; at least two.</param>
    /// <param name="column">Shares; where <paramref name="meaning"/> is null the cumulative share below each size.</param>
    /// <param name="meaning">What the sizes mark.</param>
    public SizeClasses(double[] sizes, double[] column, SizeMeaning? meaning)
    {
        (double[] ordered, double[] values) = sizes[0] <= sizes[^1] ? (sizes, column) : (sizes.Reverse().ToArray(), column.Reverse().ToArray());
        edges = meaning == SizeMeaning.Centre ? EdgesAround(ordered) : ordered;
        shares = meaning switch
        {
            null => [.. values.Skip(1).Select((v, i) => v - values[i])],
            SizeMeaning.LowerEdge => values[..^1],
            SizeMeaning.UpperEdge => values[1..],
            _ => values,
        };
        double total = meaning is null ? Whole(values[^1]) : values.Sum();
        double outside = meaning switch { null => values[0] + total - values[^1], SizeMeaning.UpperEdge => values[0], SizeMeaning.LowerEdge => values[^1], _ => 0 };
        Warnings = outside > LostShare * total ? [$"{outside / total:P1} of the volume lies outside the first or last size and was left out"] : [];
    }

    public IReadOnlyList<string> Warnings { get; }

    public SizeDistribution ToDistribution(string name, bool byNumber) => SizeDistribution.FromClasses(name, edges, byNumber ? Volumes() : shares);

    /// <summary>What a cumulative curve that ends at a value would reach: 1, 100 %, or, above these, that value.</summary>
    private static double Whole(double last) => last <= 1 ? 1 : Math.Max(100, last);

    /// <summary>Edges half-way in ln d between neighbouring centres, the outer ones as far away as the inner ones.</summary>
    private static double[] EdgesAround(double[] centres)
    {
        double first = Math.Sqrt(centres[1] / centres[0]), last = Math.Sqrt(centres[^1] / centres[^2]);
        return [centres[0] / first, .. centres.Skip(1).Select((c, i) => Math.Sqrt(c * centres[i])), centres[^1] * last];
    }

    /// <summary>Volume of classes whose number is known, with volume even in ln d inside each.</summary>
    private double[] Volumes() =>
        [.. shares.Select((n, i) => n * 3 * Math.Log(edges[i + 1] / edges[i]) / (Math.Pow(edges[i], -3) - Math.Pow(edges[i + 1], -3)))];
}
