namespace DispersionSim.Core;

/// <summary>A function measured at points; y may carry a band (null envelope or confidence).</summary>
/// <param name="Name">What is plotted, e.g. "largest fragment".</param>
/// <param name="XName">Name of the abscissa.</param>
/// <param name="XUnit">SI unit of the abscissa.</param>
/// <param name="YName">Name of the ordinate.</param>
/// <param name="YUnit">SI unit of the ordinate.</param>
public sealed record Curve(string Name, string XName, string XUnit, string YName, string YUnit, double[] X, double[] Y)
{
    /// <summary>Lower edge of the band, or null.</summary>
    public double[]? Low { get; init; }

    /// <summary>Upper edge of the band, or null.</summary>
    public double[]? High { get; init; }

    /// <summary>What the band is, e.g. "process null, 95 %".</summary>
    public string BandName { get; init; } = "";

    /// <summary>Lower ends of the values' 95 % confidence intervals, NaN where a value has none; null where no value has one.</summary>
    public double[]? IntervalLow { get; init; }

    /// <summary>Upper ends of the same.</summary>
    public double[]? IntervalHigh { get; init; }

    /// <summary>The curve with an interval of each value.</summary>
    public Curve With(IReadOnlyList<Interval?> intervals) => intervals.All(i => i is null) ? this : this with
    {
        IntervalLow = [.. intervals.Select(i => i?.Low ?? double.NaN)],
        IntervalHigh = [.. intervals.Select(i => i?.High ?? double.NaN)],
    };
}
