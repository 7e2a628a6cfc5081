using System.CommandLine;
using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary><c>analyze volume FILE</c>: shares, surfaces, chords, scatter, thickness and paths of the phases of a voxel volume.</summary>
internal static class AnalyzeVolumeCommand
{
    /// <summary>Bytes a voxel at the peak: labels, parts, distances, thickness, half a transform and what diffusion needs.</summary>
    private const long BytesPerVoxel = 60;

    public static Command Make(CommandHost host)
    {
        Argument<string> file = new("file") { Description = $"volume of labels ({VolumeReader.Kinds}); axis 0 is the page" };
        Option<string?> voxel = new("--voxel-size") { Description = "edge of a voxel where the file does not say it, e.g. \"0.39 um\"" };
        Option<string?> shape = new("--shape") { Description = "pages,rows,columns of raw values" };
        Option<string?> type = new("--type") { Description = $"{VolumeRawReader.Types}, of raw values" };
        Option<string?> array = new("--array") { Description = "array of labels in a .vti that holds several" };
        Option<int[]> phases = new("--phase") { Description = "label to be measured, may be given several times; all where absent", AllowMultipleArgumentsPerToken = true };
        Option<bool> tortuosity = new("--tortuosity") { Description = "solve diffusion through each phase along each axis, which takes longer" };
        Option<int> simulations = new("--simulations") { Description = "fields of random spheres that the scatter of tiles is compared with, 19 to 9999; 0 for none", DefaultValueFactory = _ => 199 };
        Option<ulong> seed = new("--seed") { Description = "seed of the simulations", DefaultValueFactory = _ => 1 };
        Option<string?> folder = new("--out") { Description = "folder for a page with slices, plots and numbers" };
        Option<int> threads = CommonOptions.Threads();
        Option<bool> quiet = CommonOptions.Quiet(), json = CommonOptions.Json();
        var command = new Command("volume", "Measures the phases of a voxel volume.") { file, voxel, shape, type, array, phases, tortuosity, simulations, seed, folder, threads, quiet, json };
        command.SetAction(parsed => host.Guard(() =>
        {
            string path = parsed.GetValue(file)!;
            LabelVolume volume = VolumeReader.Read(path, parsed.GetValue(shape), parsed.GetValue(type), parsed.GetValue(array));
            double spacing = AnalyzeCommand.Length(parsed.GetValue(voxel), "--voxel-size") ?? volume.VoxelSize
                ?? throw new InputException($"{path}: does not say how large a voxel is; give --voxel-size, e.g. --voxel-size \"0.4 um\"");
            if (spacing == 0)
            {
                throw new InputException($"--voxel-size {parsed.GetValue(voxel)}: must be a positive length");
            }

            Refuse(path, volume.Labels.LongLength);
            byte[]? asked = Asked(parsed.GetValue(phases));
            int count = parsed.GetValue(simulations);
            if (count is not (0 or (>= 19 and <= 9999)))
            {
                throw new InputException($"--simulations {count}: must be from 19 to 9999, or 0; p has steps of 1/(simulations + 1)");
            }

            FieldStudyOptions options = new() { Tortuosity = parsed.GetValue(tortuosity), Phases = asked, Simulations = count, Seed = parsed.GetValue(seed), Threads = Math.Max(1, parsed.GetValue(threads)) };
            var field = new VoxelField(volume.Labels, [volume.CountZ, volume.CountY, volume.CountX], spacing);
            FieldStudy study = FileFault.Naming(path, () => host.WatchWithoutTrace(parsed.GetValue(quiet), (progress, stop) => FieldStudy.Of(field, options, progress.Step, stop)));
            foreach (string note in study.Notes)
            {
                host.Say($"{path}: {note}");
            }

            IReadOnlyList<(string, object)> extras = [("voxels", field.Count), ("size", field.Shape.Select(n => n * spacing).ToArray()), ("labels", string.Join(", ", field.Present))];
            if (parsed.GetValue(json))
            {
                host.Print(VolumeOutputs.Document(study, extras).ToJson());
            }
            else
            {
                AnalyzeCommand.Print(host, study.Measured, extras, study.Functions, false);
                foreach (PointTest t in study.Tests)
                {
                    host.Print(FormattableString.Invariant($"{t.Name,-36} p {t.P:F4}   adjusted {t.AdjustedP:F4}   effect {t.Effect:F3}, margin {t.Margin}{(t.IsDefect ? "   (uneven)" : "")}"));
                }

                host.Print(VolumeOutputs.Reason(study));
            }

            if (parsed.GetValue(folder) is { } named)
            {
                host.Say($"page: {VolumeOutputs.Write(path, field, study, extras, named)}");
            }

            return ExitCode.Done;
        }));
        return command;
    }

    private static byte[]? Asked(int[]? phases) => phases is null or [] ? null
        : [.. phases.Select(p => p is >= 0 and <= 255 ? (byte)p : throw new InputException($"--phase {p}: labels are 0 to 255"))];

    private static void Refuse(string path, long voxels)
    {
        long needed = voxels * BytesPerVoxel, there = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (needed > there)
        {
            throw new InputException($"{path}: {voxels} voxels need about {needed / 1_000_000} MB and there are {there / 1_000_000}; cut or coarsen the volume");
        }
    }
}
