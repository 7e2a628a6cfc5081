namespace DispersionSim.Core;

/// <summary>An aggregate of spheres made elsewhere: what an importer returns. Lengths in metres or in the file's own unit, as the importer says.</summary>
/// <param name="Name">Where it comes from, for messages.</param>
/// <param name="Position">Centres.</param>
/// <param name="Radius">Radii.</param>
/// <param name="Bonds">Pairs that the file joins by solid bonds; empty where it gives none.</param>
/// <param name="Warnings">What was odd about the file, one line each.</param>
public sealed record AggregateGeometry(string Name, Vector3d[] Position, double[] Radius, (int I, int J)[] Bonds, IReadOnlyList<string> Warnings);
