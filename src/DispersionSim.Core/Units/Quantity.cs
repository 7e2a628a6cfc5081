using System.Text.RegularExpressions;

namespace DispersionSim.Core;

/// <summary>Numbers with units as a user writes them, "0.5 um" or "25 mPa s", to and from SI doubles.</summary>
public static partial class Quantity
{
    /// <summary>Exponents beyond this overflow or vanish whatever the digits are.</summary>
    private const int ExponentLimit = 99_999;

    /// <summary>Reads a quantity.</summary>
    /// <param name="text">A number and a unit, such as "1 g/(m^2 s)"; a plain number or a percentage where the unit is "-".</param>
    /// <param name="siUnit">The unit in which the value is wanted.</param>
    /// <param name="si">The value, in <paramref name="siUnit"/>.</param>
    /// <param name="error">What is wrong and what is allowed, without the text itself; empty where nothing is.</param>
    public static bool TryParse(string text, string siUnit, out double si, out string error)
    {
        si = 0;
        string trimmed = text.Trim().Replace('\u2212', '-');
        Match number = Number().Match(trimmed);
        error = number.Success ? FaultAfterNumber(trimmed[number.Length..]) : FaultWithoutNumber(trimmed, siUnit);
        if (error.Length == 0 && TryReadUnit(trimmed[number.Length..].Trim(), siUnit, out Unit unit, out error))
        {
            si = Convert(number, unit, UnitTable.Parse(siUnit));
            error = double.IsFinite(si) ? "" : "is too large a number";
        }

        return error.Length == 0;
    }

    /// <summary>Writes a quantity with the prefix that reads best: 5e-7 in "m" gives "0.5 um". What is written reads back bit by bit.</summary>
    public static string Format(double si, string siUnit) => QuantityText.Of(si, siUnit);

    /// <summary>The same for people to read: rounded to a few significant digits, so that 0.5599999999999999 um reads 0.56 um.</summary>
    public static string Rounded(double si, string siUnit, int digits = 5) =>
        Format(double.IsFinite(si) ? double.Parse(si.ToString($"E{digits - 1}")) : si, siUnit);

    /// <summary>A made-up example of a quantity, quoted: <c>"1 MPa"</c>.</summary>
    public static string ExampleOf(string siUnit)
    {
        IReadOnlyList<string> usual = UnitTable.UsualUnits(siUnit);
        return IsPureNumber(siUnit) ? "0.5" : $"\"1 {usual[Math.Min(2, usual.Count - 1)]}\"";
    }

    /// <summary>Whether a unit stands for a number without one.</summary>
    public static bool IsPureNumber(string siUnit) => UnitTable.Parse(siUnit).Dimension == Dimension.None;

    private static double Convert(Match number, Unit unit, Unit wanted)
    {
        string exponentText = number.Groups["exponent"].Value;
        int exponent = exponentText.Length == 0 ? 0
            : int.TryParse(exponentText, out int given) ? Math.Clamp(given, -ExponentLimit, ExponentLimit)
            : exponentText.StartsWith('-') ? -ExponentLimit : ExponentLimit;
        double value = double.Parse($"{number.Groups["digits"].Value}e{exponent + unit.Exponent - wanted.Exponent}");
        return (value * (unit.Mantissa / wanted.Mantissa)) + (unit.Offset - wanted.Offset);
    }

    private static string FaultAfterNumber(string rest) =>
        rest.Length > 0 && rest[0] is ',' or '_' or '\'' or '.' ? "is not a number: write digits with a decimal point and no separators, such as 1234.5" : "";

    private static string FaultWithoutNumber(string text, string siUnit)
    {
        string bare = text.TrimStart('+', '-');
        return text.Length == 0 ? $"is empty: write {Wanted(siUnit)}, e.g. {ExampleOf(siUnit)}"
            : bare.StartsWith("nan", StringComparison.OrdinalIgnoreCase) || bare.StartsWith("inf", StringComparison.OrdinalIgnoreCase) ? "must be a finite number"
            : $"is not a quantity: write {Wanted(siUnit)}, e.g. {ExampleOf(siUnit)}";
    }

    private static bool TryReadUnit(string text, string siUnit, out Unit unit, out string error)
    {
        unit = Unit.One;
        Dimension wanted = UnitTable.Parse(siUnit).Dimension;
        error = text.Length == 0 && wanted != Dimension.None ? $"has no unit: {Wanted(siUnit)} is wanted, e.g. {ExampleOf(siUnit)}"
            : text.Length == 0 ? ""
            : !UnitTable.TryParse(text, out unit, out UnitFault? fault) ? Describe(fault, siUnit)
            : unit.Dimension != wanted ? WrongDimension(text, unit.Dimension, siUnit)
            : "";
        return error.Length == 0;
    }

    private static string Describe(UnitFault fault, string siUnit) => fault.Reason is string reason
        ? $"'{fault.Symbol}' {reason}"
        : $"'{fault.Symbol}' is not a unit of {UnitTable.NameOf(siUnit)}; {Known(siUnit)}";

    private static string WrongDimension(string text, Dimension given, string siUnit) => DimensionNames.Of(given) is string name && given != Dimension.None
        ? $"'{text}' is a unit of {name}, {Wanted(siUnit)} is wanted; {Known(siUnit)}"
        : $"'{text}' is not a unit of {UnitTable.NameOf(siUnit)}; {Known(siUnit)}";

    private static string Known(string siUnit) => $"known: {string.Join(", ", UnitTable.UsualUnits(siUnit))}";

    /// <summary>"a length", "an energy", "a plain number".</summary>
    public static string Wanted(string siUnit)
    {
        string name = IsPureNumber(siUnit) ? "plain number" : UnitTable.NameOf(siUnit);
        return $"{(name[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an" : "a")} {name}";
    }

    [GeneratedRegex(@"^(?<digits>[+-]?([0-9]+\.?[0-9]*|\.[0-9]+))([eE](?<exponent>[+-]?[0-9]+))?", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
