using System.Collections;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Explains every key that a recipe may hold.</summary>
public static class RecipeExplain
{
    /// <summary>All keys below a record, tables before what is in them.</summary>
    /// <param name="prefix">Only keys whose full name starts with it, e.g. "pressing".</param>
    public static IReadOnlyList<RecipeKey> Keys<T>(string prefix = "")
        where T : class
    {
        OptionShape shape = OptionShape.Of(typeof(T));
        return [.. Rows(shape, shape.Create(), "").Where(row => row.Key.StartsWith(prefix, StringComparison.Ordinal))];
    }

    private static IEnumerable<RecipeKey> Rows(OptionShape shape, object defaults, string path) => shape.Keys.SelectMany(key =>
    {
        object? value = key.Property.GetValue(defaults);
        string name = path + key.Name + (key.IsList && key.Kind == OptionKind.Table ? "[]" : "");
        RecipeKey row = Row(key, value, name);
        return key.Kind == OptionKind.Table ? Below(key, value, name).Prepend(row) : [row];
    });

    /// <summary>Keys of a table; of a list of tables with the defaults that a new entry has.</summary>
    private static IEnumerable<RecipeKey> Below(OptionKey key, object? value, string name)
    {
        OptionShape shape = OptionShape.Of(key.Element);
        return Rows(shape, key.IsList ? shape.Create() : value ?? shape.Create(), name + ".");
    }

    private static RecipeKey Row(OptionKey key, object? value, string name)
    {
        string standard = key.IsRequired ? "required" : key.Kind == OptionKind.Table ? Entries(key, value) : RecipeText.Of(key, value) ?? "";
        return new(name, TypeName(key), UnitText(key), standard, AllowedText.Range(key), key.Description);
    }

    private static string Entries(OptionKey key, object? value) =>
        key.IsList && value is ICollection list ? $"{list.Count} entries" : "";

    private static string UnitText(OptionKey key) =>
        key.IsPureNumber ? "" : string.Join(", ", UnitTable.UsualUnits(key.Unit).Prepend(key.Unit).Distinct(StringComparer.Ordinal));

    private static string TypeName(OptionKey key) => (key.IsList ? "list of " : "") + key.Kind switch
    {
        OptionKind.Real => key.IsPureNumber ? "number" : UnitTable.NameOf(key.Unit),
        OptionKind.Whole => "whole number",
        OptionKind.Truth => "true/false",
        OptionKind.Text => key.IsPath ? "file" : "text",
        OptionKind.Word => "word",
        _ => key.IsList ? "tables" : "table",
    };
}
