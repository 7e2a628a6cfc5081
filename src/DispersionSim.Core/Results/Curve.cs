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
}
