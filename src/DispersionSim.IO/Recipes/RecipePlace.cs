using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Where a value of a recipe was written: a line of a file or a <c>--set</c> argument.</summary>
/// <param name="Label">"recipe.toml:41" or "--set key=value".</param>
/// <param name="Folder">Folder from which relative paths written here count.</param>
/// <param name="IsOverride">Typed on the command line.</param>
internal sealed record RecipePlace(string Label, string Folder, bool IsOverride)
{
    private const int LongestValue = 60;

    /// <summary>A complaint in one line about a key and, where it has one, its value.</summary>
    public InputException Fault(string key, string? value, string reason)
    {
        string subject = IsOverride ? "" : value is null ? $" {key}:" : $" {key} = {OneLine(value)}:";
        return new($"{Label}:{subject} {OneLine(reason, int.MaxValue)}");
    }

    /// <summary>Text without line breaks and control characters, cut to a length that fits a message.</summary>
    public static string OneLine(string text, int longest = LongestValue)
    {
        string visible = string.Concat(text.Trim().Select(c => char.IsControl(c) || c == '\u2424' ? ' ' : c));
        return visible.Length <= longest ? visible : visible[..(longest - 3)] + "...";
    }
}
