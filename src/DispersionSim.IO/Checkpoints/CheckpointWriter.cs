using System.Buffers.Binary;
using System.Security.Cryptography;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Writes checkpoints; a file is there whole or not at all.</summary>
public static class CheckpointWriter
{
    /// <summary>Keeps a finished stage.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(string path, CheckpointKey key, Checkpoint checkpoint) =>
        Write(path, key, CheckpointContent.FinishedStage, CheckpointColumns.Of(checkpoint));

    /// <summary>Keeps the inner state of a stage under way.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void WriteInner(string path, CheckpointKey key, ColumnBag inner) =>
        Write(path, key, CheckpointContent.InnerState, inner);

    /// <summary>Removes an inner state that is not needed any more; none there is as good.</summary>
    public static void Discard(string path) => File.Delete(path);

    private static void Write(string path, CheckpointKey key, CheckpointContent content, ColumnBag columns) => AtomicFile.Write(path, stream =>
    {
        WritePayload(stream, key, content, columns);
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, stream.Length - CheckpointFormat.HeaderLength);
        stream.Position = CheckpointFormat.HeaderLength - 8;
        stream.Write(length);
        stream.Position = 0;
        byte[] hash = SHA256.HashData(stream);
        stream.Write(hash);
    });

    private static void WritePayload(Stream stream, CheckpointKey key, CheckpointContent content, ColumnBag columns)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(CheckpointFormat.Magic);
        writer.Write(CheckpointFormat.Version);
        writer.Write((byte)content);
        writer.Write(0L);
        writer.Write(key.RecipeHash);
        writer.Write(key.Seed);
        writer.Write(key.Stage);
        ColumnCodec.Write(writer, columns);
    }
}
