using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Turns a mask, whose grey values are numbers, into colours that can be looked at; any other picture passes unchanged.</summary>
internal static class MaskTint
{
    private const int IdColours = 254;

    public static Picture Tint(MaskPicture mask)
    {
        if (GreyPng.Decode(mask.Picture.Bytes) is not (int width, int height, ushort[] grey))
        {
            return mask.Picture;
        }

        (byte[] indices, (byte, byte, byte)[] palette) = mask.Kind == MaskKind.Phase ? Phases(grey) : Ids(grey);
        return mask.Picture with { MediaType = "image/png", Bytes = Png.Palette(width, height, palette, (row, line) => indices.AsSpan(row * width, width).CopyTo(line)) };
    }

    private static (byte[] Indices, (byte Red, byte Green, byte Blue)[] Palette) Phases(ushort[] grey)
    {
        VoxelPhase[] phases = Enum.GetValues<VoxelPhase>();
        return ([.. grey.Select(g => (byte)Math.Min(g, phases.Length - 1))], [.. phases.Select(StatePalette.Of)]);
    }

    /// <summary>Ids share 254 colours; the ids of neighbours rarely meet in one.</summary>
    private static (byte[] Indices, (byte Red, byte Green, byte Blue)[] Palette) Ids(ushort[] grey) =>
        ([.. grey.Select(g => (byte)(g == 0 ? 0 : 1 + (g % IdColours)))], [.. Enumerable.Range(0, IdColours + 1).Select(StatePalette.OfId)]);
}
