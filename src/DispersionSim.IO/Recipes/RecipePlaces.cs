using System.Text.RegularExpressions;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Where a recipe states what can only be judged once it has been read as a whole.</summary>
public static partial class RecipePlaces
{
    /// <summary>A complaint that begins with a key, with the line on which that key stands, or else the table that it belongs to.</summary>
    /// <param name="fault">What is wrong: "run.time_step = 1 s: above the stable limit".</param>
    /// <param name="text">The recipe.</param>
    /// <param name="fileName">Its name for messages.</param>
    /// <param name="overrides">Arguments "key=value" that went over the text.</param>
    public static InputException Located(InputException fault, string text, string fileName, IReadOnlyList<string> overrides)
    {
        RecipeTable table = new TomlTree(text, fileName, ".").Read();
        foreach (string argument in overrides)
        {
            RecipeOverride.Apply(table, argument, ".");
        }

        RecipeNode? at = null, next = table;
        foreach (string key in LeadingKey().Match(fault.Message).Value.Split('.'))
        {
            next = next switch
            {
                RecipeTable inner => inner[key],
                RecipeList list when int.TryParse(key, out int index) && index >= 0 && index < list.Items.Count => list.Items[index],
                _ => null,
            };
            at = next ?? at;
        }

        return new($"{at?.Place.Label ?? fileName}: {fault.Message}", fault);
    }

    [GeneratedRegex(@"^[a-z0-9_]+(\.[a-z0-9_]+)*(?=[:\s])")]
    private static partial Regex LeadingKey();
}
