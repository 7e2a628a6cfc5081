namespace DispersionSim.Core;

/// <summary>A material property: SI value, unit and where it comes from.</summary>
/// <param name="Value">In <paramref name="Unit"/>.</param>
/// <param name="Unit">SI unit.</param>
/// <param name="Source">A key of <see cref="ReferenceCatalog"/>, or "assumed".</param>
public readonly record struct Property(double Value, string Unit, string Source);
