using System.Text;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Writes particles as CSV in the columns that <c>analyze points</c> reads: x,y,z,r,label in micrometres, the label being the agglomerate (0 for none); then id and kind.</summary>
public static class StateCsvWriter
{
    private const double Micrometre = 1e-6;

    public static void Write(string path, ElectrodeState state) => AtomicFile.Write(path, stream =>
    {
        ParticleSet p = state.Particles;
        using var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        text.WriteLine("x,y,z,r,label,id,kind");
        for (int i = 0; i < p.Count; i++)
        {
            Vector3d at = p.Position[i];
            text.WriteLine($"{at.X / Micrometre:R},{at.Y / Micrometre:R},{at.Z / Micrometre:R},{p.Radius[i] / Micrometre:R},{p.AgglomerateId[i]},{p.PrimaryId[i]},{(int)p.Kind[i]}");
        }
    });
}
