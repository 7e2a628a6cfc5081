using System.Diagnostics.CodeAnalysis;

namespace DispersionSim.Core;

/// <summary>Every unit symbol that a recipe may use, and the expressions made of them ("g/(m^2 s)").</summary>
/// <remarks>Values of the units outside SI: bar, min, h, degC and eV as in tables 1 and 8 of si-brochure-2019.</remarks>
public static class UnitTable
{
    private static readonly Dimension Energy = new(2, 1, -2);

    private static readonly Dimension Voltage = new(2, 1, -3, -1);

    private static readonly Dimension Charge = new(0, 0, 1, 1);

    /// <summary>Prefixes as powers of ten; u stands for micro, like both code points of µ.</summary>
    private static readonly (char Symbol, int Exponent)[] Prefixes = [('f', -15), ('p', -12), ('n', -9), ('u', -6), ('m', -3), ('k', 3), ('M', 6), ('G', 9), ('T', 12)];

    private static readonly Dictionary<string, Unit> Prefixed = new(StringComparer.Ordinal)
    {
        ["m"] = new(new(1, 0, 0), 1, 0),
        ["g"] = new(new(0, 1, 0), 1, -3),
        ["s"] = new(new(0, 0, 1), 1, 0),
        ["A"] = new(new(0, 0, 0, 1), 1, 0),
        ["K"] = new(new(0, 0, 0, 0, 1), 1, 0),
        ["mol"] = new(new(0, 0, 0, 0, 0, 1), 1, 0),
        ["N"] = new(new(1, 1, -2), 1, 0),
        ["Pa"] = new(new(-1, 1, -2), 1, 0),
        ["J"] = new(Energy, 1, 0),
        ["eV"] = new(Energy, 1.602176634, -19),
        ["W"] = new(new(2, 1, -3), 1, 0),
        ["V"] = new(Voltage, 1, 0),
        ["S"] = new(new Dimension(0, 0, 0, 1) / Voltage, 1, 0),
        ["Ohm"] = new(Voltage / new Dimension(0, 0, 0, 1), 1, 0),
        ["C"] = new(Charge, 1, 0),
        ["F"] = new(Charge / Voltage, 1, 0),
        ["Hz"] = new(new(0, 0, -1), 1, 0),
        ["L"] = new(new(3, 0, 0), 1, -3),
        ["Ah"] = new(Charge, 3600, 0),
        ["Wh"] = new(Energy, 3600, 0),
        ["rad"] = new(new(0, 0, 0, 0, 0, 0, 1), 1, 0),
    };

    private static readonly Dictionary<string, Unit> Plain = new(StringComparer.Ordinal)
    {
        ["-"] = Unit.One,
        ["1"] = Unit.One,
        ["%"] = new(Dimension.None, 1, -2),
        ["ppm"] = new(Dimension.None, 1, -6),
        ["cm"] = new(new(1, 0, 0), 1, -2),
        ["min"] = new(new(0, 0, 1), 60, 0),
        ["h"] = new(new(0, 0, 1), 3600, 0),
        ["d"] = new(new(0, 0, 1), 86400, 0),
        ["bar"] = new(new(-1, 1, -2), 1, 5),
        ["mbar"] = new(new(-1, 1, -2), 1, 2),
        ["degC"] = new(new(0, 0, 0, 0, 1), 1, 0, 273.15),
        ["deg"] = new(new(0, 0, 0, 0, 0, 0, 1), Math.PI / 1.8, -2),
    };

    /// <summary>The unit of one symbol such as "um", without products or powers.</summary>
    public static bool TryFind(string symbol, out Unit unit)
    {
        if (Plain.TryGetValue(symbol, out unit) || Prefixed.TryGetValue(symbol, out unit))
        {
            return true;
        }

        foreach ((char prefix, int exponent) in Prefixes)
        {
            if (symbol.Length > 1 && symbol[0] == prefix && Prefixed.TryGetValue(symbol[1..], out Unit main))
            {
                unit = main with { Exponent = main.Exponent + exponent };
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads a unit expression: symbols joined by space, * or ·, quotients by /, powers as ^2, 2 or ², brackets.</summary>
    public static bool TryParse(string expression, out Unit unit, [NotNullWhen(false)] out UnitFault? fault) =>
        new UnitExpression(expression).TryRead(out unit, out fault);

    /// <summary>Reads a unit expression written by a programmer.</summary>
    /// <exception cref="ArgumentException">It is not one.</exception>
    public static Unit Parse(string expression) => TryParse(expression, out Unit unit, out UnitFault? fault)
        ? unit
        : throw new ArgumentException($"'{fault.Symbol}' in unit '{expression}': {fault.Reason ?? "unknown"}", nameof(expression));

    /// <summary>Units to offer a user for a quantity held in an SI unit: "m" gives m, mm, um, nm.</summary>
    public static IReadOnlyList<string> UsualUnits(string siUnit) => DimensionNames.UsualUnits(Parse(siUnit).Dimension, siUnit);

    /// <summary>What a quantity held in an SI unit is called: "m" gives "length"; "quantity in kg m^4" where it has no name.</summary>
    public static string NameOf(string siUnit) => DimensionNames.Of(Parse(siUnit).Dimension) ?? $"quantity in {siUnit}";
}
