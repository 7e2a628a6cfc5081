using DispersionSim.Core;
using DispersionSim.Imaging;
using SkiaSharp;
using Xunit;

namespace DispersionSim.Tests.Unit;

public class View3dTests
{
    private static readonly ElectrodeState Film = SyntheticFilm.Make(2e-6, 2e-6, 0.2e-6, 0.5);

    private static readonly ImagingOptions Small = new() { View = new() { Width = 400, Height = 300 } };

    [Fact]
    public void The_view_shows_the_film_on_white_with_copper_below()
    {
        Picture picture = View3d.Render(Film, Small, 2);
        using SKBitmap image = SKBitmap.Decode(picture.Bytes);
        Assert.Equal((400, 300), (image.Width, image.Height));
        Assert.Equal(SKColors.White, image.GetPixel(0, 0));
        SKColor[] low = [.. Enumerable.Range(0, 60).Select(k => image.GetPixel(200, 299 - k))];
        SKColor block = Array.Find(low, c => c.Red < 240);
        Assert.True(block.Red > block.Green + 20 && block.Green > block.Blue, $"the lowest solid below the middle is copper, not {block}");
        double inked = image.Pixels.Count(p => p.Red + p.Green + p.Blue < 740) / (400.0 * 300);
        Assert.InRange(inked, 0.2, 0.8);
    }

    [Fact]
    public void The_view_does_not_depend_on_the_number_of_threads() =>
        Assert.Equal(View3d.Render(Film, Small, 1).Bytes, View3d.Render(Film, Small, 5).Bytes);

    [Fact]
    public void Two_agglomerates_are_told_apart_by_colour_and_one_material_is_not()
    {
        double Hues(ViewColour colour)
        {
            using SKBitmap image = SKBitmap.Decode(View3d.Render(Film, Small with { View = Small.View with { Colour = colour } }, 2).Bytes);
            return image.Pixels.Where(p => p.Green > p.Red + 15 && p.Green > p.Blue + 5).Count();
        }

        Assert.True(Hues(ViewColour.Agglomerate) > 50 + (5 * Hues(ViewColour.Kind)), "agglomerates bring greens that silicon does not have");
    }
}
