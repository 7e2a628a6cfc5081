using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Builds an options record from the tables of a recipe.</summary>
internal sealed class RecipeBinder(OptionShape root)
{
    private const string Preset = "preset";

    /// <summary>A record with the values of a table over its defaults.</summary>
    /// <param name="shape">The record wanted.</param>
    /// <param name="start">The default to start from; null for a new record, whose required keys must then be given.</param>
    /// <param name="table">What the recipe says.</param>
    /// <param name="path">Dotted name of the table, empty for the top.</param>
    public object Bind(OptionShape shape, object? start, RecipeTable table, string path)
    {
        object record = start is null ? shape.Create() : shape.Copy(start);
        // A preset first: what the table says besides goes over it.
        if (record is IPresetOptions && table[Preset] is { } chosen)
        {
            Set(shape, record, Preset, chosen, path);
            record = ((IPresetOptions)record).Filled();
        }

        foreach ((string name, RecipeNode node) in table.Entries)
        {
            Set(shape, record, name, node, path);
        }

        RequireAll(shape, start, table, path);
        return record;
    }

    private void Set(OptionShape shape, object record, string name, RecipeNode node, string path)
    {
        OptionKey key = shape[name] ?? throw Unknown(shape, name, node, path);
        key.Property.SetValue(record, Value(key, key.Property.GetValue(record), node, Join(path, name)));
    }

    private object Value(OptionKey key, object? current, RecipeNode node, string path) =>
        key.IsList ? List(key, current, node, path) : One(key, current, node, path);

    private object One(OptionKey key, object? current, RecipeNode node, string path) => node switch
    {
        RecipeTable table when key.Kind == OptionKind.Table => Bind(OptionShape.Of(key.Element), current, table, path),
        RecipeValue value => ScalarBinder.Bind(key, value, path),
        RecipeList when key.Kind == OptionKind.Table => throw node.Place.Fault(path, null, $"is one table, not a list: write [{path}]"),
        RecipeList => throw node.Place.Fault(path, "[...]", $"is one value, not a list: must be {AllowedText.OfOne(key)}"),
        _ => throw node.Place.Fault(path, null, $"is a value, not a table: must be {AllowedText.OfOne(key)}"),
    };

    private Array List(OptionKey key, object? current, RecipeNode node, string path) => node switch
    {
        RecipeList list => ToArray(key, [.. list.Items.Select((item, i) => One(key, null, item, Join(path, $"{i}")))]),
        RecipeTable { Place.IsOverride: true } entries => Changed(key, current, entries, path),
        RecipeTable => throw node.Place.Fault(path, null, key.Kind == OptionKind.Table ? $"is a list of tables: write [[{path}]]" : $"must be {AllowedText.Of(key)}"),
        RecipeValue value => throw node.Place.Fault(path, value.Source, $"must be {AllowedText.Of(key)}"),
        _ => throw node.Place.Fault(path, null, $"must be {AllowedText.Of(key)}"),
    };

    /// <summary>Entries of a default list changed from the command line.</summary>
    private Array Changed(OptionKey key, object? current, RecipeTable entries, string path)
    {
        object[] items = current is System.Collections.IEnumerable list ? [.. list.Cast<object>()] : [];
        foreach ((string name, RecipeNode node) in entries.Entries)
        {
            int index = RecipeOverride.Index(name, items.Length, node.Place);
            items[index] = One(key, items[index], node, Join(path, name));
        }

        return ToArray(key, items);
    }

    private static Array ToArray(OptionKey key, object[] items)
    {
        var array = Array.CreateInstance(key.Element, items.Length);
        Array.Copy(items, array, items.Length);
        return array;
    }

    private static void RequireAll(OptionShape shape, object? start, RecipeTable table, string path)
    {
        OptionKey? missing = start is null ? shape.Keys.FirstOrDefault(key => key.IsRequired && table[key.Name] is null) : null;
        if (missing is not null)
        {
            throw table.Place.Fault(Join(path, missing.Name), null, $"is missing: must be {AllowedText.Of(missing)}");
        }
    }

    private InputException Unknown(OptionShape shape, string name, RecipeNode node, string path)
    {
        string full = Join(path, name);
        string advice = KeySuggestion.For(name, shape, root, path);
        return node.Place.Fault(full, (node as RecipeValue)?.Source, $"unknown key; {advice}");
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
