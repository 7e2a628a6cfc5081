using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Where the centre of each sphere of a random arrangement may lie.</summary>
internal interface ISphereRoom
{
    /// <summary>A place at random for sphere i.</summary>
    Vector3d Random(int i, RandomStream random);

    /// <summary>Whether sphere i may lie at a place.</summary>
    bool Holds(int i, Vector3d place);

    /// <summary>A place, brought back to where sphere i may lie.</summary>
    Vector3d Nearest(int i, Vector3d place);
}
