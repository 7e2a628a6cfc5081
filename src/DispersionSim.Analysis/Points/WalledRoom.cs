using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>A box whose open axes end in walls that no sphere reaches into; one that is periodic along all axes has none.</summary>
/// <param name="box">The box with its radii.</param>
internal sealed class WalledRoom(PointSample box) : ISphereRoom
{
    public Vector3d Random(int i, RandomStream random) => box.RandomPoint(random, box.Radii[i]);

    public bool Holds(int i, Vector3d place) => box.DistanceToEdge(place) >= box.Radii[i];

    public Vector3d Nearest(int i, Vector3d place) => box.Inside(place, box.Radii[i]);
}
