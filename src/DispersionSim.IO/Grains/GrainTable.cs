using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Spheres of a granular system as a table holds them, SI units, in the order of the rows.</summary>
public sealed record GrainTable
{
    /// <summary>What a row is called in messages: "spheres.csv:12".</summary>
    public IReadOnlyList<string> Place { get; init; } = [];

    public required long[] Id { get; init; }

    /// <summary>Centres, m.</summary>
    public required Vector3d[] Position { get; init; }

    /// <summary>Radii, m.</summary>
    public required double[] Radius { get; init; }

    /// <summary>Densities, kg/m³; NaN where the table gives none.</summary>
    public required double[] Density { get; init; }

    /// <summary>Velocities, m/s.</summary>
    public required Vector3d[] Velocity { get; init; }

    /// <summary>Angular velocities, 1/s.</summary>
    public required Vector3d[] Spin { get; init; }

    /// <summary>Corners of the box where the table states one, m.</summary>
    public (Vector3d Low, Vector3d High)? Box { get; init; }

    /// <summary>Columns that mean nothing to this program.</summary>
    public IReadOnlyList<string> Unused { get; init; } = [];

    public int Count => Radius.Length;

    /// <summary>What a message calls a particle.</summary>
    public string Name(int i) => i < Place.Count ? $"{Place[i]}: particle {Id[i]}" : $"particle {Id[i]}";
}
