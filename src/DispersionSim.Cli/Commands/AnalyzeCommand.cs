using System.CommandLine;
using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary><c>analyze surface|distribution|points|volume|image FILE</c>: what a measured file says; <c>analyze power</c>: what its tests would have seen.</summary>
internal static class AnalyzeCommand
{
    public static Command Make(CommandHost host) => new("analyze", "Measures a file.") { AnalyzeSurfaceCommand.Make(host), AnalyzeDistributionCommand.Make(host), AnalyzePointsCommand.Make(host), AnalyzeVolumeCommand.Make(host), AnalyzeImageCommand.Make(host), AnalyzePowerCommand.Make(host) };

    /// <summary>The figures as a table, or as a document in the shape of metrics.json.</summary>
    internal static void Print(CommandHost host, IReadOnlyList<Measurement> measured, IReadOnlyList<(string Name, object Value)> extras, IReadOnlyList<Curve> functions, bool json)
    {
        if (json)
        {
            host.Print(new MetricsDocument(measured, functions) { Extras = extras }.ToJson());
            return;
        }

        int width = Math.Max(16, measured.Max(m => m.Name.Length));
        foreach (Measurement m in measured)
        {
            host.Print($"{m.Name.PadRight(width)} {(double.IsNaN(m.Value) ? "none" : Quantity.Rounded(m.Value, m.Unit)),-14} {(m.Interval is { } i ? $"[{Quantity.Rounded(i.Low, m.Unit)}, {Quantity.Rounded(i.High, m.Unit)}]  " : "")}{m.Definition}");
        }

        foreach ((string name, object value) in extras)
        {
            host.Print($"{name.PadRight(width)} {(value is double[] pair ? string.Join(" x ", pair.Select(v => Quantity.Rounded(v, "m"))) : value)}");
        }
    }

    /// <summary>The value of an option, refused outside its range.</summary>
    internal static T Within<T>(string option, T value, T low, T high) where T : IComparable<T>, IFormattable =>
        value.CompareTo(low) >= 0 && value.CompareTo(high) <= 0 ? value : throw new InputException(FormattableString.Invariant($"{option} {value}: must be from {low} to {high}"));

    /// <summary>A length given as an option; null where it is absent.</summary>
    /// <exception cref="InputException">It is no length, or below zero.</exception>
    internal static double? Length(string? text, string option)
    {
        if (text is null)
        {
            return null;
        }

        double length = Quantity.TryParse(text, "m", out double si, out string error) ? si : throw new InputException($"{option} {text}: {error}");
        return length >= 0 ? length : throw new InputException($"{option} {text}: must not be below zero");
    }
}
