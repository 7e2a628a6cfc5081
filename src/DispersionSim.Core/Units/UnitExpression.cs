using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace DispersionSim.Core;

/// <summary>Reads one unit expression from left to right.</summary>
/// <remarks>
/// expression = factor { [* or space] factor | / factor }, factor = symbol [power] | ( expression ) [power].
/// A product after a quotient without brackets ("J/mol K") reads two ways and is refused.
/// </remarks>
internal sealed class UnitExpression(string source)
{
    private const int LargestPower = 9;

    private readonly string text = Normalise(source);
    private int at;
    private UnitFault? fault;

    public bool TryRead(out Unit unit, [NotNullWhen(false)] out UnitFault? problem)
    {
        unit = text == "-" ? Unit.One : ReadProduct(depth: 0);
        if (text != "-" && fault is null && at < text.Length)
        {
            fault = new(text[at..], "is not understood");
        }

        problem = fault;
        return problem is null;
    }

    /// <summary>One spelling for everything that means the same: both micro signs, superscripts, degree sign, multiplication signs.</summary>
    private static string Normalise(string source)
    {
        var normal = new StringBuilder(source.Trim());
        foreach ((string from, string to) in ((string, string)[])[("\u00B5", "u"), ("\u03BC", "u"), ("\u00B0C", "degC"), ("\u00B0", "deg"), ("\u2126", "Ohm"), ("\u03A9", "Ohm"),
            ("\u00B7", "*"), ("\u22C5", "*"), ("\u207B", "^-"), ("\u00B9", "^1"), ("\u00B2", "^2"), ("\u00B3", "^3"), ("^-^", "^-")])
        {
            normal.Replace(from, to);
        }

        return normal.ToString();
    }

    private Unit ReadProduct(int depth)
    {
        Unit product = Unit.One;
        bool divide = false, divided = false, first = true;
        while (fault is null)
        {
            SkipSpaces();
            if (first && Peek == '/')
            {
                divide = TakeSlash();
            }

            Unit factor = ReadFactor(depth);
            if (!first || divide)
            {
                RefuseOffset(factor);
            }

            product = product.Times(divide ? factor.Power(-1) : factor) with { Offset = factor.Offset };
            if (fault is not null || !MoveToNext(ref divide, ref divided, depth))
            {
                break;
            }

            RefuseOffset(product);
            first = false;
        }

        return product;
    }

    /// <summary>Decides whether another factor follows, and whether it divides.</summary>
    private bool MoveToNext(ref bool divide, ref bool divided, int depth)
    {
        divided |= divide;
        SkipSpaces();
        if (at >= text.Length || (Peek == ')' && depth > 0))
        {
            return false;
        }

        divide = Peek == '/' && TakeSlash();
        if (!divide && divided)
        {
            fault = new(source.Trim(), "reads two ways: put what is below the slash into brackets, as in J/(mol K)");
        }
        else if (!divide && Peek == '*')
        {
            at++;
        }

        return fault is null;
    }

    private Unit ReadFactor(int depth)
    {
        SkipSpaces();
        if (Peek == '(' && depth < LargestPower)
        {
            at++;
            Unit inner = ReadProduct(depth + 1);
            return fault is null && !TakeClosingBracket() ? Fail("(", "is a bracket that is not closed") : WithPower(inner);
        }

        if (Peek == '1')
        {
            at++;
            return Unit.One;
        }

        int start = at;
        while (at < text.Length && (char.IsLetter(text[at]) || text[at] == '%'))
        {
            at++;
        }

        string symbol = text[start..at];
        return symbol.Length == 0 ? (at < text.Length ? Fail(text[at..], "stands where a unit is missing") : Fail(source.Trim(), "ends where a unit is missing"))
            : UnitTable.TryFind(symbol, out Unit unit) ? WithPower(unit)
            : Fail(symbol, null);
    }

    private Unit WithPower(Unit unit)
    {
        if (fault is not null || !TryReadPower(out int power))
        {
            return unit;
        }

        RefuseOffset(unit);
        return Math.Abs(power) is >= 1 and <= LargestPower ? unit.Power(power) : Fail(source.Trim(), $"has a power that is no whole number between 1 and {LargestPower}");
    }

    private bool TryReadPower(out int power)
    {
        int start = at;
        at += Peek == '^' ? 1 : 0;
        int digits = at;
        at += Peek is '-' or '+' ? 1 : 0;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        if (at == start)
        {
            power = 1;
            return false;
        }

        power = int.TryParse(text.AsSpan(digits, at - digits), out int value) ? value : 0;
        return true;
    }

    private void RefuseOffset(Unit unit)
    {
        if (unit.Offset != 0)
        {
            fault ??= new("degC", "can only stand alone; write K in a compound unit");
        }
    }

    private Unit Fail(string symbol, string? reason)
    {
        fault ??= new(symbol, reason);
        return Unit.One;
    }

    private char Peek => at < text.Length ? text[at] : '\0';

    private bool TakeSlash()
    {
        at++;
        return true;
    }

    private bool TakeClosingBracket()
    {
        SkipSpaces();
        bool closed = Peek == ')';
        at += closed ? 1 : 0;
        return closed;
    }

    private void SkipSpaces()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }
}
