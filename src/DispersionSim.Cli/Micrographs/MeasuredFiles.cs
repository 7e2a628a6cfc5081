using System.CommandLine;
using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>The options of <c>verify</c> that name measured files, and the verdicts that those files give.</summary>
internal sealed class MeasuredFiles
{
    private const int Simulations = 199;

    private readonly Option<string[]> images = new("--image") { Description = "micrographs of independent sections; claims 1 and 3 are then decided on measured files alone", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> pixel = new("--pixel-size") { Description = "edge of a pixel of the micrographs, e.g. \"10 nm\"" };
    private readonly Option<bool> dark = new("--dark-particles") { Description = "particles of the micrographs are dark" };
    private readonly Option<string?> surface = new("--surface") { Description = "measured surface of the collector" };
    private readonly Option<string?> distribution = new("--distribution") { Description = "measured size distribution of the primaries" };
    private readonly Option<string?> unit = new("--unit") { Description = "unit of a plain list of sizes, or of a surface's heights" };
    private readonly Option<string?> nullRun = new("--null-run") { Description = "folder of a finished run whose process-null layers are the null of the micrographs" };
    private readonly Option<bool> declared = new("--declared") { Description = "vouch for what no file shows: silicon, binder, metal foil, sintered without oxidation, particles and binder uniformly mixed" };

    public IEnumerable<Option> Options => [images, pixel, dark, surface, distribution, unit, nullRun, declared];

    /// <summary>Whether any file was named.</summary>
    public bool AreGiven(ParseResult parsed) => parsed.GetValue(images) is { Length: > 0 } || parsed.GetValue(surface) is not null || parsed.GetValue(distribution) is not null;

    /// <summary>The verdicts on claims 1 and 3.</summary>
    public IReadOnlyList<ClaimVerdict> Decide(CommandHost host, ParseResult parsed, int threads, bool quiet) => new MeasuredEvidence
    {
        Diameters = parsed.GetValue(distribution) is { } sizes ? Diameters(host, sizes, parsed.GetValue(unit)) : null,
        Roughness = parsed.GetValue(surface) is { } foil ? Roughness(host, foil, parsed.GetValue(unit)) : null,
        Sections = parsed.GetValue(images) is { Length: > 0 } files ? Sections(host, files, parsed, threads, quiet) : null,
        Declared = parsed.GetValue(declared),
    }.Decide(new());

    private static IReadOnlyList<Measurement> Diameters(CommandHost host, string file, string? unit)
    {
        SizeDistribution sizes = DistributionReader.Read(file, new() { Unit = unit });
        foreach (string warning in sizes.Warnings)
        {
            host.Say($"{file}: {warning}");
        }

        return [new("surface-weighted mean diameter of the file", sizes.MeanD32, "m"), new("volume median diameter of the file", sizes.D50, "m")];
    }

    private static Measurement Roughness(CommandHost host, string file, string? unit)
    {
        var study = SurfaceStudy.Of(file, new() { Unit = unit }, new(), null, null);
        foreach (string warning in study.Warnings)
        {
            host.Say($"{file}: {warning}");
        }

        return study.Measured.FirstOrDefault(m => m.Name == "Ra") ?? study.Measured.First(m => m.Name == "Sa levelled");
    }

    private SectionVerdict Sections(CommandHost host, string[] files, ParseResult parsed, int threads, bool quiet)
    {
        double? asked = AnalyzeCommand.Length(parsed.GetValue(pixel), "--pixel-size");
        (string File, GreyImage Image)[] pictures = [.. files.Select(f => (f, MicrographFile.Read(f, null, false, host.Say)))];
        MicrographOptions options = new() { PixelSize = MicrographFile.PixelSize(pictures, asked), Dark = parsed.GetValue(dark), Threads = threads };
        return host.Watch(quiet, (progress, stop) =>
        {
            Micrograph[] found = [.. pictures.Select(p => FileFault.Naming(p.File, () => Micrograph.Of(p.Image, options)))];
            return SectionSensitivity.Of([.. pictures.Select(p => p.Image)], found, options, Simulations, parsed.GetValue(nullRun) is { } run ? NullRun.Read(run, stop) : null, share => progress.Step(share, "simulations of the null"), stop);
        });
    }
}
