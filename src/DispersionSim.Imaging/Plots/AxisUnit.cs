using System.Text;

namespace DispersionSim.Imaging;

/// <summary>The unit an axis is read in: micrometres for small lengths, kilopascals for large pressures, hours for long times.</summary>
/// <param name="Symbol">As printed; empty for a pure number.</param>
/// <param name="Scale">SI value of one such unit.</param>
public sealed record AxisUnit(string Symbol, double Scale)
{
    private const double LongTime = 7200;
    private const double Hour = 3600;

    private static readonly string[] Prefixable = ["m", "s", "Pa", "N", "J", "W", "V", "A", "Hz", "N/m", "Pa s", "J/m^2", "S/m"];

    /// <summary>Masses of a layer, which are read in grams.</summary>
    private static readonly (string Unit, string Symbol)[] PerArea = [("kg/m^2", "g/m²"), ("kg/(m^2 s)", "g/(m² s)")];

    /// <summary>Areas and volumes, which are read in those of a fitting length.</summary>
    private static readonly (string Unit, int Power)[] Powers = [("m^2", 2), ("m^3", 3)];

    private static readonly (double Factor, string Prefix)[] Lengths = [(1, ""), (1e-3, "m"), (1e-6, "µ"), (1e-9, "n")];

    private static readonly (double Factor, string Prefix)[] Prefixes =
        [(1e9, "G"), (1e6, "M"), (1e3, "k"), (1, ""), (1e-3, "m"), (1e-6, "µ"), (1e-9, "n"), (1e-12, "p")];

    /// <summary>The unit that brings the largest size on an axis between 1 and 1000.</summary>
    /// <param name="unit">SI unit, "-" for a number.</param>
    /// <param name="largest">Largest absolute value on the axis.</param>
    public static AxisUnit For(string unit, double largest)
    {
        if (unit == "s" && largest >= LongTime)
        {
            return new("h", Hour);
        }

        if (Array.Find(PerArea, u => u.Unit == unit) is { Unit: not null } perArea)
        {
            return new(perArea.Symbol, 1e-3);
        }

        if (Array.Find(Powers, u => u.Unit == unit) is { Power: > 0 } power && double.IsFinite(largest) && largest > 0)
        {
            (double edge, string of) = Array.Find(Lengths, p => largest >= Math.Pow(p.Factor, power.Power) * 0.9999999) is { Factor: > 0 } fits ? fits : Lengths[^1];
            return new(of + Printed(unit), Math.Pow(edge, power.Power));
        }

        if (!Prefixable.Contains(unit, StringComparer.Ordinal) || !double.IsFinite(largest) || largest <= 0)
        {
            return new(Printed(unit), 1);
        }

        (double factor, string prefix) = Array.Find(Prefixes, p => largest >= p.Factor * 0.9999999) is { Factor: > 0 } found ? found : Prefixes[^1];
        return new(prefix + Printed(unit), factor);
    }

    /// <summary>Name and unit as an axis title.</summary>
    public string Title(string name) => Symbol.Length == 0 ? Capital(name) : $"{Capital(name)} ({Symbol})";

    private static string Capital(string name) => name.Length > 1 && char.IsLower(name[0]) && char.IsLower(name[1]) ? char.ToUpperInvariant(name[0]) + name[1..] : name;

    private static string Printed(string unit)
    {
        if (unit is "-" or "")
        {
            return "";
        }

        string inverse = unit.StartsWith("1/", StringComparison.Ordinal) && !unit[2..].Contains('/', StringComparison.Ordinal) ? Inverse(unit[2..]) : unit;
        return new StringBuilder(inverse).Replace("^-1", "⁻¹").Replace("^2", "²").Replace("^3", "³").Replace("^4", "⁴").Replace("degC", "°C").Replace("Ohm", "Ω").Replace("ohm", "Ω").ToString();
    }

    private static string Inverse(string unit) => unit switch
    {
        _ when unit.EndsWith("^2", StringComparison.Ordinal) => unit[..^2] + "⁻²",
        _ when unit.EndsWith("^3", StringComparison.Ordinal) => unit[..^2] + "⁻³",
        _ => unit + "⁻¹",
    };
}
