using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>The checkpoint container, little-endian throughout.</summary>
/// <remarks>
/// magic "DSIMCHK\n" (8 bytes) · format version (int32) · content kind (byte) · payload length (int64) ·
/// payload: recipe hash, seed (uint64), stage, columns · SHA-256 of everything before it (32 bytes).
/// Strings: 7-bit length, UTF-8. Columns: count (int32), then each name, type (byte), length (int64), values.
/// </remarks>
internal static class CheckpointFormat
{
    public const int Version = 1;

    public const int HashLength = 32;

    /// <summary>Magic, version, kind and length.</summary>
    public const int HeaderLength = 8 + 4 + 1 + 8;

    public static ReadOnlySpan<byte> Magic => "DSIMCHK\n"u8;

    public static InputException Damaged(string path, string how, Exception? cause = null)
    {
        string message = $"{path}: checkpoint is damaged ({how}); delete it and resume to go on from what was kept before it, or from the start";
        return cause is null ? new(message) : new(message, cause);
    }
}

/// <summary>What a checkpoint file holds.</summary>
internal enum CheckpointContent : byte
{
    FinishedStage = 1,
    InnerState = 2,
}
