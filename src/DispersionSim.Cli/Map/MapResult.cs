using DispersionSim.Analysis;
using DispersionSim.Core;

namespace DispersionSim.Cli;

/// <summary>What a map found: every figure at every point, mean over the replicates and its 95 % interval.</summary>
/// <param name="Plan">The study.</param>
/// <param name="Points">Figures of each replicate of each point; null for one that could not be made.</param>
/// <param name="Failed">Points that could not be made, and why.</param>
internal sealed record MapResult(MapPlan Plan, IReadOnlyList<Measurement>?[][] Points, IReadOnlyList<(int Point, string Reason)> Failed)
{
    /// <summary>SI unit of a figure.</summary>
    public string UnitOf(string figure) => Points.SelectMany(p => p).OfType<IReadOnlyList<Measurement>>().First().First(m => m.Name == figure).Unit;

    /// <summary>A figure of every replicate of a point; empty where it could not be made.</summary>
    public double[] Values(int point, string figure) =>
        [.. Points[point].OfType<IReadOnlyList<Measurement>>().Select(all => all.First(m => m.Name == figure).Value)];

    /// <summary>Mean over the replicates; NaN where the point could not be made.</summary>
    public double Mean(int point, string figure) => Values(point, figure) is { Length: > 0 } v ? v.Average() : double.NaN;

    /// <summary>95 % interval of the mean at a point; null for fewer than two replicates.</summary>
    public Interval? Band(int point, string figure) => StudentInterval.OfMean(Values(point, figure));

    /// <summary>Whether the window's conditions hold on the means at a point.</summary>
    public bool IsInside(int point) => Plan.Window.Holds(figure => Mean(point, figure));

    public int Inside => Enumerable.Range(0, Plan.Points.Count).Count(IsInside);

    /// <summary>Figures that rest on a law beyond its data at some point, with that law.</summary>
    public IReadOnlyList<string> Extrapolated =>
    [
        .. Points.SelectMany(p => p).OfType<IReadOnlyList<Measurement>>().SelectMany(all => all)
            .Select(m => (m.Name, Words: m.Definition.Split("; extrapolated: ")))
            .Where(m => m.Words.Length > 1).Select(m => $"{m.Name} at some points: {m.Words[1]}").Distinct(StringComparer.Ordinal),
    ];

    /// <summary>A figure along the first knob, one curve for each value of the second.</summary>
    public IEnumerable<Curve> Curves(string figure)
    {
        MapAxis x = Plan.Axes[0];
        int width = x.Values.Length;
        for (int row = 0; row < Plan.Points.Count / width; row++)
        {
            int[] points = [.. Enumerable.Range(row * width, width)];
            Interval?[] bands = [.. points.Select(k => Band(k, figure))];
            string name = Plan.Axes.Count == 1 ? figure : $"{figure} at {Plan.Axes[1].Key} {Quantity.Rounded(Plan.Axes[1].Values[row], Plan.Axes[1].Unit)}";
            Curve mean = new(name, x.Key, x.Unit, figure, UnitOf(figure), x.Values, [.. points.Select(k => Mean(k, figure))]);
            yield return bands.All(b => b is null)
                ? mean
                : mean with { Low = [.. bands.Select(b => b?.Low ?? double.NaN)], High = [.. bands.Select(b => b?.High ?? double.NaN)], BandName = "95 % interval of the mean" };
        }
    }
}
