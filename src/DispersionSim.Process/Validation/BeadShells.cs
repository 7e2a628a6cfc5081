using DispersionSim.Core;
using DispersionSim.Engine;
using MathNet.Numerics.LinearAlgebra;

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
        double sphere = Radius(beads);
        var pair = new RigidCluster(Two(beads, 2 * sphere));
        var tension = new double[5];
        for (int q = 0; q < 5; q++)
        {
            tension[q] = Enumerable.Range(0, beads).Sum(i => pair.LoadOf(i, q).Force.Z);
        }

        return new BondTension(1, 0, beads, tension).GreatestInShear() / (sphere * sphere);
    }

    /// <summary>Velocity of a sphere under a unit force of its own over Stokes', summed over the three directions, beside another that is free to move.</summary>
    /// <param name="beads">Beads a shell.</param>
    /// <param name="distance">Distance of the centres over the radius.</param>
    public static double OwnMobility(int beads, double distance)
    {
        double sphere = Radius(beads);
        ManyBodyDrag drag = Two(beads, distance * sphere);
        var resistance = Matrix<double>.Build.Dense(12, 12);
        for (int k = 0; k < 12; k++)
        {
            resistance.SetColumn(k, Loads(drag, beads, k));
        }

        // Over the same shell's alone: the beads are not spread evenly in all directions, and far away that difference would count.
        return 3 * Trace(resistance.Inverse()) / Trace(new RigidCluster(Drag([.. Shell(beads)])).Friction.Inverse());

        static double Trace(Matrix<double> mobility) => mobility[0, 0] + mobility[1, 1] + mobility[2, 2];
    }

    /// <summary>Force and torque of each shell where one of the two moves, or turns, with unit speed along an axis.</summary>
    private static double[] Loads(ManyBodyDrag drag, int beads, int k)
    {
        Vector3d axis = new(k % 3 == 0 ? 1 : 0, k % 3 == 1 ? 1 : 0, k % 3 == 2 ? 1 : 0);
        Vector3d Centre(int shell) => drag.Position.Skip(shell * beads).Take(beads).Aggregate(Vector3d.Zero, (sum, x) => sum + x) / beads;
        Vector3d[] centre = [Centre(0), Centre(1)];
        Vector3d[] velocity = [.. drag.Position.Select((x, i) => i / beads != k / 6 ? Vector3d.Zero : k % 6 < 3 ? axis : Vector3d.Cross(axis, x - centre[k / 6]))];
        var load = new (Vector3d Force, Vector3d Torque)[2 * beads];
        drag.Loads(velocity, new Vector3d[2 * beads], new double[5], load);
        var total = new double[12];
        for (int i = 0; i < load.Length; i++)
        {
            Vector3d f = load[i].Force, t = Vector3d.Cross(drag.Position[i] - centre[i / beads], f);
            foreach ((double value, int row) in new[] { (f.X, 0), (f.Y, 1), (f.Z, 2), (t.X, 3), (t.Y, 4), (t.Z, 5) })
            {
                total[(6 * (i / beads)) + row] += value;
            }
        }

        return total;
    }

    /// <summary>Radius of the smooth sphere that has the drag of a shell of radius 1.</summary>
    private static double Radius(int beads) => new RigidCluster(Drag([.. Shell(beads)])).Friction[2, 2] / (6 * Math.PI);

    private static ManyBodyDrag Two(int beads, double distance) =>
        Drag([.. Shell(beads).Select(x => x + (distance / 2 * Vector3d.UnitZ)), .. Shell(beads).Select(x => -x - (distance / 2 * Vector3d.UnitZ))], 2);

    /// <summary>Beads as wide as they are apart.</summary>
    private static ManyBodyDrag Drag(Vector3d[] beads, int shells = 1) =>
        new(beads, [.. Enumerable.Repeat(Math.Sqrt(Math.PI * shells / beads.Length), beads.Length)], 1, MobilityLevel.Forces);

    private static IEnumerable<Vector3d> Shell(int beads) => Enumerable.Range(0, beads).Select(k => OnSpiral(k, beads));

    private static Vector3d OnSpiral(int k, int beads)
    {
        double z = 1 - (((2 * k) + 1.0) / beads), r = Math.Sqrt(1 - (z * z)), angle = k * Math.PI * (3 - Math.Sqrt(5));
        return new(r * Math.Cos(angle), r * Math.Sin(angle), z);
    }
}
