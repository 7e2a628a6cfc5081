using System.Collections;
using System.Globalization;
using System.Text;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Values as they stand in a recipe.</summary>
internal static class RecipeText
{
    /// <summary>A value or a list of values in TOML; null for what TOML recipes do not hold (nothing, tables, infinities).</summary>
    public static string? Of(OptionKey key, object? value)
    {
        if (!key.IsList || value is null)
        {
            return One(key, value);
        }

        string?[] items = [.. ((IEnumerable)value).Cast<object?>().Select(item => One(key, item))];
        return items.Length == 0 ? "[]" : items.Contains(null) ? null : $"[{string.Join(", ", items)}]";
    }

    private static string? One(OptionKey key, object? value) => value switch
    {
        null => null,
        double real when !double.IsFinite(real) => null,
        double real when key.IsPureNumber => real == 0 && double.IsNegative(real) ? "-0.0" : Quantity.Format(real, "-"),
        double real => Quoted(Quantity.Format(real, key.Unit)),
        bool truth => truth ? "true" : "false",
        ulong large when large > long.MaxValue => Quoted(large.ToString(CultureInfo.InvariantCulture)),
        int or long or ulong => System.Convert.ToString(value, CultureInfo.InvariantCulture),
        string text => Quoted(text),
        Enum word => Quoted(OptionKey.WordOf(word)),
        _ => null,
    };

    /// <summary>A TOML basic string.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when char.IsControl(c) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
