using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>The active powder before it is placed in a box: agglomerates, and primaries that come alone.</summary>
/// <param name="Agglomerates">In the order of their ids.</param>
/// <param name="FreeRadius">Radii of the primaries that come alone, m.</param>
/// <param name="LeftOut">Spheres of ready-made aggregates that hung on nothing.</param>
public sealed record Powder(IReadOnlyList<Agglomerate> Agglomerates, double[] FreeRadius, int LeftOut)
{
    /// <summary>Number of active primaries.</summary>
    public int Primaries => FreeRadius.Length + Agglomerates.Sum(a => a.Count);

    /// <summary>Diameter of the largest thing in it, m.</summary>
    public double LargestExtent => Math.Max(
        Agglomerates.Select(a => a.Extent).DefaultIfEmpty(0).Max(),
        2 * FreeRadius.DefaultIfEmpty(0).Max());
}
