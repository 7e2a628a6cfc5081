using System.CommandLine;
using System.CommandLine.Parsing;

namespace DispersionSim.Cli;

/// <summary>Refuses a word that stands where a command is wanted and is none.</summary>
internal static class UnknownCommand
{
    /// <summary>One line that names the word and the commands there are; null where there is none such.</summary>
    public static string? Fault(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string? word = command.Subcommands.Count == 0 ? null : parsed.UnmatchedTokens.FirstOrDefault();
        return word is null ? null : $"{command.Name}: there is no command {word}; known: {string.Join(", ", command.Subcommands.Select(c => c.Name))}";
    }
}
