using DispersionSim.Core;
using DispersionSim.Imaging;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>Pictures of the layer that a run shows, its first replicate's.</summary>
/// <param name="Sections">Cross-sections with their masks.</param>
/// <param name="View">The film in space.</param>
internal sealed record ShownLayer(IReadOnlyList<SectionPictures> Sections, Picture View)
{
    /// <summary>Draws the layer, cuts it into voxels and writes both: as soon as it is made, while other replicates still run.</summary>
    /// <exception cref="InputException">More pixels or voxels than can be drawn.</exception>
    public static ShownLayer Draw(RunPlan plan, RunFolder folder, ReplicateResult first, int threads)
    {
        var shown = new ShownLayer(RunPictures.Sections(plan.Recipe, first.Film, first.Seed, threads), RunPictures.View(plan.Recipe, first.Film, threads));
        ReportFolder.WriteImages(folder, shown.Sections, shown.View);
        VoxelVolume volume = Voxeliser.Voxelise(first.Film, plan.Recipe.Images.VoxelSize, threads, plan.Recipe.Images.CopperDepth);
        VolumeTiffWriter.WriteLabels(folder.Volume, volume, plan.Provenance);
        VolumeTiffWriter.WriteFractions(folder.VolumeFractions, volume, plan.Provenance);
        return shown;
    }
}
