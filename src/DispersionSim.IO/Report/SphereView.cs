using System.Buffers.Binary;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>The interactive 3-D view: particles packed into ten bytes each, drawn by the page's own script; without WebGL 2 the still picture stays.</summary>
internal static class SphereView
{
    /// <summary>More particles than this would make the page heavy: the view then shows a column of the full height from the middle.</summary>
    internal const int Most = 60_000;

    private const int BytesEach = 10;

    public static Html Of(ElectrodeState state, Html still)
    {
        int[] shown = Shown(state);
        if (shown.Length == 0)
        {
            return still;
        }

        double scale = Math.Max(state.Domain.Size.X, Math.Max(state.Domain.Size.Y, state.Domain.Size.Z));
        Vector3d box = state.Domain.Size / scale;
        return Html.Of($"""
            <div id="spheres" data-box="{box.X:R} {box.Y:R} {box.Z:R}" data-colours="{Colours()}" data-spheres="{Convert.ToBase64String(Pack(state.Particles, shown, scale))}">
            <div class="still">{still}</div>
            <canvas hidden="hidden" tabindex="0" role="img" aria-label="Interactive view of the particles: drag to turn"></canvas>
            <div class="controls" hidden="hidden"><button type="button" data-do="colour">Colour by agglomerate</button><button type="button" data-do="in" aria-label="Closer">+</button><button type="button" data-do="out" aria-label="Farther">−</button><label>Cut <input type="range" min="0" max="1" step="0.01" value="1"/></label><span>{Count(state, shown)}; drag to turn</span></div>
            </div>
            """);
    }

    private static string Count(ElectrodeState state, int[] shown) => shown.Length == state.Particles.Count
        ? $"{shown.Length} particles"
        : $"{shown.Length} of {state.Particles.Count} particles: a column from the middle";

    /// <summary>Every particle, or those of a central column, narrowed until few enough.</summary>
    private static int[] Shown(ElectrodeState state)
    {
        ParticleSet p = state.Particles;
        int[] shown = [.. Enumerable.Range(0, p.Count).Where(i => Finite(p.Position[i]) && double.IsFinite(p.Radius[i]))];
        for (double width = 0.95; shown.Length > Most; width *= 0.95)
        {
            shown = [.. shown.Where(i => Central(p.Position[i].X, state.Domain.Size.X, width) && Central(p.Position[i].Y, state.Domain.Size.Y, width))];
        }

        return shown;
    }

    private static bool Finite(Vector3d v) => double.IsFinite(v.X) && double.IsFinite(v.Y) && double.IsFinite(v.Z);

    private static bool Central(double value, double size, double width) => Math.Abs((value / size) - 0.5) <= width / 2;

    /// <summary>x, y, z, r as 16-bit shares of the longest edge, then kind and a byte of the agglomerate's id. Heights below the foil's mean plane count as 0.</summary>
    private static byte[] Pack(ParticleSet p, int[] shown, double scale)
    {
        byte[] data = new byte[shown.Length * BytesEach];
        for (int k = 0; k < shown.Length; k++)
        {
            int i = shown[k];
            Span<byte> at = data.AsSpan(k * BytesEach);
            foreach ((int offset, double value) in ((int, double)[])[(0, p.Position[i].X), (2, p.Position[i].Y), (4, p.Position[i].Z), (6, p.Radius[i])])
            {
                BinaryPrimitives.WriteUInt16LittleEndian(at[offset..], (ushort)Math.Round(Math.Clamp(value / scale, 0, 1) * ushort.MaxValue));
            }

            at[8] = (byte)p.Kind[i];
            at[9] = p.AgglomerateId[i] == 0 ? (byte)0 : (byte)(1 + (p.AgglomerateId[i] % 255));
        }

        return data;
    }

    /// <summary>Colours of the kinds 0 to 3, red green blue, 0–255.</summary>
    private static string Colours() => string.Join(' ', Enumerable.Range(0, 4).Select(k => StatePalette.Of((VoxelPhase)k) is var (r, g, b) ? $"{r} {g} {b}" : ""));
}
