using DispersionSim.Analysis;
using DispersionSim.IO;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>Measured and published volumes against what is said of them: shares, surfaces and paths exactly, tortuosity as another program has it.</summary>
public sealed class MeasuredVolumeTests
{
    private const string Electrode = "taufactor_electrode.tiff";
    private const string Calendered = "nmc-1-cal_generatedCBD_bridge.tif";

    [Theory]
    [InlineData(Electrode, 0, 0.449917, 0.306837, 0.9989)]
    [InlineData(Electrode, 85, 0.400466, 0.146105, 0.9611)]
    [InlineData(Electrode, 170, 0.149616, 0.342226, 0.9740)]
    [InlineData(Calendered, 0, 0.400549, 0.138327, 0.9950)]
    [InlineData(Calendered, 1, 0.499451, 0.152723, 0.9981)]
    [InlineData(Calendered, 2, 0.100000, 0.177503, 0.6596)]
    public void Shares_surfaces_and_paths_of_an_electrode_are_those_published(string file, byte label, double share, double faces, double percolating)
    {
        VoxelField field = Load(file);
        Assert.Equal(share, PhaseProfile.Fraction(field, label), 5.1e-7);
        Assert.Equal(faces, new PhaseBlocks(field, label).FacesPerVoxel, 5.1e-7);
        Assert.Equal(percolating, new ConnectedParts(field, l => l == label).PercolatingFraction(0) / PhaseProfile.Fraction(field, label), 1e-4);
    }

    /// <summary>Same stencil and ends as the other program, which stops at a change of 1e-3: within half a per cent.</summary>
    [Theory]
    [InlineData(Electrode, new byte[] { 0 }, 0, 2.0896)]
    [InlineData(Calendered, new byte[] { 0 }, 1, 2.6763)]
    [InlineData(Calendered, new byte[] { 0, 2 }, 2, 1.4666)]
    public void Tortuosity_of_an_electrode_is_that_of_another_program(string file, byte[] pores, int axis, double tortuosity)
    {
        VoxelField crop = Crop(Load(file), 128);
        var found = FieldDiffusion.Solve(crop, l => pores.Contains(l) ? 1 : 0, axis);
        Assert.Equal(tortuosity, found.TortuosityFactor(pores.Sum(p => PhaseProfile.Fraction(crop, p))), 0.005 * tortuosity);
    }

    [Fact]
    public void Stack_of_single_bits_has_the_phases_that_the_file_has()
    {
        VoxelField field = Load("SampleData_2Phase_stack_3d_1bit.tif");
        Assert.Equal([100, 100, 100], field.Shape);
        Assert.Equal(0.601691, PhaseProfile.Fraction(field, 0), 1e-12);
        Assert.Equal(1.7071, FieldDiffusion.Solve(field, l => l == 0 ? 1 : 0, 0).TortuosityFactor(0.601691), 0.005 * 1.7071);
    }

    [Fact]
    public void Raw_values_are_read_in_the_shape_that_is_given()
    {
        LabelVolume volume = VolumeReader.Read(SharedFile("SampleData_2Phase_stack_3d_uint8.raw"), "100,100,100", "uint8");
        Assert.Equal(0.399553, volume.Labels.Average(l => l), 1e-12);
    }

    private static VoxelField Load(string file)
    {
        LabelVolume volume = VolumeReader.Read(SharedFile(file), null, null);
        return new(volume.Labels, [volume.CountZ, volume.CountY, volume.CountX], 1e-6);
    }

    private static VoxelField Crop(VoxelField field, int side)
    {
        var labels = new byte[side * side * side];
        for (int at = 0; at < labels.Length; at++)
        {
            labels[at] = field.Labels[(at / (side * side) * field.Stride(0)) + (at / side % side * field.Stride(1)) + (at % side)];
        }

        return new(labels, [side, side, side], field.Spacing);
    }

    private static string SharedFile(string name)
    {
        string file = AnalysisFolder.File("..", "..", "data", "volumes", name);
        Assert.SkipUnless(File.Exists(file), $"shared/data/volumes/{name} is not here");
        return file;
    }
}
