using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Numbers in sentences: three figures, lengths in micrometres.</summary>
internal static class Figures
{
    private const double Micrometre = 1e-6;

    public static string Say(double value, string unit) => unit switch
    {
        "m" => $"{value / Micrometre:G3} µm",
        "-" or "" => $"{value:G3}",
        _ => $"{value:G3} {unit}",
    };

    public static string Say(double value, Interval? interval, string unit) => interval is { } i
        ? $"{Say(value, unit)} [{Say(i.Low, "-", unit)}, {Say(i.High, "-", unit)}]"
        : Say(value, unit);

    /// <summary>Why a quantity of too few replicates decides nothing.</summary>
    public static string TooFew(int replicates, int needed) => $"only {replicates} replicate{(replicates == 1 ? "" : "s")}; {needed} are needed";

    private static string Say(double value, string shown, string unit) => Say(unit == "m" ? value / Micrometre : value, shown);
}
