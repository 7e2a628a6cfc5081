using System.CommandLine;
using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary><c>analyze surface FILE</c>: roughness of a measured surface, with filters only where they are asked for.</summary>
internal static class AnalyzeSurfaceCommand
{
    public static Command Make(CommandHost host)
    {
        Argument<string> file = new("file") { Description = "measured surface" };
        Option<string?> unit = new("--unit") { Description = "unit of the heights where the file names none" };
        Option<string?> pixel = new("--pixel-size") { Description = "spacing of the points where the file does not say it, e.g. \"0.1 um\"" };
        Option<string?> channel = new("--channel") { Description = "channel of the file, where it has several" };
        Option<bool> drop = new("--drop-special-points") { Description = "points that a .sur file marks as not measured are invalid; else they keep their stored height" };
        Option<string?> from = new("--from") { Description = "start of a section along x, from the first point, e.g. \"468 um\"" };
        Option<string?> to = new("--to") { Description = "end of the section" };
        Option<string?> shortFilter = new("--s-filter") { Description = "Gaussian S-filter of the areal parameters \"filtered\", e.g. \"2.5 um\"; none where absent" };
        Option<string?> longFilter = new("--l-filter") { Description = "Gaussian L-filter of the areal parameters \"filtered\"; none where absent" };
        Option<string?> cutoff = new("--cutoff") { Description = "cut-off λc of the profiles, e.g. \"0.08 mm\"; 0.8 mm where they are long enough for it, else no filter" };
        Option<string?> folder = new("--out") { Description = "folder for a page with height map, profile, spectrum and numbers" };
        Option<bool> json = CommonOptions.Json();
        var command = new Command("surface", "Roughness of a measured surface.") { file, unit, pixel, channel, drop, from, to, shortFilter, longFilter, cutoff, folder, json };
        command.SetAction(parsed => host.Guard(() =>
        {
            double? Place(Option<string?> option) => AnalyzeCommand.Length(parsed.GetValue(option), option.Name);
            double? Length(Option<string?> option) => Place(option) is not 0 and var length ? length : throw new InputException($"{option.Name} {parsed.GetValue(option)}: must be a positive length");
            SurfaceReadOptions read = new() { Unit = parsed.GetValue(unit), Channel = parsed.GetValue(channel), PixelSize = Length(pixel), DropSpecialPoints = parsed.GetValue(drop) };
            SurfaceSettings settings = new() { ShortFilter = Length(shortFilter), LongFilter = Length(longFilter), Profile = Length(cutoff) is { } c ? RoughnessSettings.For(c) : null };
            SurfaceStudy study = SurfaceStudy.Of(parsed.GetValue(file)!, read, settings, Place(from), Place(to));
            foreach (string warning in study.Warnings)
            {
                host.Say($"{study.File}: {warning}");
            }

            AnalyzeCommand.Print(host, study.Measured, study.Extras, study.Functions, parsed.GetValue(json));
            if (parsed.GetValue(folder) is { } named)
            {
                host.Say($"page: {SurfaceOutputs.Write(study, named)}");
            }

            return ExitCode.Done;
        }));
        return command;
    }
}
