using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>What a point set is compared with: a way to place as many points where nothing but chance, and their size, decides.</summary>
public interface IPointNull
{
    /// <summary>What it is, for the result.</summary>
    string Name { get; }

    /// <summary>A set placed by chance.</summary>
    PointSample Draw(RandomStream random);
}
