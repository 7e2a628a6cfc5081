using DispersionSim.Core;
using DispersionSim.IO;
using DispersionSim.Process;

namespace DispersionSim.Cli;

/// <summary>Reads what a recipe names by file: size distribution, ready-made aggregates, measured surface.</summary>
internal static class MaterialsReader
{
    public static Materials Read(Recipe recipe, Action<string> note)
    {
        FeedstockOptions feedstock = recipe.Feedstock;
        return new()
        {
            Sizes = feedstock.DistributionFile is null ? Lognormal(feedstock) : Measured(feedstock, note),
            Aggregates = [.. feedstock.AggregateFiles.Select(file => Aggregate(file, note))],
            Surface = recipe.Foil.Topography.File is { } file ? Surface(recipe.Foil.Topography, file, note) : null,
        };
    }

    /// <summary>The same without reading files: to check that stages fit together.</summary>
    public static Materials Nominal(Recipe recipe) => new() { Sizes = Lognormal(recipe.Feedstock) };

    private static PrimarySizes Lognormal(FeedstockOptions feedstock) =>
        PrimarySizes.Lognormal(feedstock.VolumeMedianDiameter, feedstock.GeometricStandardDeviation);

    private static PrimarySizes Measured(FeedstockOptions feedstock, Action<string> note)
    {
        var import = new DistributionImport { Unit = feedstock.DistributionUnit, Scale = feedstock.DistributionScale };
        SizeDistribution read = DistributionReader.Read(feedstock.DistributionFile!, import);
        foreach (string warning in read.Warnings)
        {
            note($"{feedstock.DistributionFile}: {warning}");
        }

        // Classes with hardly any volume hold most of the number: drawing by number would fill the box with dust.
        SizeDistribution used = read.IsList ? read : read.WithoutFinest(0.005);
        note($"{feedstock.DistributionFile}: {read.Name}, D50 {Quantity.Rounded(read.D50, "m")} by volume after scaling by {feedstock.DistributionScale}");
        return PrimarySizes.Measured(used.SampleDiameter);
    }

    private static AggregateGeometry Aggregate(string file, Action<string> note)
    {
        AggregateGeometry read = AggregateReader.Read(file);
        foreach (string warning in read.Warnings)
        {
            note($"{file}: {warning}");
        }

        note($"{file}: aggregate of {read.Count} primaries");
        return read;
    }

    private static HeightMap Surface(TopographyOptions options, string file, Action<string> note)
    {
        HeightMap map = SurfaceReader.Read(file, new() { Unit = options.Unit, Channel = options.Channel, PixelSize = options.PixelSize });
        note($"{file}: {map.CountX} x {map.CountY} points, {map.InvalidPoints} invalid, {Quantity.Rounded(map.SizeX, "m")} x {Quantity.Rounded(map.SizeY, "m")}; waves shorter than {Quantity.Rounded(2 * Math.Max(map.StepX, map.StepY), "m")} are not in it");
        return map;
    }
}
