namespace DispersionSim.IO;

/// <summary>A part of a recipe as written, with the place it was written at.</summary>
internal abstract record RecipeNode(RecipePlace Place);

/// <summary>A single value.</summary>
/// <param name="Value">string, long, double, bool; anything else is a date.</param>
/// <param name="Source">As the user wrote it.</param>
/// <param name="Place">Where.</param>
internal sealed record RecipeValue(object Value, string Source, RecipePlace Place) : RecipeNode(Place);

/// <summary>A table: keys in the order in which they were written.</summary>
internal sealed record RecipeTable(RecipePlace Place) : RecipeNode(Place)
{
    private readonly List<string> order = [];
    private readonly Dictionary<string, RecipeNode> entries = new(StringComparer.Ordinal);

    public IEnumerable<(string Key, RecipeNode Node)> Entries => order.Select(key => (key, entries[key]));

    public RecipeNode? this[string key] => entries.GetValueOrDefault(key);

    /// <summary>Adds a key or replaces its value.</summary>
    public void Set(string key, RecipeNode node)
    {
        if (!entries.ContainsKey(key))
        {
            order.Add(key);
        }

        entries[key] = node;
    }
}

/// <summary>A list of values or of tables.</summary>
internal sealed record RecipeList(List<RecipeNode> Items, RecipePlace Place) : RecipeNode(Place);
