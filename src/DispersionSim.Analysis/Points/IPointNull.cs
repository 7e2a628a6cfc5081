using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>What a point set is compared with: a way to place as many points where nothing but chance, and their size, decides.</summary>
public interface IPointNull
{
    /// <summary>What it is, for the result.</summary>
    string Name { get; }

    /// <summary>Sets that one drawing gives.</summary>
    int SetsADrawing => 1;

    /// <summary>A set placed by chance.</summary>
    PointSample Draw(RandomStream random);

    /// <summary>All sets of one drawing, which is the dearer part: placed by chance all of them, and so far apart in it that they know next to nothing of each other.</summary>
    PointSample[] DrawSets(RandomStream random) => [Draw(random)];
}
