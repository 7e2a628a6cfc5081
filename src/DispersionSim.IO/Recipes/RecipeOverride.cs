using System.Globalization;
using DispersionSim.Core;
using Tomlyn.Syntax;

namespace DispersionSim.IO;

/// <summary>One <c>--set key=value</c> argument: a dotted key, with an index for the entry of a list, and a bare word or a TOML value.</summary>
internal static class RecipeOverride
{
    /// <summary>Puts the value into the recipe as written.</summary>
    public static void Apply(RecipeTable root, string argument, string currentFolder)
    {
        var place = new RecipePlace($"--set {RecipePlace.OneLine(argument, 120)}", currentFolder, IsOverride: true);
        int equals = argument.IndexOf('=', StringComparison.Ordinal);
        string[] path = equals < 0 ? [] : [.. argument[..equals].Split('.').Select(part => part.Trim())];
        if (path.Length == 0 || path.Any(part => part.Length == 0))
        {
            throw place.Fault("", null, "write key=value with a dotted key, e.g. --set pressing.pressure=\"100 MPa\"");
        }

        RecipeNode node = ValueOf(argument[(equals + 1)..].Trim(), place);
        RecipeNode owner = path.SkipLast(1).Aggregate((RecipeNode)root, (parent, key) => Descend(parent, key, place));
        Put(owner, path[^1], node, place);
    }

    /// <summary>A TOML value where it is one to its last character, and the bare text otherwise.</summary>
    private static RecipeNode ValueOf(string text, RecipePlace place)
    {
        if (text.Length == 0)
        {
            throw place.Fault("", null, "the value is missing");
        }

        return TomlSyntax.TryParseValue(text) is ValueSyntax value ? TomlTree.Node(value, _ => place) : new RecipeValue(text, text, place);
    }

    private static RecipeNode Descend(RecipeNode parent, string key, RecipePlace place)
    {
        if (parent is RecipeList list)
        {
            return list.Items[IndexIn(list, key, place)];
        }

        if (parent is not RecipeTable table)
        {
            throw place.Fault(key, null, $"'{key}' cannot be set inside a single value");
        }

        if (table[key] is RecipeNode child)
        {
            return child;
        }

        var made = new RecipeTable(place);
        table.Set(key, made);
        return made;
    }

    private static void Put(RecipeNode owner, string key, RecipeNode node, RecipePlace place)
    {
        switch (owner)
        {
            case RecipeTable table:
                table.Set(key, node);
                break;
            case RecipeList list:
                list.Items[IndexIn(list, key, place)] = node;
                break;
            default:
                throw place.Fault(key, null, $"'{key}' cannot be set inside a single value");
        }
    }

    private static int IndexIn(RecipeList list, string key, RecipePlace place) => Index(key, list.Items.Count, place);

    /// <summary>The index that a part of a key stands for.</summary>
    /// <exception cref="InputException">It is no number, or beyond the list.</exception>
    public static int Index(string key, int count, RecipePlace place) =>
        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < count
            ? index
            : throw place.Fault(key, null, count == 0 ? $"'{key}' is no entry: the list is empty" : $"'{key}' is no entry of the list; write a number from 0 to {count - 1}");
}
