using System.Collections;
using System.Text;

namespace DispersionSim.IO;

/// <summary>Writes options records as a recipe with every value that was used, in TOML with units and a comment for each key.</summary>
public static class RecipeWriter
{
    /// <summary>The recipe as text; reading it gives an equal recipe.</summary>
    /// <param name="recipe">Options as resolved.</param>
    /// <param name="heading">Lines of comment for the top: program version, seed.</param>
    public static string Write<T>(T recipe, string? heading = null)
        where T : class
    {
        var text = new StringBuilder();
        foreach (string line in heading?.Split('\n') ?? [])
        {
            text.Append("# ").Append(line.TrimEnd()).Append('\n');
        }

        WriteTable(text, OptionShape.Of(typeof(T)), recipe, "");
        return text.ToString().TrimStart('\n');
    }

    private static void WriteTable(StringBuilder text, OptionShape shape, object record, string path)
    {
        (OptionKey Key, object? Value)[] entries = [.. shape.Keys.Select(key => (key, key.Property.GetValue(record)))];
        foreach ((OptionKey key, object? value) in entries.Where(entry => !OpensTable(entry.Key, entry.Value)))
        {
            WriteValue(text, key, value);
        }

        foreach ((OptionKey key, object? value) in entries.Where(entry => OpensTable(entry.Key, entry.Value)))
        {
            WriteTables(text, key, value!, path.Length == 0 ? key.Name : $"{path}.{key.Name}");
        }
    }

    private static bool OpensTable(OptionKey key, object? value) =>
        key.Kind == OptionKind.Table && value is not null && !(value is ICollection { Count: 0 });

    private static void WriteTables(StringBuilder text, OptionKey key, object value, string path)
    {
        object[] records = key.IsList ? [.. ((IEnumerable)value).Cast<object>()] : [value];
        foreach (object record in records)
        {
            text.Append('\n');
            AppendComment(text, key);
            text.Append(key.IsList ? $"[[{path}]]\n" : $"[{path}]\n");
            WriteTable(text, OptionShape.Of(key.Element), record, path);
        }
    }

    private static void WriteValue(StringBuilder text, OptionKey key, object? value)
    {
        AppendComment(text, key);
        text.Append(RecipeText.Of(key, value) is string written ? $"{key.Name} = {written}\n" : $"# {key.Name} is not set\n");
    }

    private static void AppendComment(StringBuilder text, OptionKey key)
    {
        string range = key.Kind == OptionKind.Table ? "" : AllowedText.Range(key);
        string comment = $"{RecipePlace.OneLine(key.Description, int.MaxValue)}{(range.Length == 0 ? "" : $" [{range}]")}".Trim();
        text.Append(comment.Length == 0 ? "" : $"# {comment}\n");
    }
}
