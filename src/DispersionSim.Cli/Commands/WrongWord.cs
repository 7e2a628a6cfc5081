using System.CommandLine;
using System.Text.RegularExpressions;

namespace DispersionSim.Cli;

/// <summary>Words of the command line that cannot be read as what their option wants, in one line.</summary>
internal static partial class WrongWord
{
    /// <summary>What is wrong with each: <c>--threads two: must be a whole number</c>.</summary>
    public static string Fault(ParseResult parsed) => string.Join("; ", parsed.Errors.Select(e => Said(string.Join(' ', e.Message.Split(Environment.NewLine, StringSplitOptions.TrimEntries)))));

    /// <summary>The parser's own sentence names types of the programming language.</summary>
    private static string Said(string message) => Unread().Match(message) is { Success: true } match
        ? $"{match.Groups["option"].Value} {match.Groups["word"].Value}: must be {Wanted(match.Groups["type"].Value)}"
        : Missing().Match(message) is { Success: true } lacking ? $"{lacking.Groups["name"].Value}: {(lacking.Groups["what"].Value == "option" ? "its value is missing, or one of them" : "its argument is missing; see --help")}"
        : message;

    private static string Wanted(string type) => type.Contains("Int", StringComparison.Ordinal) ? "a whole number" : type.Contains("Double", StringComparison.Ordinal) ? "a number" : "a word that this option knows";

    [GeneratedRegex("^Required argument missing for (?<what>option|command): '(?<name>[^']*)'")]
    private static partial Regex Missing();

    [GeneratedRegex("^Cannot parse argument '(?<word>.*)' for option '(?<option>[^']*)' as expected type '(?<type>[^']*)'")]
    private static partial Regex Unread();
}
