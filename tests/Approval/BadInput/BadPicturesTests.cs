using DispersionSim.Core;
using DispersionSim.Imaging;

namespace DispersionSim.Tests.Approval;

/// <summary>Volumes and pictures that cannot be measured are refused in one line.</summary>
public sealed class BadPicturesTests
{
    [Theory]
    [InlineData(0, "4,4,4", "--voxel-size|1 um", "all 64 voxels", "label 7")]
    [InlineData(0, "4,4,5", "--voxel-size|1 um", "64 bytes", "needs 80")]
    [InlineData(0, "4,4", "--voxel-size|1 um", "--shape 4,4", "three counts")]
    [InlineData(0, null, "--voxel-size|1 um", "no header", "--shape", "--type")]
    [InlineData(0, "4,4,4", "", "does not say", "--voxel-size")]
    [InlineData(0, "4,4,4", "--voxel-size|0 um", "--voxel-size 0 um", "positive length")]
    [InlineData(1, "4,4,4", "--voxel-size|1 um|--phase|9", "--phase 9", "7, 8")]
    public void Volume_that_cannot_be_measured_is_refused_in_one_line(byte step, string? shape, string options, params string[] words)
    {
        using ScratchFolder scratch = new();
        string file = scratch.At("labels.raw");
        File.WriteAllBytes(file, [.. Enumerable.Range(0, 64).Select(k => (byte)(7 + (k % 2 * step)))]);
        string[] given = shape is null ? [] : ["--shape", shape, "--type", "uint8"];
        Refusal.Says(CliProcess.Run(["analyze", "volume", file, .. given, .. options.Split('|', StringSplitOptions.RemoveEmptyEntries)]), words);
    }

    [Theory]
    [InlineData("--pixel-size|10 nm", "picture.txt", "no picture is read", ".tif")]
    [InlineData("--pixel-size|10 nm", "broken.tif", "no TIFF file")]
    [InlineData("--pixel-size|10 nm", "broken.png", "no picture")]
    [InlineData("--pixel-size|10 nm", "absent.png", "absent.png")]
    public void File_that_is_no_picture_is_refused_in_one_line(string options, string name, params string[] words)
    {
        using ScratchFolder scratch = new();
        string file = name.StartsWith("absent", StringComparison.Ordinal) ? scratch.At(name) : scratch.Write(name, "nothing of the kind");
        Refusal.Says(CliProcess.Run(["analyze", "image", file, .. options.Split('|')]), words);
    }

    [Theory]
    [InlineData("", "does not say", "--pixel-size")]
    [InlineData("--pixel-size|10 nm", "every pixel has the grey value")]
    [InlineData("--pixel-size|10 nm|--threshold|2", "--threshold 2", "between 0 and 1")]
    [InlineData("--pixel-size|10 nm|--crop|0,0,50,50", "--crop 0,0,50,50", "24 x 24")]
    [InlineData("--pixel-size|10 nm|--labels|3", "no pixel is particle")]
    public void Picture_of_one_grey_and_options_that_do_not_fit_are_refused_in_one_line(string options, params string[] words)
    {
        using ScratchFolder scratch = new();
        string file = scratch.At("grey.png");
        File.WriteAllBytes(file, MicrographOverlay.Draw(new GreyImage(24, 24, new float[24 * 24], null), [.. Enumerable.Repeat(-1, 24 * 24)], "grey", "").Bytes);
        Refusal.Says(CliProcess.Run(["analyze", "image", file, .. options.Split('|', StringSplitOptions.RemoveEmptyEntries)]), words);
    }

    /// <summary>Too small, or with nothing in it that is as wide as a particle must be.</summary>
    [Theory]
    [InlineData(1, 1, 0, "1 x 1 pixels are too few", "at least 16")]
    [InlineData(100, 1, 1, "100 x 1 pixels are too few")]
    [InlineData(3, 3, 1, "3 x 3 pixels are too few")]
    [InlineData(8, 8, 1, "8 x 8 pixels are too few")]
    [InlineData(16, 16, 0, "every pixel has the grey value")]
    [InlineData(16, 16, 1, "nothing that was found is 4 pixels wide", "--least-diameter")]
    public void Picture_of_a_few_pixels_is_refused_in_one_line(int width, int height, int spots, params string[] words)
    {
        using ScratchFolder scratch = new();
        string file = scratch.At("tiny.png");
        File.WriteAllBytes(file, Png(new(width, height, [.. Enumerable.Range(0, width * height).Select(k => k < spots ? 200f : 50)], null)));
        Refusal.Says(CliProcess.Run("analyze", "image", file, "--pixel-size", "10 nm", "--quiet"), ["tiny.png", .. words]);
    }

    /// <summary>Where what is bright surrounds all else, particles are likely dark: that is asked, not guessed.</summary>
    [Fact]
    public void Whether_particles_are_dark_is_asked_where_the_picture_does_not_tell()
    {
        using ScratchFolder scratch = new();
        GreyImage discs = Discs(bar: false);
        string bright = scratch.At("bright.png"), dark = scratch.At("dark.png");
        File.WriteAllBytes(bright, Png(discs));
        File.WriteAllBytes(dark, Png(discs with { Values = [.. discs.Values.Select(v => 255 - v)] }));
        string[] given = ["--pixel-size", "10 nm", "--simulations", "19", "--quiet"];
        Refusal.Says(CliProcess.Run(["analyze", "image", dark, .. given]), "dark.png", "surrounds the rest", "--dark-particles", "--bright-particles");
        Refusal.Says(CliProcess.Run(["analyze", "image", dark, .. given, "--dark-particles", "--bright-particles"]), "one or the other");
        Refusal.Says(CliProcess.Run(["analyze", "image", bright, .. given, "--holes", "drill"]), "--holes drill", "fill or keep");
        CliResult asked = CliProcess.Run(["analyze", "image", dark, .. given, "--dark-particles"]), plain = CliProcess.Run(["analyze", "image", bright, .. given]);
        Assert.True(asked.ExitCode == 0 && plain.ExitCode == 0, asked.Error + plain.Error);
        Assert.Equal(plain.Output.Split('\n').First(l => l.StartsWith("particles", StringComparison.Ordinal)), asked.Output.Split('\n').First(l => l.StartsWith("particles", StringComparison.Ordinal)));
    }

    // What is missing would be read as black, and the particles of the rest as all there are.
    [Theory]
    [InlineData("cut.png")]
    [InlineData("cut.jpg")]
    public void Picture_that_ends_too_early_is_refused_in_one_line(string name)
    {
        using ScratchFolder scratch = new();
        byte[] whole = name.EndsWith(".jpg", StringComparison.Ordinal) ? Jpeg(Discs(bar: false)) : Png(Discs(bar: false));
        File.WriteAllBytes(scratch.At(name), whole[..(whole.Length / 3)]);
        Refusal.Says(CliProcess.Run("analyze", "image", scratch.At(name), "--pixel-size", "10 nm"), name, "damaged or cut short");
    }

    [Fact]
    public void Burnt_in_scale_bar_is_refused_with_advice_and_a_crop_takes_it_off()
    {
        using ScratchFolder scratch = new();
        string file = scratch.At("bar.png");
        File.WriteAllBytes(file, Png(Discs(bar: true)));
        Refusal.Says(CliProcess.Run("analyze", "image", file, "--pixel-size", "10 nm"), "burnt-in scale bar from 180,270 to 280,276", "--crop");
        CliResult cropped = CliProcess.Run("analyze", "image", file, "--pixel-size", "10 nm", "--crop", "0,0,300,260", "--simulations", "19");
        Assert.True(cropped.ExitCode == 0, cropped.Error);
    }

    /// <summary>JPEG blurs a bar's grey into its surroundings; a ruled bar is a line two pixels thin between two ticks.</summary>
    [Theory]
    [InlineData("blurred.jpg", 6, 0, "from 180,270 to 280,27")]
    [InlineData("ruled.png", 2, 6, "from 180,270 to 280,272")]
    public void Scale_bar_is_told_from_particles_in_jpeg_and_where_it_is_a_thin_line(string name, int rows, int ticks, string words)
    {
        using ScratchFolder scratch = new();
        GreyImage image = Discs(bar: false);
        for (int y = 270 - ticks; y < 270 + rows + ticks; y++)
        {
            for (int x = 180; x < 280; x++)
            {
                bool drawn = (y >= 270 && y < 270 + rows) || x < 182 || x >= 278;
                image.Values[(y * 300) + x] = drawn ? 255 : image.Values[(y * 300) + x];
            }
        }

        File.WriteAllBytes(scratch.At(name), name.EndsWith(".jpg", StringComparison.Ordinal) ? Jpeg(image) : Png(image));
        Refusal.Says(CliProcess.Run("analyze", "image", scratch.At(name), "--pixel-size", "10 nm"), words, "burnt-in scale bar", "--crop");
    }

    [Theory]
    [InlineData("absent", "is not a run folder")]
    [InlineData("fresh", "is no finished run of layers")]
    public void Null_that_is_no_finished_run_is_refused_in_one_line(string name, string words)
    {
        using ScratchFolder scratch = new();
        string file = scratch.At("discs.png"), run = scratch.At(name);
        File.WriteAllBytes(file, Png(Discs(bar: false)));
        if (name == "fresh")
        {
            using CliProcess started = CliProcess.Start(["run", "--set", "quality.preview.primaries=40", "--replicates", "2", "--out", run, "--quiet"]);
            started.WaitFor(Path.Combine(run, "manifest.json"));
            started.Kill();
            started.Finish();
        }

        Refusal.Says(CliProcess.Run("analyze", "image", file, "--pixel-size", "10 nm", "--null-run", run), words);
    }

    private static GreyImage Discs(bool bar)
    {
        var random = new RandomStream(5, StreamName.MonteCarlo);
        float[] values = [.. Enumerable.Range(0, 300 * 300).Select(i => (float)(Math.Pow((i % 300 % 30) - 15, 2) + Math.Pow((i / 300 % 30) - 15, 2) < 64 ? 180 : 60))];
        values = [.. values.Select(v => (float)Math.Round(v + (6 * random.NextGaussian())))];
        for (int i = 0; bar && i < values.Length; i++)
        {
            values[i] = i % 300 is >= 180 and < 280 && i / 300 is >= 270 and < 276 ? 255 : values[i];
        }

        return new(300, 300, values, null);
    }

    private static byte[] Png(GreyImage image) => Encoded(image, SkiaSharp.SKEncodedImageFormat.Png);

    private static byte[] Jpeg(GreyImage image) => Encoded(image, SkiaSharp.SKEncodedImageFormat.Jpeg);

    private static byte[] Encoded(GreyImage image, SkiaSharp.SKEncodedImageFormat format)
    {
        using var bitmap = new SkiaSharp.SKBitmap(new SkiaSharp.SKImageInfo(image.Width, image.Height, SkiaSharp.SKColorType.Gray8));
        for (int i = 0; i < image.Values.Length; i++)
        {
            byte grey = (byte)Math.Clamp(image.Values[i], 0, 255);
            bitmap.SetPixel(i % image.Width, i / image.Width, new(grey, grey, grey));
        }

        using SkiaSharp.SKData data = bitmap.Encode(format, 90);
        return data.ToArray();
    }
}
