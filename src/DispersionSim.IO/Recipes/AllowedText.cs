using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Says in words what a key may hold: <c>a pressure between 1 kPa and 1 GPa, e.g. "100 MPa"</c>.</summary>
internal static class AllowedText
{
    /// <summary>The whole rule with an example.</summary>
    public static string Of(OptionKey key) => key.IsList ? $"a list [...], each entry {OfOne(key)}" : OfOne(key);

    /// <summary>The rule for a single value: of a list, for one entry.</summary>
    public static string OfOne(OptionKey key) => key.Kind switch
    {
        OptionKind.Real or OptionKind.Whole => Number(key) + Example(key),
        OptionKind.Truth => "true or false",
        OptionKind.Word => $"one of {string.Join(", ", key.Words.Select(word => $"\"{word}\""))}",
        OptionKind.Text => key.IsPath ? "the name of a file, in quotes" : "a text in quotes",
        _ => "a table",
    };

    /// <summary>The range alone, such as "1 kPa to 1 GPa"; empty where every value is allowed.</summary>
    public static string Range(OptionKey key)
    {
        if (key.Kind == OptionKind.Word)
        {
            return string.Join(" | ", key.Words);
        }

        return key.Allowed is not AllowedAttribute allowed ? ""
            : !HasMaximum(allowed) ? (allowed.MinimumExcluded ? "> " : ">= ") + Text(allowed.Minimum, key)
            : !HasMinimum(allowed) ? "<= " + Text(allowed.Maximum, key)
            : (allowed.MinimumExcluded ? "> " : "") + $"{Text(allowed.Minimum, key)} to {Text(allowed.Maximum, key)}";
    }

    public static bool Contains(AllowedAttribute allowed, double value) =>
        value <= allowed.Maximum && (allowed.MinimumExcluded ? value > allowed.Minimum : value >= allowed.Minimum);

    public static bool HasMinimum(AllowedAttribute allowed) => allowed.Minimum > -double.MaxValue;

    public static bool HasMaximum(AllowedAttribute allowed) => allowed.Maximum < double.MaxValue;

    /// <summary>An example as it stands in a recipe, with quotes where it needs them.</summary>
    public static string? ExampleOf(OptionKey key)
    {
        string? example = key.Allowed?.Example?.Trim('"');
        return example is null ? null : key.IsPureNumber ? example : $"\"{example}\"";
    }

    private static string Number(OptionKey key)
    {
        string noun = key.Kind == OptionKind.Whole ? "whole number" : key.IsPureNumber ? "number" : Quantity.Wanted(key.Unit).Split(' ', 2)[1];
        string article = noun[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an" : "a";
        if (key.Allowed is not AllowedAttribute allowed)
        {
            return $"{article} {noun}";
        }

        string least = Text(allowed.Minimum, key), most = Text(allowed.Maximum, key);
        bool positive = allowed.MinimumExcluded && allowed.Minimum == 0;
        return positive ? $"a positive {noun}" + (HasMaximum(allowed) ? $" up to {most}" : "")
            : !HasMaximum(allowed) ? $"{article} {noun} of {(allowed.MinimumExcluded ? "more than" : "at least")} {least}"
            : !HasMinimum(allowed) ? $"{article} {noun} of at most {most}"
            : allowed.MinimumExcluded ? $"{article} {noun} above {least} and up to {most}"
            : $"{article} {noun} between {least} and {most}";
    }

    private static string Example(OptionKey key) =>
        ExampleOf(key) is string given ? $", e.g. {given}"
        : key.Allowed is null && !key.IsPureNumber ? $", e.g. {Quantity.ExampleOf(key.Unit)}"
        : "";

    private static string Text(double value, OptionKey key) => Quantity.Format(value, key.Unit);
}
