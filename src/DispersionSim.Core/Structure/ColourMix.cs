namespace DispersionSim.Core;

/// <summary>Turns colours into grey by their luminance (ITU-R BT.601) and counts those that are none.</summary>
public struct ColourMix
{
    /// <summary>Difference of channels that is no grey any more.</summary>
    private const int Tint = 24;

    /// <summary>One pixel in so many may be tinted in a picture that is called grey.</summary>
    private const int OneIn = 2000;

    private int coloured;

    /// <summary>The grey of a pixel, 0 to 255.</summary>
    public float Grey(byte red, byte green, byte blue)
    {
        coloured += Math.Max(red, Math.Max(green, blue)) - Math.Min(red, Math.Min(green, blue)) > Tint ? 1 : 0;
        return ((299 * red) + (587 * green) + (114 * blue)) / 1000f;
    }

    /// <summary>Whether the picture of so many pixels has colours.</summary>
    public readonly bool IsColoured(int pixels) => coloured > pixels / OneIn;
}
