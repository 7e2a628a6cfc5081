using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>The least-squares line of a profile.</summary>
public static class SurfaceLine
{
    /// <summary>The profile without its least-squares line; invalid points stay so.</summary>
    public static HeightProfile Remove(HeightProfile profile)
    {
        HeightMap row = new(profile.Count, 1, profile.Step, profile.Step, profile.Heights, Periodic: false);
        return profile with { Heights = MeanPlane.Level(row).Heights };
    }
}
