using System.Text.Json;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Writes and reads <c>manifest.json</c>.</summary>
public static class ManifestFile
{
    private const string ProgramName = "dispersionsim";

    public static void Write(RunFolder folder, RunManifest manifest) => AtomicFile.Write(folder.Manifest, ToJson(manifest));

    /// <summary>Writes the manifest of a finished run, with the hashes of all its files.</summary>
    public static void WriteFinished(RunFolder folder, RunManifest manifest) =>
        Write(folder, manifest with { Finished = true, Files = FileHashes.Of(folder.Root) });

    /// <summary>Reads <c>manifest.json</c>.</summary>
    /// <exception cref="InputException">Absent, damaged, or written by a later version.</exception>
    public static RunManifest Read(RunFolder folder) => Parse(folder.Manifest, FileFault.ReadAll(folder.Manifest));

    internal static bool IsOurs(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.TryGetProperty("program", out JsonElement program) && program.GetString() == ProgramName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static byte[] ToJson(RunManifest m) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("program", ProgramName);
        json.WriteNumber("format", m.Format);
        json.WriteString("command", m.Command);
        json.WriteString("version", m.Version);
        json.WriteBoolean("finished", m.Finished);
        json.WriteNumber("seed", m.Seed);
        json.WriteNumber("replicates", m.Replicates);
        if (m.Replicate is { } replicate)
        {
            json.WriteNumber("replicate", replicate);
        }

        json.WriteString("device", m.Device);
        json.WriteNumber("threads", m.Threads);
        json.WriteString("quality", m.Quality);
        if (m.Grid is { } grid)
        {
            json.WriteString("grid", grid);
        }

        json.WriteString("recipe_sha256", m.RecipeHash);
        json.WriteText("started", m.Started?.ToString("O"));
        json.WriteReal("wall_seconds", m.WallSeconds);
        json.WriteNumber("peak_memory_bytes", m.PeakMemoryBytes);
        json.WriteArray("timings", m.Timings, (j, t) =>
        {
            j.WriteStartObject();
            j.WriteNumber("replicate", t.Replicate);
            j.WriteString("stage", t.Stage);
            j.WriteReal("seconds", t.Seconds);
            j.WriteEndObject();
        });
        json.WriteStartObject("files");
        foreach ((string name, string hash) in m.Files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            json.WriteString(name, hash);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static RunManifest Parse(string path, byte[] bytes) => JsonText.Read(path, bytes, root =>
    {
        int format = root.GetProperty("format").GetInt32();
        return format == RunManifest.CurrentFormat
            ? FromJson(root)
            : throw new InputException($"{path}: written in folder layout {format}, this version reads {RunManifest.CurrentFormat}; run the recipe again with this version");
    });

    private static RunManifest FromJson(JsonElement root) => new()
    {
        Command = root.TextOr("command", "run"),
        Version = root.Text("version"),
        Finished = root.GetProperty("finished").GetBoolean(),
        Seed = root.GetProperty("seed").GetUInt64(),
        Replicates = root.GetProperty("replicates").GetInt32(),
        Replicate = root.TryGetProperty("replicate", out JsonElement replicate) ? replicate.GetInt32() : null,
        Device = root.Text("device"),
        Threads = root.GetProperty("threads").GetInt32(),
        Quality = root.Text("quality"),
        Grid = root.TryGetProperty("grid", out JsonElement grid) ? grid.GetString() : null,
        RecipeHash = root.Text("recipe_sha256"),
        Started = root.GetProperty("started") is { ValueKind: JsonValueKind.String } s ? s.GetDateTimeOffset() : null,
        WallSeconds = root.Real("wall_seconds"),
        PeakMemoryBytes = root.GetProperty("peak_memory_bytes").GetInt64(),
        Timings = root.List("timings", t => new StageTiming(t.GetProperty("replicate").GetInt32(), t.Text("stage"), t.Real("seconds"))),
        Files = new SortedDictionary<string, string>(root.GetProperty("files").EnumerateObject().ToDictionary(f => f.Name, f => f.Value.GetString()!), StringComparer.Ordinal),
    };
}
