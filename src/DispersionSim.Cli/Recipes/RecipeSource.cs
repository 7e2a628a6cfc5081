using System.Reflection;
using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>Finds and reads recipes: a file, or one of those that come with the program.</summary>
internal static class RecipeSource
{
    /// <summary>The recipe that <c>run</c> takes when none is named.</summary>
    public const string Default = "si-pi-cu";

    private const string Prefix = "recipes/";

    /// <summary>Names of the recipes that come with the program.</summary>
    public static IReadOnlyList<string> BuiltIn { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(n => n[Prefix.Length..^".toml".Length]).Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads a recipe from a path, or from the program by its bare name.</summary>
    public static Recipe Read(string? name, IReadOnlyList<string> overrides)
    {
        if (name is null || (BuiltIn.Contains(name, StringComparer.Ordinal) && !File.Exists(name)))
        {
            string built = name ?? Default;
            return Parse(Text(built), $"recipes/{built}.toml", overrides);
        }

        if (Path.GetFileName(name) == name && !Path.HasExtension(name) && !Path.Exists(name))
        {
            throw new InputException($"{name}: there is no such file, and no recipe of that name comes with the program; known: {string.Join(", ", BuiltIn)}");
        }

        return Parse(RecipeReader.Text(name), name, overrides);
    }

    /// <summary>Reads the text of a recipe.</summary>
    public static Recipe Parse(string text, string file, IReadOnlyList<string> overrides) =>
        Checked(RecipeReader.Read<Recipe>(text, file, overrides, Environment.CurrentDirectory), text, file, overrides);

    /// <summary>Text of a recipe that comes with the program.</summary>
    public static string Text(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Prefix}{name}.toml")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Rules across keys: the stages fit together and their options can be used.</summary>
    private static Recipe Checked(Recipe recipe, string text, string file, IReadOnlyList<string> overrides)
    {
        try
        {
            Process.Pipeline.Of(recipe, recipe.Quality.Preview.Sample, MaterialsReader.Nominal(recipe));
        }
        catch (InputException e)
        {
            throw RecipePlaces.Located(e, text, file, overrides);
        }

        return recipe;
    }
}
