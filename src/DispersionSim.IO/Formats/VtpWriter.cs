using System.Runtime.InteropServices;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Writes particles for ParaView (VTP): micrometres, with radius, type, id, agglomerate and rgb. <see cref="VtpScript"/> shows them as spheres.</summary>
public static class VtpWriter
{
    private const double Micrometre = 1e-6;

    /// <summary>Writes the particles of one state.</summary>
    /// <param name="path">File ending in .vtp.</param>
    /// <param name="state">What.</param>
    /// <param name="provenance">Where it comes from.</param>
    /// <param name="time">TimeValue: the stage's number in a series.</param>
    /// <param name="vectors">Further vectors of the particles, by name, in SI units.</param>
    public static void Write(string path, ElectrodeState state, Provenance provenance, double time = 0, params IReadOnlyList<(string Name, Vector3d[] Values)> vectors) =>
        AtomicFile.Write(path, stream => Write(stream, state, provenance, time, vectors));

    private static void Write(Stream stream, ElectrodeState state, Provenance provenance, double time, IReadOnlyList<(string Name, Vector3d[] Values)> vectors)
    {
        ParticleSet p = state.Particles;
        var data = new VtpData();
        string content = $"""
            <PolyData>
            <FieldData>
            {data.Number("TimeValue", time)}
            {data.Note("provenance", provenance.Line)}
            {data.Note("length_unit", "um")}
            </FieldData>
            <Piece NumberOfPoints="{p.Count}" NumberOfVerts="{p.Count}" NumberOfLines="0" NumberOfStrips="0" NumberOfPolys="0">
            <PointData Scalars="radius">
            {data.Array<double>("radius", 1, [.. p.Radius.Select(r => r / Micrometre)])}
            {data.Array<byte>("type", 1, [.. p.Kind.Select(k => (byte)k)])}
            {data.Array<int>("id", 1, p.PrimaryId)}
            {data.Array<int>("agglomerate", 1, p.AgglomerateId)}
            {data.Array<byte>("rgb", 3, [.. p.Kind.SelectMany(Colour)])}{string.Concat(vectors.Select(v => "\n" + data.Array<double>(v.Name, 3, MemoryMarshal.Cast<Vector3d, double>(v.Values))))}
            </PointData>
            <Points>
            {data.Array<double>("Points", 3, [.. p.Position.SelectMany(Coordinates)])}
            </Points>
            <Verts>
            {data.Array<long>("connectivity", 1, [.. Enumerable.Range(0, p.Count).Select(i => (long)i)])}
            {data.Array<long>("offsets", 1, [.. Enumerable.Range(1, p.Count).Select(i => (long)i)])}
            </Verts>
            </Piece>
            </PolyData>
            """;
        data.WriteFile(stream, "PolyData", content);
    }

    private static double[] Coordinates(Vector3d v) => [v.X / Micrometre, v.Y / Micrometre, v.Z / Micrometre];

    private static byte[] Colour(ParticleKind kind) => StatePalette.Of(kind) is var (r, g, b) ? [r, g, b] : [];
}
