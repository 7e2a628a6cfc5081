using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>A measured surface, or a section of it, with all that was measured on it.</summary>
/// <param name="File">Its file.</param>
/// <param name="Map">Its points.</param>
/// <param name="Settings">The filters asked for.</param>
/// <param name="Measured">Every number with what was filtered.</param>
/// <param name="Spectrum">Power spectrum of the levelled surface.</param>
internal sealed record SurfaceStudy(string File, HeightMap Map, SurfaceSettings Settings, IReadOnlyList<Measurement> Measured, Curve Spectrum)
{
    public static SurfaceStudy Of(string file, SurfaceReadOptions read, SurfaceSettings settings, double? from, double? to)
    {
        HeightMap whole = SurfaceReader.Read(file, read);
        return FileFault.Naming(file, () =>
        {
            HeightMap map = SurfaceSection.Cut(whole, from, to);
            return new SurfaceStudy(file, map, settings, SurfaceMetrology.OfMeasured(map, settings), SurfaceMetrology.Spectrum(map));
        });
    }

    public IReadOnlyList<string> Warnings => SurfaceMetrology.Warnings(Map);

    public IReadOnlyList<Curve> Functions => Spectrum.X.Length > 0 ? [Spectrum] : [];

    public IReadOnlyList<(string, object)> Extras => [("points", Map.CountX * Map.CountY), ("invalid_points", Map.InvalidPoints), ("size", new[] { Map.SizeX, Map.SizeY })];
}
