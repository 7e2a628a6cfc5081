using System.Globalization;
using DispersionSim.Core;
using Tomlyn.Syntax;

namespace DispersionSim.IO;

/// <summary>Turns TOML text into recipe nodes that remember their lines.</summary>
internal sealed class TomlTree(string text, string fileName, string folder)
{
    public RecipeTable Read()
    {
        DocumentSyntax document = TomlSyntax.Parse(text, fileName);
        var root = new RecipeTable(new(fileName, folder, IsOverride: false));
        AddAll(root, document.KeyValues);
        foreach (TableSyntaxBase table in document.Tables)
        {
            AddAll(Open(root, table), table.Items);
        }

        return root;
    }

    /// <summary>The node of one value; the place is that of the whole override where one is given.</summary>
    public static RecipeNode Node(ValueSyntax syntax, Func<SyntaxNode, RecipePlace> placeOf)
    {
        RecipePlace place = placeOf(syntax);
        string source = TomlSyntax.SourceOf(syntax);
        return syntax switch
        {
            StringValueSyntax text => new RecipeValue(text.Value ?? "", source, place),
            IntegerValueSyntax whole => new RecipeValue(whole.Value, source, place),
            FloatValueSyntax real => new RecipeValue(real.Value, source, place),
            BooleanValueSyntax truth => new RecipeValue(truth.Value, source, place),
            ArraySyntax list => new RecipeList([.. list.Items.Select(item => Node(item.Value!, placeOf))], place),
            InlineTableSyntax table => InlineTable(table, placeOf),
            DateTimeValueSyntax date => new RecipeValue(date.Value, source, place),
            _ => throw place.Fault(source, null, "is not a value"),
        };
    }

    private static RecipeTable InlineTable(InlineTableSyntax syntax, Func<SyntaxNode, RecipePlace> placeOf)
    {
        var table = new RecipeTable(placeOf(syntax));
        foreach (InlineTableItemSyntax item in syntax.Items)
        {
            Add(table, item.KeyValue!, placeOf);
        }

        return table;
    }

    private static void Add(RecipeTable table, KeyValueSyntax pair, Func<SyntaxNode, RecipePlace> placeOf)
    {
        IReadOnlyList<string> path = TomlSyntax.PathOf(pair.Key!);
        RecipeTable owner = path.SkipLast(1).Aggregate(table, (parent, key) => Child(parent, key, placeOf(pair)));
        owner.Set(path[^1], Node(pair.Value!, placeOf));
    }

    private void AddAll(RecipeTable table, IEnumerable<KeyValueSyntax> pairs)
    {
        foreach (KeyValueSyntax pair in pairs)
        {
            Add(table, pair, PlaceOf);
        }
    }

    private RecipeTable Open(RecipeTable root, TableSyntaxBase syntax)
    {
        IReadOnlyList<string> path = TomlSyntax.PathOf(syntax.Name!);
        RecipePlace place = PlaceOf(syntax);
        RecipeTable parent = path.SkipLast(1).Aggregate(root, (table, key) => Child(table, key, place));
        if (syntax is not TableArraySyntax)
        {
            return Child(parent, path[^1], place);
        }

        if (parent[path[^1]] is not RecipeList list)
        {
            list = new([], place);
            parent.Set(path[^1], list);
        }

        var item = new RecipeTable(place);
        list.Items.Add(item);
        return item;
    }

    /// <summary>The table under a key, made where there is none; of a list of tables the last one.</summary>
    private static RecipeTable Child(RecipeTable parent, string key, RecipePlace place)
    {
        switch (parent[key])
        {
            case RecipeTable table:
                return table;
            case RecipeList { Items: [.., RecipeTable last] }:
                return last;
            case null:
                var made = new RecipeTable(place);
                parent.Set(key, made);
                return made;
            default:
                throw place.Fault(key, null, "is a value and cannot be a table as well");
        }
    }

    private RecipePlace PlaceOf(SyntaxNode node) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{fileName}:{node.Span.Start.Line + 1}"), folder, IsOverride: false);
}
