namespace DispersionSim.Core;

/// <summary>A text property that names a file: a relative path in a recipe counts from the recipe's folder, and the property holds the full path.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RecipePathAttribute : Attribute;
