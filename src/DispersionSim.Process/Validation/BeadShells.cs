using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Process;

/// <summary>Two touching spheres whose surfaces are covered by small beads: the Stokes solution to any accuracy, from the mobility of forces alone.</summary>
/// <remarks>
/// Beads on a spiral of equal areas, as wide as they are apart. A shell's own drag says how large a smooth sphere it stands for; two shells touch
/// where those spheres do. Source: carrasco-1999.
/// </remarks>
internal static class BeadShells
{
    /// <summary>Greatest tension in shear over ηGa² between two shells that move as one body.</summary>
    public static double Tension(int beads)
    {
        double spacing = Math.Sqrt(4 * Math.PI / beads);
        Vector3d[] shell = [.. Enumerable.Range(0, beads).Select(k => OnSpiral(k, beads))];
        double sphere = Rigid(shell, spacing).Friction[2, 2] / (6 * Math.PI);
        RigidCluster pair = Rigid([.. shell.Select(x => x + (sphere * Vector3d.UnitZ)), .. shell.Select(x => -x - (sphere * Vector3d.UnitZ))], spacing);
        var tension = new double[5];
        for (int q = 0; q < 5; q++)
        {
            tension[q] = Enumerable.Range(0, beads).Sum(i => pair.LoadOf(i, q).Force.Z);
        }

        return new BondTension(1, 0, beads, tension).GreatestInShear() / (sphere * sphere);
    }

    private static RigidCluster Rigid(Vector3d[] beads, double spacing) =>
        new(new ManyBodyDrag(beads, [.. Enumerable.Repeat(spacing / 2, beads.Length)], 1, MobilityLevel.Forces));

    private static Vector3d OnSpiral(int k, int beads)
    {
        double z = 1 - (((2 * k) + 1.0) / beads), r = Math.Sqrt(1 - (z * z)), angle = k * Math.PI * (3 - Math.Sqrt(5));
        return new(r * Math.Cos(angle), r * Math.Sin(angle), z);
    }
}
