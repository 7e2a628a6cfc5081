using System.Text;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Writes spheres, forces and other columns of numbers as CSV in SI units; numbers read back to the same bits.</summary>
public static class GrainTableWriter
{
    /// <summary>Writes particles in the columns that <see cref="GrainTableReader"/> reads.</summary>
    public static void WriteParticles(string path, GrainTable g) => Write(path, "id,x,y,z,r,rho,vx,vy,vz,wx,wy,wz", Enumerable.Range(0, g.Count)
        .Select(i => $"{g.Id[i]},{Row(g.Position[i])},{g.Radius[i]:R},{g.Density[i]:R},{Row(g.Velocity[i])},{Row(g.Spin[i])}"));

    /// <summary>Writes forces and torques, one row a particle in the order of the particles.</summary>
    public static void WriteForces(string path, IReadOnlyList<Vector3d> forces, IReadOnlyList<Vector3d> torques) =>
        Write(path, "fx,fy,fz,tx,ty,tz", forces.Select((force, i) => $"{Row(force)},{Row(torques[i])}"));

    /// <summary>Writes rows of numbers under their column names.</summary>
    public static void WriteNumbers(string path, IReadOnlyList<string> columns, IEnumerable<double[]> rows) =>
        Write(path, string.Join(',', columns), rows.Select(row => string.Join(',', row.Select(n => n.ToString("R")))));

    private static void Write(string path, string head, IEnumerable<string> rows) => AtomicFile.Write(path, stream =>
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        text.WriteLine(head);
        foreach (string row in rows)
        {
            text.WriteLine(row);
        }
    });

    private static string Row(Vector3d v) => $"{v.X:R},{v.Y:R},{v.Z:R}";
}
