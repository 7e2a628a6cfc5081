namespace DispersionSim.IO;

/// <summary>What a user may have meant by a word that is none of those known.</summary>
internal static class KeySuggestion
{
    /// <summary>Beyond this nobody mistyped a key.</summary>
    private const int LongestKey = 64;

    /// <summary>A close key of the same table, else the same key of another table, else all keys of the table.</summary>
    public static string For(string name, OptionShape shape, OptionShape root, string path)
    {
        string? close = Close(name, shape.Keys.Select(key => key.Name));
        string? elsewhere = root.Paths().FirstOrDefault(full => full.EndsWith("." + name, StringComparison.Ordinal) || full == name);
        string table = path.Length == 0 ? "known keys" : $"known keys of [{path}]";
        return close is not null ? $"did you mean '{close}'?"
            : elsewhere is not null ? $"did you mean '{elsewhere}'?"
            : $"{table}: {string.Join(", ", shape.Keys.Select(key => key.Name))}";
    }

    /// <summary>The nearest of the known words, where one is near enough to have been meant.</summary>
    public static string? Close(string name, IEnumerable<string> known) => known.Where(word => IsClose(name, word)).MinBy(word => Distance(name, word));

    /// <summary>One slip in three letters still looks like the same word.</summary>
    private static int Tolerated(string name) => name.Length > LongestKey ? -1 : Math.Max(1, name.Length / 3);

    private static bool IsClose(string name, string known) => Tolerated(name) > 0 && Distance(name, known) <= Tolerated(name);

    /// <summary>Edits between two words: letters inserted, deleted, replaced, or two neighbours exchanged.</summary>
    /// <remarks>Optimal string alignment distance. Source: damerau-1964.</remarks>
    internal static int Distance(string a, string b)
    {
        int[,] d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                d[i, j] = i == 0 || j == 0 ? i + j : Least(a, b, d, i, j);
            }
        }

        return d[a.Length, b.Length];
    }

    private static int Least(string a, string b, int[,] d, int i, int j)
    {
        int replaced = d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        int edited = Math.Min(replaced, Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
        bool exchanged = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return exchanged ? Math.Min(edited, d[i - 2, j - 2] + 1) : edited;
    }
}
