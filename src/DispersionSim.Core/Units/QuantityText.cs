namespace DispersionSim.Core;

/// <summary>Chooses prefix and unit in which a quantity is written.</summary>
internal static class QuantityText
{
    /// <summary>From this many significant digits on, another customary unit (min, h, degC, eV) is tried.</summary>
    private const int ManyDigits = 4;

    /// <summary>Leading symbols that take prefixes, and the largest power of ten in use with each.</summary>
    private static readonly Dictionary<string, int> LargestPrefix = new(StringComparer.Ordinal)
    {
        ["m"] = 0,
        ["g"] = 0,
        ["s"] = 0,
        ["N"] = 3,
        ["Pa"] = 9,
        ["J"] = 6,
        ["W"] = 6,
        ["V"] = 3,
        ["A"] = 3,
        ["S"] = 6,
        ["Ohm"] = 6,
        ["C"] = 0,
    };

    public static string Of(double si, string siUnit)
    {
        if (!double.IsFinite(si))
        {
            return $"{si} {siUnit}";
        }

        var digits = DecimalDigits.Of(si);
        return siUnit is "-" or "1" ? digits.Text(0) : Customary(si, siUnit, digits) ?? Prefixed(digits, siUnit);
    }

    private static string Prefixed(DecimalDigits digits, string siUnit)
    {
        // The kilogram carries its prefix already: below one kilogram count in grams.
        if (siUnit == "kg" && digits.Magnitude < 0)
        {
            return Prefixed(digits with { Exponent = digits.Exponent + 3 }, "g");
        }

        string leading = LeadingSymbol(siUnit);
        int shift = digits.Digits != "0" && LargestPrefix.TryGetValue(leading, out int largest) ? Shift(digits.Magnitude, leading, largest) : 0;
        return $"{digits.Text(shift)} {PrefixOf(shift)}{siUnit}";
    }

    private static int Shift(int magnitude, string symbol, int largest)
    {
        int engineering = (int)Math.Floor(magnitude / 3.0) * 3;

        // Particles are spoken of in micrometres down to a tenth.
        return symbol == "m" && magnitude == -7 ? -6 : Math.Clamp(engineering, -15, largest);
    }

    private static string PrefixOf(int shift) => shift switch
    {
        -15 => "f",
        -12 => "p",
        -9 => "n",
        -6 => "u",
        -3 => "m",
        3 => "k",
        6 => "M",
        9 => "G",
        _ => "",
    };

    /// <summary>The first symbol of a unit where a prefix can go before it; empty for powers ("m^2/s") and reciprocals.</summary>
    private static string LeadingSymbol(string siUnit)
    {
        int end = 0;
        while (end < siUnit.Length && char.IsLetter(siUnit[end]))
        {
            end++;
        }

        return end == siUnit.Length || siUnit[end] is ' ' or '/' or '*' ? siUnit[..end] : "";
    }

    /// <summary>A unit that is not a power of ten of the SI unit, where the number becomes much shorter in it and reads back exactly.</summary>
    private static string? Customary(double si, string siUnit, DecimalDigits digits)
    {
        bool longTime = siUnit == "s" && si >= 60;
        if (!longTime && digits.Digits.Length < ManyDigits)
        {
            return null;
        }

        return UnitTable.UsualUnits(siUnit)
            .Select(symbol => InUnit(si, siUnit, symbol, digits.Digits.Length))
            .Where(text => text is not null)
            .MinBy(text => text!.Length);
    }

    private static string? InUnit(double si, string siUnit, string symbol, int digitsToBeat)
    {
        Unit unit = UnitTable.Parse(symbol), main = UnitTable.Parse(siUnit);
        double value = (si + main.Offset - unit.Offset) * main.Factor / unit.Factor;
        bool decimalMultiple = unit.Mantissa == main.Mantissa && unit.Offset == main.Offset;
        var digits = DecimalDigits.Of(double.Parse(value.ToString("G12")));
        string text = $"{digits.Text(0)} {symbol}";
        return !decimalMultiple && Math.Abs(value) is >= 1 and < 1e5 && digits.Digits.Length < digitsToBeat
            && Quantity.TryParse(text, siUnit, out double back, out _) && back == si ? text : null;
    }
}
