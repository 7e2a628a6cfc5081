using System.Text;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Writes particles as one frame of a LAMMPS text dump, <c>id type x y z radius</c>, micrometres.</summary>
public static class StateDumpWriter
{
    private const double Micrometre = 1e-6;

    /// <summary>Writes one frame.</summary>
    /// <param name="path">File ending in .dump.</param>
    /// <param name="state">What.</param>
    /// <param name="step">The number of the frame.</param>
    public static void Write(string path, ElectrodeState state, long step = 0) => AtomicFile.Write(path, stream =>
    {
        ParticleSet p = state.Particles;
        Domain d = state.Domain;
        using var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        text.WriteLine($"ITEM: TIMESTEP\n{step}\nITEM: NUMBER OF ATOMS\n{p.Count}");
        text.WriteLine($"ITEM: BOX BOUNDS {Boundary(d.PeriodicX)} {Boundary(d.PeriodicY)} {Boundary(d.PeriodicZ)}");
        text.WriteLine($"0 {d.Size.X / Micrometre:R}\n0 {d.Size.Y / Micrometre:R}\n0 {d.Size.Z / Micrometre:R}");
        text.WriteLine("ITEM: ATOMS id type x y z radius");
        for (int i = 0; i < p.Count; i++)
        {
            Vector3d at = p.Position[i];
            text.WriteLine($"{p.PrimaryId[i]} {(int)p.Kind[i]} {at.X / Micrometre:R} {at.Y / Micrometre:R} {at.Z / Micrometre:R} {p.Radius[i] / Micrometre:R}");
        }
    });

    private static string Boundary(bool periodic) => periodic ? "pp" : "ff";
}
