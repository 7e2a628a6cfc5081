namespace DispersionSim.Core;

/// <summary>A double as its shortest decimal digits: ± Digits · 10^Exponent. Powers of ten are moved without rounding.</summary>
internal readonly record struct DecimalDigits(bool Negative, string Digits, int Exponent)
{
    /// <summary>Power of ten of the leading digit.</summary>
    public int Magnitude => Exponent + Digits.Length - 1;

    public static DecimalDigits Of(double value)
    {
        string text = Math.Abs(value).ToString("R");
        int e = text.IndexOf('E', StringComparison.Ordinal);
        string mantissa = e < 0 ? text : text[..e];
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        int exponent = (e < 0 ? 0 : int.Parse(text[(e + 1)..])) - (point < 0 ? 0 : mantissa.Length - point - 1);
        string digits = mantissa.Replace(".", "").TrimStart('0');
        string significant = digits.TrimEnd('0');
        return significant.Length == 0
            ? new(double.IsNegative(value), "0", 0)
            : new(value < 0, significant, exponent + digits.Length - significant.Length);
    }

    /// <summary>The number divided by 10^shift, in plain notation where that is short and with an exponent otherwise.</summary>
    public string Text(int shift)
    {
        int exponent = Digits == "0" ? 0 : Exponent - shift;
        return (Negative ? "-" : "") + (exponent + Digits.Length - 1 is >= -4 and < 9 ? Plain(exponent) : Scientific(exponent));
    }

    private string Plain(int exponent)
    {
        int point = Digits.Length + exponent;
        return exponent >= 0 ? Digits + new string('0', exponent)
            : point > 0 ? $"{Digits[..point]}.{Digits[point..]}"
            : $"0.{new string('0', -point)}{Digits}";
    }

    private string Scientific(int exponent) =>
        $"{Digits[0]}{(Digits.Length > 1 ? "." + Digits[1..] : "")}e{exponent + Digits.Length - 1}";
}
