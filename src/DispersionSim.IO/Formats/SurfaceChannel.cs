namespace DispersionSim.IO;

/// <summary>Which channel of a file with several is read.</summary>
internal static class SurfaceChannel
{
    /// <summary>Index of the channel that the user names, else of the first that holds heights.</summary>
    public static int Pick(SurfaceSource source, string[] names, bool[] isHeight)
    {
        string known = string.Join(", ", names.Where((_, i) => isHeight[i]).Select(n => $"\"{n}\""));
        if (source.Options.Channel is not { } wanted)
        {
            int first = Array.IndexOf(isHeight, true);
            return first >= 0 ? first : throw source.Error($"holds no channel of heights (its channels: {string.Join(", ", names)}).");
        }

        int index = Array.FindIndex(names, n => n.Equals(wanted, StringComparison.OrdinalIgnoreCase));
        if (index < 0)
        {
            source.Refuse($"has no channel \"{wanted}\"; it has heights in {known}.");
        }

        return isHeight[index] ? index : throw source.Error($"channel \"{wanted}\" does not hold heights; these do: {known}.");
    }
}
