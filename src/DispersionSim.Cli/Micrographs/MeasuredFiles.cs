using System.CommandLine;
using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>The options of <c>verify</c> that name measured files, and the verdicts that those files give.</summary>
internal sealed class MeasuredFiles
{
    private const int Simulations = 199;
    private const ulong Seed = 1;

    private readonly Option<string[]> images = new("--image") { Description = "micrographs of independent sections; claims 1 and 3 are then decided on measured files alone", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> pixel = new("--pixel-size") { Description = "edge of a pixel of the micrographs, e.g. \"10 nm\"" };
    private readonly Option<string?> crop = new("--crop") { Description = "part of the micrographs to be measured, LEFT,TOP,RIGHT,BOTTOM in pixels" };
    private readonly MicrographCut said = new();
    private readonly Option<string?> surface = new("--surface") { Description = "measured surface of the collector" };
    private readonly Option<string?> spacing = new("--surface-pixel-size") { Description = "spacing of the surface's points where its file does not say it, e.g. \"0.5 um\"" };
    private readonly Option<string?> distribution = new("--distribution") { Description = "measured size distribution of the primaries" };
    private readonly Option<string?> unit = new("--unit") { Description = "unit of a plain list of sizes, or of a surface's heights" };
    private readonly Option<string?> nullRun = new("--null-run") { Description = "folder of a finished run whose process-null layers are the null of the micrographs" };
    private readonly Option<bool> declared = new("--declared") { Description = "vouch for what no file shows: silicon, binder, metal foil, sintered without oxidation, particles and binder uniformly mixed" };

    private readonly Option<string?> folder = new("--out") { Description = "folder for an exhibit on measured files, to be printed" };

    public IEnumerable<Option> Options => [images, pixel, crop, .. said.Options, surface, spacing, distribution, unit, nullRun, declared, folder];

    /// <summary>Folder that an exhibit goes to; null where none is asked for.</summary>
    public string? Folder(ParseResult parsed) => parsed.GetValue(folder);

    /// <summary>Whether any file was named.</summary>
    public bool AreGiven(ParseResult parsed) => parsed.GetValue(images) is { Length: > 0 } || parsed.GetValue(surface) is not null || parsed.GetValue(distribution) is not null;

    /// <summary>The verdicts on claims 1 and 3, and what an exhibit on them shows.</summary>
    public MeasuredCase Decide(CommandHost host, ParseResult parsed, int threads, bool quiet)
    {
        var parts = new MeasuredParts();
        MeasuredEvidence evidence = new()
        {
            Sections = parsed.GetValue(images) is { Length: > 0 } files ? Sections(host, files, parsed, threads, quiet, parts) : null,
            Diameters = parsed.GetValue(distribution) is { } sizes ? Diameters(host, sizes, parsed.GetValue(unit), parts) : null,
            Roughness = parsed.GetValue(surface) is { } foil ? Roughness(host, foil, new() { Unit = parsed.GetValue(unit), PixelSize = AnalyzeCommand.Length(parsed.GetValue(spacing), "--surface-pixel-size") }, parts) : null,
            Declared = parsed.GetValue(declared),
        };
        return new(evidence.Decide(new()), evidence.Sections, parts);
    }

    private static IReadOnlyList<Measurement> Diameters(CommandHost host, string file, string? unit, MeasuredParts parts)
    {
        SizeDistribution sizes = DistributionReader.Read(file, new() { Unit = unit });
        Warn(host, file, sizes.Warnings, parts);
        var study = SizeStudy.Of(sizes, Seed);
        parts.Add(file, $"size distribution, {(sizes.IsList ? $"{sizes.Diameters.Length} particles" : $"{sizes.VolumeFraction.Length} classes")}", AnalyzeDistributionCommand.Cumulative(study));
        Measurement[] means =
        [
            new("surface-weighted mean diameter of the file", sizes.MeanD32, "m") { Definition = "D[3,2] of the distribution; its interval is the 3 % that ISO 13320 asks of a repeated median, where the file gives none." },
            new("volume median diameter of the file", sizes.D50, "m") { Definition = "D50 by volume of the distribution; interval as for the mean." },
        ];
        parts.Define(means);
        return means;
    }

    private static Measurement Roughness(CommandHost host, string file, SurfaceReadOptions read, MeasuredParts parts)
    {
        var study = SurfaceStudy.Of(file, read, new(), null, null);
        Warn(host, file, study.Warnings, parts);
        Measurement found = study.Measured.FirstOrDefault(m => m.Name == "Ra") ?? study.Measured.First(m => m.Name == "Sa levelled");
        parts.Add(file, $"surface of the collector, {study.Map.CountX} × {study.Map.CountY} points", SurfaceOutputs.Pictures(study).First());
        parts.Define([found]);
        return found;
    }

    private static void Warn(CommandHost host, string file, IEnumerable<string> warnings, MeasuredParts parts)
    {
        foreach (string warning in warnings)
        {
            host.Say($"{file}: {warning}");
            parts.Note($"{Path.GetFileName(file)}: {warning}");
        }
    }

    private SectionVerdict Sections(CommandHost host, string[] files, ParseResult parsed, int threads, bool quiet, MeasuredParts parts)
    {
        double? asked = AnalyzeCommand.Length(parsed.GetValue(pixel), "--pixel-size");
        (string File, GreyImage Image)[] pictures = [.. files.Select(f => (f, MicrographFile.Read(f, AnalyzeImageCommand.Crop(parsed.GetValue(crop)), false, host.Say)))];
        MicrographOptions options = said.Said(parsed, new() { PixelSize = MicrographFile.PixelSize(pictures, asked), Threads = threads });
        (Micrograph[] found, SectionVerdict verdict) = host.Watch(quiet, (progress, stop) =>
        {
            Micrograph[] cut = [.. pictures.Select(p => said.Of(parsed, p.File, p.Image, options))];
            LayerSections? layers = parsed.GetValue(nullRun) is { } run ? NullRun.Read(run, stop) : null;
            return (cut, SectionSensitivity.Of([.. pictures.Select(p => p.Image)], cut, options, Simulations, layers, share => progress.Step(share, "simulations of the null"), stop));
        });
        Picture[] plots = verdict.Sections.Count > 0 ? [.. MicrographOutputs.Plots(verdict.Sections[0].Functions)] : [];
        foreach ((int k, (string file, GreyImage image)) in pictures.Index())
        {
            Warn(host, file, found[k].Cautions, parts);
            string edge = Quantity.Rounded(options.PixelSize, "m").Replace("um", "µm", StringComparison.Ordinal);
            parts.Add(file, $"micrograph, {image.Width} × {image.Height} pixels of {edge}, {found[k].Particles.Count} particles", k == 0 ? [MicrographOutputs.Overlay((file, image, found[k]), 1), .. plots] : []);
        }

        parts.Define(SectionEvidence.Definitions);
        return verdict;
    }
}
