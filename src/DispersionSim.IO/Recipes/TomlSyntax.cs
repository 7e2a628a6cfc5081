using System.Globalization;
using System.Text.RegularExpressions;
using DispersionSim.Core;
using Tomlyn;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace DispersionSim.IO;

/// <summary>The TOML parser behind one door: a syntax tree without faults, or one line that says what is wrong.</summary>
internal static partial class TomlSyntax
{
    public static DocumentSyntax Parse(string text, string fileName)
    {
        string clean = text.StartsWith('\uFEFF') ? text[1..] : text;
        RefuseUnreadable(clean, fileName);
        DocumentSyntax document = ParseOrRefuse(clean, fileName);
        DiagnosticMessage? fault = document.Diagnostics.FirstOrDefault(d => d.Kind == DiagnosticMessageKind.Error);
        return fault is null ? document : throw Refusal(fault, clean, fileName);
    }

    /// <summary>Text that is one TOML value to its last character; null where it is anything else.</summary>
    public static ValueSyntax? TryParseValue(string text)
    {
        try
        {
            DocumentSyntax document = SyntaxParser.Parse($"x = {text}", "value", validate: true);
            ValueSyntax? value = document.HasErrors || document.KeyValues.ChildrenCount != 1 || document.Tables.ChildrenCount > 0 ? null : document.KeyValues.GetChild(0)?.Value;
            return value is not null && SourceOf(value).Length == text.Length ? value : null;
        }
        catch (TomlException)
        {
            return null;
        }
    }

    /// <summary>The parts of a dotted key.</summary>
    public static IReadOnlyList<string> PathOf(KeySyntax key) =>
        [NameOf(key.Key!), .. key.DotKeys.Select(dotted => NameOf(dotted.Key!))];

    /// <summary>A value as it stands in the text, without the comments around it.</summary>
    public static string SourceOf(ValueSyntax value) => value switch
    {
        StringValueSyntax text => text.Token?.Text ?? "",
        IntegerValueSyntax whole => whole.Token?.Text ?? "",
        FloatValueSyntax real => real.Token?.Text ?? "",
        BooleanValueSyntax truth => truth.Token?.Text ?? "",
        _ => value.ToString().Trim(),
    };

    private static string NameOf(BareKeyOrStringValueSyntax key) => key switch
    {
        BareKeySyntax bare => bare.Key?.Text ?? "",
        StringValueSyntax quoted => quoted.Value ?? "",
        _ => key.ToString().Trim(),
    };

    private static void RefuseUnreadable(string text, string fileName)
    {
        int zero = text.IndexOf('\0', StringComparison.Ordinal);
        if (zero >= 0)
        {
            throw new InputException($"{fileName}:{1 + text.AsSpan(0, zero).Count('\n')}: this is not a text file");
        }
    }

    /// <summary>The parser lists what is wrong, but throws where brackets are nested deeper than it goes.</summary>
    private static DocumentSyntax ParseOrRefuse(string text, string fileName)
    {
        try
        {
            return SyntaxParser.Parse(text, fileName, validate: true);
        }
        catch (TomlException e)
        {
            string place = e.Line is int line ? string.Create(CultureInfo.InvariantCulture, $"{fileName}:{line}") : fileName;
            string reason = e.Message.Contains("maximum depth", StringComparison.Ordinal) ? "brackets are nested too deep" : RecipePlace.OneLine(e.Message, 200);
            throw new InputException($"{place}: {reason}", e);
        }
    }

    private static InputException Refusal(DiagnosticMessage fault, string text, string fileName)
    {
        int line = fault.Span.Start.Line;
        string[] lines = text.Split('\n');
        string source = RecipePlace.OneLine(line < lines.Length ? lines[line] : "");
        string place = string.Create(CultureInfo.InvariantCulture, $"{fileName}:{line + 1}");
        return new($"{place}: {(source.Length == 0 ? "" : source + ": ")}{Reason(fault.Message, source)}");
    }

    private static string Reason(string message, string source)
    {
        Match twice = Twice().Match(message);
        return twice.Success ? $"'{twice.Groups["key"].Value}' is given twice; it stands in line {twice.Groups["line"].Value} already"
            : source.EndsWith('=') ? "the value is missing"
            : NoValue().Match(message) is { Success: true } word ? $"'{word.Groups["word"].Value}' is no value; text goes into quotes"
            : BareQuantity().IsMatch(source) ? "a quantity goes into quotes, e.g. \"0.5 um\""
            : RecipePlace.OneLine(message, 200);
    }

    [GeneratedRegex(@"^The key `(?<key>[^`]*)` is already defined at \((?<line>\d+),", RegexOptions.ExplicitCapture)]
    private static partial Regex Twice();

    [GeneratedRegex("^Unexpected token `(?<word>[A-Za-z][^`]*)` for a value", RegexOptions.ExplicitCapture)]
    private static partial Regex NoValue();

    [GeneratedRegex(@"=\s*[+-]?[0-9.]+([eE][+-]?[0-9]+)?\s*[^\s0-9#.,_eE+\-:]\S*\s*(#.*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex BareQuantity();
}
