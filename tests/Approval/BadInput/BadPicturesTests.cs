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
        File.WriteAllBytes(file, MicrographOverlay.Png(new GreyImage(24, 24, new float[24 * 24], null), [.. Enumerable.Repeat(-1, 24 * 24)], "grey", "").Bytes);
        Refusal.Says(CliProcess.Run(["analyze", "image", file, .. options.Split('|', StringSplitOptions.RemoveEmptyEntries)]), words);
    }
}
