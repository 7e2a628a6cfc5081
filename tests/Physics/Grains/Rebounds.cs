using DispersionSim.Core;

namespace DispersionSim.Tests.Physics;

/// <summary>Speeds and spins after oblique impacts on a wall, as the reference has them.</summary>
internal static class Rebounds
{
    /// <summary>Compares all impacts with the reference's table.</summary>
    /// <param name="name">Tangential law as the table names it.</param>
    /// <param name="damped">Whether the contact is damped.</param>
    /// <param name="spheres">Velocity and spin of each sphere after its impact.</param>
    /// <param name="tolerance">Largest difference over the speed of impact, 3.9 m/s; of spins, of the surface.</param>
    public static void Check(string name, bool damped, IReadOnlyList<(Vector3d Velocity, Vector3d Spin)> spheres, double tolerance)
    {
        const double speed = 3.9, radius = 0.0025;
        double[][] rows =
        [
            .. ReferenceFolder.Cells("reference/dem/contact/oblique_wall_out.csv")
                .Where(c => string.Equals(c[0], name, StringComparison.Ordinal) && string.Equals(c[1], damped ? "tsuji" : "velocity", StringComparison.Ordinal))
                .Select(c => c[3..].Select(ReferenceFolder.Number).ToArray()),
        ];
        Assert.Equal(spheres.Count, rows.Length);
        for (int k = 0; k < rows.Length; k++)
        {
            (Vector3d v, Vector3d w) = spheres[k];
            double x = v.X - rows[k][4], z = v.Z - rows[k][5], spin = (w.Y - rows[k][6]) * radius;
            double worst = Math.Max(Math.Abs(x), Math.Max(Math.Abs(z), Math.Abs(spin))) / speed;
            Assert.True(worst < tolerance, $"{name}, damped {damped}, angle {rows[k][0]}: differs by {worst:E2} of the speed of impact");
        }
    }
}
