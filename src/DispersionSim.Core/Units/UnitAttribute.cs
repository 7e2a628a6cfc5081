namespace DispersionSim.Core;

/// <summary>The SI unit in which a property holds its value, e.g. <c>"m"</c>, <c>"1/s"</c>, <c>"Pa s"</c>, or <c>"-"</c> for a pure number.</summary>
/// <remarks>This one attribute feeds the recipe parser, its error messages, the JSON schema, the report and the documentation.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UnitAttribute(string symbol) : Attribute
{
    /// <summary>SI unit symbol.</summary>
    public string Symbol { get; } = symbol;
}
