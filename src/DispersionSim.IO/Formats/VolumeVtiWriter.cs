using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Writes a voxel volume as VTK image data (VTI), micrometres: phase label, ids, and the fraction of every phase as cell data.</summary>
public static class VolumeVtiWriter
{
    private const double Micrometre = 1e-6;

    public static void Write(string path, VoxelVolume volume, Provenance provenance) => AtomicFile.Write(path, stream =>
    {
        var data = new VtpData();
        double step = volume.VoxelSize / Micrometre;
        string extent = $"0 {volume.CountX} 0 {volume.CountY} 0 {volume.CountZ}";
        IEnumerable<string> fractions = volume.Fraction.Select((f, phase) => data.Array<float>($"fraction {StatePalette.Name((VoxelPhase)phase)}", 1, f));
        string content = $"""
            <ImageData WholeExtent="{extent}" Origin="0 0 {volume.OriginZ / Micrometre:R}" Spacing="{step:R} {step:R} {step:R}">
            <FieldData>
            {data.Note("provenance", provenance.Line)}
            {data.Note("length_unit", "um")}
            </FieldData>
            <Piece Extent="{extent}">
            <CellData Scalars="phase">
            {data.Array<byte>("phase", 1, VolumeTiffWriter.Labels(volume))}
            {data.Array<int>("particle", 1, volume.ParticleId)}
            {data.Array<int>("agglomerate", 1, volume.AgglomerateId)}
            {string.Join('\n', fractions)}
            </CellData>
            </Piece>
            </ImageData>
            """;
        data.WriteFile(stream, "ImageData", content);
    });
}
