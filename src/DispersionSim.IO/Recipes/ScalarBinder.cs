using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Turns one written value into the number, text or word that a key holds.</summary>
internal static class ScalarBinder
{
    /// <summary>Whole numbers above this are not all to be had as doubles.</summary>
    private const double LargestExact = 9_007_199_254_740_992;

    public static object Bind(OptionKey key, RecipeValue value, string path) => key.Kind switch
    {
        OptionKind.Real => Real(key, value, path),
        OptionKind.Whole => Whole(key, value, path),
        OptionKind.Truth => value.Value is bool truth ? truth : throw Wrong(key, value, path),
        OptionKind.Word => Word(key, value, path),
        OptionKind.Text => Text(key, value, path),
        _ => throw value.Place.Fault(path, value.Source, key.IsList ? "must be a table { ... }" : $"must be a table: write [{path}] and its keys below"),
    };

    public static InputException Wrong(OptionKey key, RecipeValue value, string path) =>
        value.Place.Fault(path, value.Source, $"must be {AllowedText.OfOne(key)}");

    private static object Real(OptionKey key, RecipeValue value, string path)
    {
        double number = value.Value switch
        {
            string text => Measured(key, value, text, path),
            long whole when key.IsPureNumber => whole,
            double real when key.IsPureNumber => real,
            long or double => throw value.Place.Fault(path, value.Source, $"has no unit: must be {AllowedText.OfOne(key)}"),
            _ => throw Wrong(key, value, path),
        };
        return !double.IsFinite(number) ? throw value.Place.Fault(path, value.Source, $"must be a finite number: {AllowedText.OfOne(key)}")
            : key.Allowed is AllowedAttribute allowed && !AllowedText.Contains(allowed, number) ? throw Wrong(key, value, path)
            : number;
    }

    private static double Measured(OptionKey key, RecipeValue value, string text, string path) =>
        Quantity.TryParse(text, key.Unit, out double si, out string error)
            ? si
            : throw value.Place.Fault(path, value.Source, Reason(key, error));

    /// <summary>A missing unit or number is answered with the key's own rule and example, anything else with what was wrong with the unit.</summary>
    private static string Reason(OptionKey key, string error)
    {
        int colon = error.IndexOf(": ", StringComparison.Ordinal);
        bool general = error.StartsWith("has no unit", StringComparison.Ordinal) || error.StartsWith("is empty", StringComparison.Ordinal) || error.StartsWith("is not a quantity", StringComparison.Ordinal);
        return general && colon > 0 ? $"{error[..colon]}: must be {AllowedText.OfOne(key)}" : error;
    }

    private static object Whole(OptionKey key, RecipeValue value, string path)
    {
        object number = value.Value switch
        {
            long whole when key.Element == typeof(long) => whole,
            long whole when key.Element == typeof(ulong) && whole >= 0 => (ulong)whole,
            long whole when key.Element == typeof(int) && whole is >= int.MinValue and <= int.MaxValue => (int)whole,
            double real when Math.Abs(real) < LargestExact && real == Math.Floor(real) => Whole(key, value with { Value = (long)real }, path),
            string text when key.Element == typeof(ulong) && ulong.TryParse(text, out ulong large) => large,
            _ => throw Wrong(key, value, path),
        };
        double comparable = System.Convert.ToDouble(number);
        return key.Allowed is AllowedAttribute allowed && !AllowedText.Contains(allowed, comparable) ? throw Wrong(key, value, path) : number;
    }

    private static object Word(OptionKey key, RecipeValue value, string path)
    {
        string word = value.Value as string ?? (value.Place.IsOverride ? value.Source : "");
        string? name = Enum.GetNames(key.Element).FirstOrDefault(n => OptionKey.WordOf(n) == word);
        return name is not null ? Enum.Parse(key.Element, name)
            : word.Length > 1 && KeySuggestion.Close(word, key.Words) is { } meant ? throw value.Place.Fault(path, value.Source, $"did you mean \"{meant}\"? Must be {AllowedText.OfOne(key)}")
            : throw Wrong(key, value, path);
    }

    /// <summary>On the command line a bare 5 or true is text where text is wanted.</summary>
    private static object Text(OptionKey key, RecipeValue value, string path)
    {
        string text = value.Value as string ?? (value.Place.IsOverride ? value.Source : throw Wrong(key, value, path));
        return !key.IsPath || text.Length == 0 ? text
            : text.Contains('\0', StringComparison.Ordinal) ? throw Wrong(key, value, path)
            : Path.GetFullPath(text, value.Place.Folder);
    }
}
