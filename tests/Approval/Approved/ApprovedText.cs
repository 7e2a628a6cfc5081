namespace DispersionSim.Tests.Approval;

/// <summary>Compares a text with the approved one beside the tests. A difference fails with both lines; the approved file is changed by hand alone.</summary>
internal static class ApprovedText
{
    public static void Matches(string name, string text)
    {
        string path = Path.Combine(SharedData.Repository, "tests", "Approval", "Approved", name);
        Assert.True(File.Exists(path), $"{path} is missing; to approve, write there:\n{text}");
        string[] approved = Lines(File.ReadAllText(path)), found = Lines(text);
        IEnumerable<string> differences = Enumerable.Range(0, Math.Max(approved.Length, found.Length))
            .Where(k => At(approved, k) != At(found, k))
            .Select(k => $"line {k + 1}\n- {At(approved, k)}\n+ {At(found, k)}");
        string difference = string.Join('\n', differences);
        Assert.True(difference.Length == 0, $"{name} differs from what was approved (-: approved, +: found):\n{difference}");
    }

    private static string[] Lines(string text) => [.. text.ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(l => l.TrimEnd())];

    private static string? At(string[] lines, int k) => k < lines.Length ? lines[k] : null;
}
