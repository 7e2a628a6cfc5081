using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>SI numbers as people read them: three figures, a fitting prefix, typographic minus and powers.</summary>
public static class FigureText
{
    private const double Minute = 60, Hour = 3600;

    /// <summary>Steps of a unit, largest first.</summary>
    private static readonly Dictionary<string, (double Factor, string Symbol)[]> Scales = new(StringComparer.Ordinal)
    {
        ["m"] = [(1, "m"), (1e-3, "mm"), (1e-6, "µm"), (1e-9, "nm")],
        ["m^2"] = [(1, "m²"), (1e-6, "mm²"), (1e-12, "µm²"), (1e-18, "nm²")],
        ["m^3"] = [(1, "m³"), (1e-9, "mm³"), (1e-18, "µm³"), (1e-27, "nm³")],
        ["1/m"] = [(1e6, "µm⁻¹"), (1, "m⁻¹")],
        ["kg"] = [(1, "kg"), (1e-3, "g"), (1e-6, "mg"), (1e-9, "µg"), (1e-12, "ng"), (1e-15, "pg"), (1e-18, "fg")],
        ["kg/m^2"] = [(1, "kg/m²"), (1e-3, "g/m²"), (1e-6, "mg/m²")],
        ["kg/(m^2 s)"] = [(1e-3, "g/(m²·s)")],
        ["Pa"] = [(1e9, "GPa"), (1e6, "MPa"), (1e3, "kPa"), (1, "Pa"), (1e-3, "mPa")],
        ["Pa s"] = [(1, "Pa·s"), (1e-3, "mPa·s")],
        ["N"] = [(1, "N"), (1e-3, "mN"), (1e-6, "µN"), (1e-9, "nN"), (1e-12, "pN")],
        ["s"] = [(Hour, "h"), (Minute, "min"), (1, "s"), (1e-3, "ms"), (1e-6, "µs")],
        ["V"] = [(1, "V"), (1e-3, "mV")],
    };

    /// <summary>"0.46 µm"; an em dash for what is no number.</summary>
    public static string Of(double value, string unit) =>
        With(Number(value, Step(value, unit).Factor), Step(value, unit).Symbol) + (unit == "K" && value > 200 ? $" ({value - 273.15:0} °C)" : "");

    /// <summary>The value and its interval in the value's prefix: "0.46 µm", "0.44 – 0.48 µm".</summary>
    public static string Range(Interval interval, string unit, double reference)
    {
        double lead = double.IsFinite(reference) && reference != 0 ? reference : Math.Max(Math.Abs(interval.Low), Math.Abs(interval.High));
        (double factor, string symbol) = Step(lead, unit);
        double width = (interval.High - interval.Low) / factor;
        int decimals = width > 0 && double.IsFinite(width) ? Math.Max(0, Decimals(width) - 1) : Decimals(lead / factor);
        return With($"{Number(interval.Low, factor, decimals)} – {Number(interval.High, factor, decimals)}", symbol);
    }

    /// <summary>A plain number.</summary>
    public static string Number(double value) => Number(value, 1);

    private static string With(string number, string symbol) => symbol.Length == 0 || number == "—" ? number : $"{number}\u202f{symbol}";

    private static (double Factor, string Symbol) Step(double value, string unit)
    {
        if (!Scales.TryGetValue(unit, out (double Factor, string Symbol)[]? steps))
        {
            return (1, Pretty(unit));
        }

        double size = Math.Abs(value);
        return Array.Find(steps, s => size >= Math.Min(s.Factor, s.Factor * LeastShown(unit, s.Factor))) is { Factor: > 0 } found
            ? found
            : size == 0 ? steps.FirstOrDefault(s => s.Factor == 1, steps[0]) : steps[^1];
    }

    /// <summary>Minutes and hours only from three of them on; metres of a foil are never meant, so 0.1 of a step suffices for lengths.</summary>
    private static double LeastShown(string unit, double factor) => unit == "m" ? 0.1 : unit == "s" && factor > 1 ? 1 : 0.9995;

    private static string Number(double value, double factor, int? decimals = null)
    {
        double scaled = value / factor, size = Math.Abs(scaled);
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "—" : value > 0 ? "∞" : "−∞";
        }

        if (size != 0 && (size >= 1e6 || size < 1e-3) && decimals is null or > 5)
        {
            return Scientific(scaled);
        }

        int places = scaled == 0 ? 0 : decimals ?? FewestDecimals(scaled);
        string text = size.ToString((size >= 1e4 ? "#,##0." : "0.") + new string('0', places));
        text = text.TrimEnd('.').Replace(',', '\u202f');
        return scaled < 0 && text.Any(c => c is >= '1' and <= '9') ? "−" + text : text;
    }

    /// <summary>Three figures, or fewer where fewer say it all: a limit of 0.05 is not 0.0500.</summary>
    private static int FewestDecimals(double scaled) =>
        Enumerable.Range(0, Decimals(scaled) + 1).FirstOrDefault(d => Math.Abs(scaled - Math.Round(scaled, d)) <= 1e-9 * Math.Abs(scaled), Decimals(scaled));

    /// <summary>Decimals for three figures.</summary>
    private static int Decimals(double scaled) => scaled == 0 || !double.IsFinite(scaled) ? 0 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(scaled)) + 1e-9), 0, 9);

    private static string Scientific(double value)
    {
        int exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        double mantissa = value / Math.Pow(10, exponent);
        string text = Math.Abs(mantissa).ToString("0.##");
        return $"{(value < 0 ? "−" : "")}{text} × 10{Superscript(exponent)}";
    }

    private static string Superscript(int exponent) => string.Concat(exponent.ToString().Select(c => c switch
    {
        '-' => '⁻',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        _ => (char)('⁰' + (c - '0')),
    }));

    /// <summary>"kg/m^3" as kg/m³, "1/s" as s⁻¹; nothing for a pure number.</summary>
    private static string Pretty(string unit) => unit switch
    {
        "-" or "" => "",
        "1/s" => "s⁻¹",
        _ => unit.Replace("^2", "²").Replace("^3", "³").Replace(' ', '·'),
    };
}
