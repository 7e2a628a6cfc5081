namespace DispersionSim.IO;

/// <summary>The tree of named values in which a .gwy file stores everything.</summary>
internal static class GwyContainer
{
    // Deeper trees than this do not occur in files that hold surfaces; a damaged one could nest without end.
    private const int DeepestNesting = 32;

    public static Dictionary<string, object> Read(SurfaceSource source, SurfaceBytes cursor) => Object(source, cursor, 0);

    private static Dictionary<string, object> Object(SurfaceSource source, SurfaceBytes cursor, int depth)
    {
        cursor.TerminatedText();
        uint size = cursor.UInt32();
        long end = cursor.Position + (long)size;
        if (end > source.Bytes.Length || depth > DeepestNesting)
        {
            source.Refuse("is cut off or damaged: an object reaches past the end of the file.");
        }

        Dictionary<string, object> values = new(StringComparer.Ordinal);
        while (cursor.Position < end)
        {
            string name = cursor.TerminatedText();
            values[name] = Value(source, cursor, (char)cursor.Byte(), depth);
        }

        return values;
    }

    private static object Value(SurfaceSource source, SurfaceBytes cursor, char type, int depth) => type switch
    {
        'b' => cursor.Byte() != 0,
        'c' => (char)cursor.Byte(),
        'i' => cursor.Int32(),
        'q' or 'd' => type == 'd' ? cursor.Double() : Skipped(cursor, 8),
        's' => cursor.TerminatedText(),
        'o' => Object(source, cursor, depth + 1),
        'D' => Doubles(cursor),
        'C' => Skipped(cursor, cursor.UInt32()),
        'I' => Skipped(cursor, 4L * cursor.UInt32()),
        'Q' => Skipped(cursor, 8L * cursor.UInt32()),
        'S' => Repeat(cursor, c => c.TerminatedText()),
        'O' => Repeat(cursor, c => Object(source, c, depth + 1)),
        _ => throw source.Error($"is damaged: a value of unknown type '{type}' before byte {cursor.Position}."),
    };

    private static double[] Doubles(SurfaceBytes cursor)
    {
        ReadOnlySpan<byte> bytes = cursor.Take(8L * cursor.UInt32());
        double[] values = new double[bytes.Length / 8];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = BitConverter.ToDouble(bytes.Slice(8 * i, 8));
        }

        return values;
    }

    private static object Skipped(SurfaceBytes cursor, long count)
    {
        cursor.Skip(count);
        return count;
    }

    private static object Repeat(SurfaceBytes cursor, Func<SurfaceBytes, object> read)
    {
        uint count = cursor.UInt32();
        for (uint i = 0; i < count; i++)
        {
            read(cursor);
        }

        return count;
    }
}
