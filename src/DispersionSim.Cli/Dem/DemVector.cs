using DispersionSim.Core;

namespace DispersionSim.Cli;

/// <summary>Lists of three numbers as vectors.</summary>
internal static class DemVector
{
    /// <summary>The vector that a key holds.</summary>
    /// <exception cref="InputException">Not three numbers.</exception>
    public static Vector3d Of(IReadOnlyList<double> list, string key) => list.Count == 3
        ? new(list[0], list[1], list[2])
        : throw new InputException($"{key}: has {list.Count} entries; must be three, along x, y and z");

    public static double Along(this Vector3d v, int axis) => axis == 0 ? v.X : axis == 1 ? v.Y : v.Z;

    public static Vector3d Make(Func<int, double> along) => new(along(0), along(1), along(2));

    public static string Name(int axis) => axis == 0 ? "x" : axis == 1 ? "y" : "z";
}
