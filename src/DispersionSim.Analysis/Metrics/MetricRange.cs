using System.Globalization;
using System.Text.RegularExpressions;
using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Reads the ranges of the table of metrics.</summary>
internal static partial class MetricRange
{
    /// <summary>"0…1" and "≥ 0" as intervals, whatever words follow; null where the range is anything else, such as "about 0…1".</summary>
    public static Interval? Parse(string words)
    {
        Match both = Both().Match(words), low = Low().Match(words);
        return both.Success ? new(Number(both, 1), Number(both, 2)) : low.Success ? new(Number(low, 1), double.PositiveInfinity) : null;
    }

    private static double Number(Match match, int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(-?[\d.]+)…(-?[\d.]+)")]
    private static partial Regex Both();

    [GeneratedRegex(@"^[≥>] (-?[\d.]+)")]
    private static partial Regex Low();
}
