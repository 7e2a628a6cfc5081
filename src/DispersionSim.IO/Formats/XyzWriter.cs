using System.Text;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Writes particles as extended XYZ for OVITO and other viewers: micrometres; a real element as species, the true kind in its own column.</summary>
public static class XyzWriter
{
    private const double Micrometre = 1e-6;

    public static void Write(string path, ElectrodeState state, Provenance provenance, double time = 0) => AtomicFile.Write(path, stream =>
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        text.WriteLine(state.Particles.Count);
        text.WriteLine(Header(state.Domain, provenance, time));
        for (int i = 0; i < state.Particles.Count; i++)
        {
            text.WriteLine(Row(state.Particles, i));
        }
    });

    private static string Header(Domain d, Provenance provenance, double time)
    {
        string pbc = string.Join(' ', new[] { d.PeriodicX, d.PeriodicY, d.PeriodicZ }.Select(p => p ? 'T' : 'F'));
        return $"Lattice=\"{d.Size.X / Micrometre:R} 0 0 0 {d.Size.Y / Micrometre:R} 0 0 0 {d.Size.Z / Micrometre:R}\" Origin=\"0 0 0\" pbc=\"{pbc}\" "
            + "Properties=species:S:1:pos:R:3:radius:R:1:color:R:3:id:I:1:kind:I:1:agglomerate:I:1 "
            + $"Time={time:R} length_unit=um provenance=\"{provenance.Line}\"";
    }

    private static string Row(ParticleSet p, int i)
    {
        Vector3d at = p.Position[i];
        (byte r, byte g, byte b) = StatePalette.Of(p.Kind[i]);
        return $"{StatePalette.Element(p.Kind[i])} {at.X / Micrometre:R} {at.Y / Micrometre:R} {at.Z / Micrometre:R} {p.Radius[i] / Micrometre:R} "
            + $"{r / 255.0:0.###} {g / 255.0:0.###} {b / 255.0:0.###} {p.PrimaryId[i]} {(int)p.Kind[i]} {p.AgglomerateId[i]}";
    }
}
