using System.CommandLine;
using System.CommandLine.Parsing;

namespace DispersionSim.Cli;

/// <summary>Refuses a word that looks like an option and is none, before it is taken for a recipe's name or an option's value.</summary>
/// <remarks>Words after a lone <c>--</c> are arguments however they look, and so are negative numbers.</remarks>
internal static class UnknownOption
{
    /// <summary>One line that names the first such word and the options there are; null where there is none.</summary>
    public static string? Fault(ParseResult parsed, IReadOnlyList<string> words)
    {
        HashSet<string> arguments = [.. parsed.Tokens.TakeWhile(t => t.Type != TokenType.DoubleDash).Where(t => t.Type == TokenType.Argument).Select(t => t.Value)];
        string? unknown = words.TakeWhile(w => w != "--").FirstOrDefault(w => LooksLikeOption(w) && arguments.Contains(w));
        Command[] path = [.. Path(parsed.CommandResult).Reverse()];
        return unknown is null ? null
            : Known(path).Contains(unknown, StringComparer.Ordinal) && words.TakeWhile(w => w != unknown).LastOrDefault() is { } before ? $"{before}: its value is missing before {unknown}"
            : $"{string.Join(' ', path.Skip(path.Length > 1 ? 1 : 0).Select(c => c.Name))}: there is no option {unknown.Split('=')[0]}; known: {string.Join(", ", Known(path))}";
    }

    private static bool LooksLikeOption(string word) => word.Length > 1 && word[0] == '-' && !double.TryParse(word, out _);

    /// <summary>The command and those that it belongs to, up to the program.</summary>
    private static IEnumerable<Command> Path(CommandResult? result)
    {
        for (; result is not null; result = result.Parent as CommandResult)
        {
            yield return result.Command;
        }
    }

    private static IEnumerable<string> Known(Command[] path) =>
        path[^1].Options.Concat(path[..^1].SelectMany(c => c.Options).Where(o => o.Recursive)).Where(o => !o.Hidden).Select(o => o.Name);
}
