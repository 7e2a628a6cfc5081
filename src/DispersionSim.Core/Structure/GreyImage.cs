namespace DispersionSim.Core;

/// <summary>A grey picture, row by row from the top.</summary>
/// <param name="Width">Pixels a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Values">Grey values in the picture's own numbers.</param>
/// <param name="PixelSize">Edge of a pixel, m; null where the file does not say.</param>
/// <param name="IsColoured">Whether the file has colours that differ, as of burnt-in marks.</param>
public sealed record GreyImage(int Width, int Height, float[] Values, double? PixelSize, bool IsColoured = false);
