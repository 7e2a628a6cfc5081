using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>A simulated micrograph of a section and its masks, all of one size in pixels; the databar's rows are 0 in the masks.</summary>
/// <param name="Image">Grey picture, 8 bit, databar below.</param>
/// <param name="Phase">Phase of each pixel (<see cref="VoxelPhase"/>), 8 bit.</param>
/// <param name="Particle">Primary id of each pixel of a particle, 16 bit, 0 for none.</param>
/// <param name="Agglomerate">Its agglomerate's id, 16 bit, 0 for none.</param>
public sealed record SectionImage(Picture Image, Picture Phase, Picture Particle, Picture Agglomerate)
{
    /// <summary>Edge of a pixel, m.</summary>
    [Unit("m")]
    public required double PixelSize { get; init; }

    /// <summary>Pixels across.</summary>
    public required int Width { get; init; }

    /// <summary>Rows, the databar's among them.</summary>
    public required int Height { get; init; }

    /// <summary>How many of the rows, at the bottom, are databar.</summary>
    public required int DatabarRows { get; init; }

    /// <summary>Axis that the section is normal to, "x" or "y".</summary>
    public required string Normal { get; init; }

    /// <summary>Place of the section on that axis, m.</summary>
    [Unit("m")]
    public required double Position { get; init; }

    /// <summary>Height of the picture's upper edge over the foil's mean plane, m.</summary>
    [Unit("m")]
    public required double Top { get; init; }

    /// <summary>Image and masks, in the order in which they are stored.</summary>
    public IReadOnlyList<Picture> Pictures => [Image, Phase, Particle, Agglomerate];
}
