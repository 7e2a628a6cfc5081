using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Reads a recipe in TOML into a graph of annotated options records.</summary>
/// <remarks>
/// Property names become snake_case keys, nested records tables, lists of records arrays of tables, enumerations kebab-case words;
/// a number with a <see cref="UnitAttribute"/> is written as a quoted quantity. What the text leaves out keeps its default.
/// </remarks>
public static class RecipeReader
{
    /// <summary>Reads recipe text.</summary>
    /// <param name="text">TOML.</param>
    /// <param name="fileName">Name for messages; its folder is where relative paths of the recipe count from.</param>
    /// <param name="overrides">Arguments "key=value" that go over the text, in order.</param>
    /// <param name="currentFolder">Where relative paths in <paramref name="overrides"/> count from; the process's folder where null.</param>
    /// <exception cref="InputException">Anything that cannot be used, in one line.</exception>
    public static T Read<T>(string text, string fileName, IReadOnlyList<string> overrides, string? currentFolder = null)
        where T : class
    {
        string here = Path.GetFullPath(currentFolder ?? ".");
        string folder = Path.GetDirectoryName(Path.GetFullPath(fileName, here)) ?? here;
        RecipeTable table = new TomlTree(text, fileName, folder).Read();
        foreach (string argument in overrides)
        {
            RecipeOverride.Apply(table, argument, here);
        }

        OptionShape shape = OptionShape.Of(typeof(T));
        return (T)new RecipeBinder(shape).Bind(shape, null, table, "");
    }

    /// <summary>Reads a recipe file.</summary>
    /// <exception cref="InputException">Anything that cannot be used, in one line.</exception>
    public static T ReadFile<T>(string path, IReadOnlyList<string> overrides, string? currentFolder = null)
        where T : class => Read<T>(Text(path), path, overrides, currentFolder);

    /// <summary>The text of a recipe file.</summary>
    /// <exception cref="InputException">It is absent or cannot be read.</exception>
    public static string Text(string path) => ImportFile.Text(path);
}
