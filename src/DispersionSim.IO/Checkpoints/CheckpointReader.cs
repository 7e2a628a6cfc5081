using System.Security.Cryptography;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Reads checkpoints; one that is damaged, or belongs to another recipe, seed, stage or version, is refused with what to do about it.</summary>
public static class CheckpointReader
{
    /// <summary>A finished stage.</summary>
    /// <exception cref="InputException">Absent, damaged or another run's.</exception>
    public static Checkpoint Read(string path, CheckpointKey key)
    {
        ColumnBag columns = ReadColumns(path, key, CheckpointContent.FinishedStage);
        try
        {
            return CheckpointColumns.From(columns);
        }
        catch (Exception e) when (e is FormatException or InputException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw CheckpointFormat.Damaged(path, e.Message.ReplaceLineEndings(" "), e);
        }
    }

    /// <summary>The inner state of an interrupted stage.</summary>
    /// <exception cref="InputException">Absent, damaged or another run's.</exception>
    public static ColumnBag ReadInner(string path, CheckpointKey key) => ReadColumns(path, key, CheckpointContent.InnerState);

    private static ColumnBag ReadColumns(string path, CheckpointKey key, CheckpointContent content)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            CheckHeader(path, stream, content);
            CheckHash(path, stream);
            return ReadPayload(path, stream, key);
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or OverflowException)
        {
            throw CheckpointFormat.Damaged(path, "cut short", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileFault.CannotRead(path, e);
        }
    }

    private static void CheckHeader(string path, FileStream stream, CheckpointContent content)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        if (!reader.ReadBytes(CheckpointFormat.Magic.Length).AsSpan().SequenceEqual(CheckpointFormat.Magic))
        {
            throw CheckpointFormat.Damaged(path, "it does not begin like a checkpoint");
        }

        int version = reader.ReadInt32();
        if (version != CheckpointFormat.Version)
        {
            throw new InputException($"{path}: checkpoint format {version} is not known to this version of the program, which reads {CheckpointFormat.Version}; resume with the version that wrote it, or delete it to go on from what was kept before it, or from the start");
        }

        bool rightKind = reader.ReadByte() == (byte)content;
        if (reader.ReadInt64() != stream.Length - CheckpointFormat.HeaderLength - CheckpointFormat.HashLength)
        {
            throw CheckpointFormat.Damaged(path, "its length is not the one it was written with");
        }

        if (!rightKind)
        {
            throw CheckpointFormat.Damaged(path, "it holds another kind of content");
        }
    }

    private static void CheckHash(string path, FileStream stream)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[1 << 16];
        stream.Position = 0;
        for (long left = stream.Length - CheckpointFormat.HashLength; left > 0;)
        {
            int count = stream.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            hash.AppendData(buffer, 0, count > 0 ? count : throw new EndOfStreamException());
            left -= count;
        }

        byte[] expected = new byte[CheckpointFormat.HashLength];
        stream.ReadExactly(expected);
        if (!hash.GetHashAndReset().AsSpan().SequenceEqual(expected))
        {
            throw CheckpointFormat.Damaged(path, "its check sum is wrong");
        }
    }

    private static ColumnBag ReadPayload(string path, FileStream stream, CheckpointKey key)
    {
        stream.Position = CheckpointFormat.HeaderLength;
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        CheckpointKey found = new(reader.ReadString(), reader.ReadUInt64(), reader.ReadString());
        return found == key ? ColumnCodec.Read(reader) : throw Mismatch(path, found, key);
    }

    private static InputException Mismatch(string path, CheckpointKey found, CheckpointKey key)
    {
        string what = found.RecipeHash != key.RecipeHash ? "another recipe"
            : found.Seed != key.Seed ? $"seed {found.Seed} instead of {key.Seed}"
            : $"stage '{found.Stage}' instead of '{key.Stage}'";
        return new($"{path}: checkpoint is of {what}; restore the recipe of that run, or delete the checkpoint and resume to go on from what was kept before it, or from the start");
    }
}
