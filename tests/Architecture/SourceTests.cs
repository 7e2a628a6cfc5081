using System.Text.RegularExpressions;
using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Tests.Architecture;

/// <summary>What holds for every source file.</summary>
public partial class SourceTests
{
    private const int LongestFile = 400;

    [Fact]
    public void No_file_is_longer_than_four_hundred_lines() =>
        Assert.DoesNotContain(SourceTree.AllFiles("*.cs"), path => File.ReadLines(path).Count() > LongestFile);

    [Fact]
    public void Nothing_is_left_undone()
    {
        string[] files = SourceTree.Files("*.cs");
        Assert.True(files.Length > 100);
        Assert.DoesNotContain(files, path => Undone().IsMatch(File.ReadAllText(path)));
    }

    [Fact]
    public void No_room_names_its_types_for_what_they_are_not()
    {
        // Domain nouns: a manager, a helper or a heap of utilities says nothing of what it is.
        Assert.Empty(House.Arrows.Keys.SelectMany(room => House.Load(room).GetTypes()).Where(type => type.Namespace?.StartsWith("DispersionSim", StringComparison.Ordinal) == true && EmptyName().IsMatch(type.Name)).Select(type => type.FullName!));
    }

    [Fact]
    public void Every_normal_law_of_the_kernels_has_its_line_in_the_catalog()
    {
        IEnumerable<string> laws = typeof(INormalLaw).Assembly.GetTypes().Where(type => type.IsValueType && typeof(INormalLaw).IsAssignableFrom(type)).Select(type => type.Name.Split('`')[0]);
        Assert.Equal(laws.Order(StringComparer.Ordinal), LawCatalog.Normal.Select(law => law.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_file_of_a_law_has_its_line_in_the_catalog()
    {
        // INormalLaw is the laws' interface, CubeRoot their arithmetic.
        IEnumerable<string> files = SourceTree.Files("*.cs").Where(path => Path.GetFileName(Path.GetDirectoryName(path)) == "Laws")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Except([nameof(INormalLaw), nameof(CubeRoot)], StringComparer.Ordinal);
        Assert.Equal(files.Order(StringComparer.Ordinal), LawCatalog.All.Select(law => law.Name).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\b(TO" + @"DO|FIXME|HACK|XXX)\b|NotImplementedException|NotSupportedException\(\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Undone();

    [GeneratedRegex("(Manager|Helper|Helpers|Utils|Utilities|Util)$", RegexOptions.ExplicitCapture)]
    private static partial Regex EmptyName();
}
