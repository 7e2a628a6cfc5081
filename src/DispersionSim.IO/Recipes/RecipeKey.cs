namespace DispersionSim.IO;

/// <summary>One row of the table that explains recipes.</summary>
/// <param name="Key">Full dotted name; <c>[]</c> after a list of tables.</param>
/// <param name="Type">quantity, number, whole number, text, file, word, true/false; "list of" before it for lists.</param>
/// <param name="Unit">SI unit and the usual ones; empty where the key has none.</param>
/// <param name="Default">As it would stand in a recipe; "required", or empty where the key is optional.</param>
/// <param name="Allowed">Range or words; empty where everything is allowed.</param>
/// <param name="Description">One line.</param>
public sealed record RecipeKey(string Key, string Type, string Unit, string Default, string Allowed, string Description);
