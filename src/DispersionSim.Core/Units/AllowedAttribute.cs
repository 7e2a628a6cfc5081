namespace DispersionSim.Core;

/// <summary>The range of values, in the property's SI unit, that a recipe may ask for.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AllowedAttribute(double minimum, double maximum) : Attribute
{
    /// <summary>Least allowed value.</summary>
    public double Minimum { get; } = minimum;

    /// <summary>Greatest allowed value.</summary>
    public double Maximum { get; } = maximum;

    /// <summary>The minimum itself is refused.</summary>
    public bool MinimumExcluded { get; init; }

    /// <summary>An example in a user's words, e.g. <c>"0.5 um"</c>; shown in error messages.</summary>
    public string? Example { get; init; }
}
