using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace DispersionSim.IO;

/// <summary>A piece of HTML. Made from an interpolated string whose holes are escaped unless they are HTML themselves, so that no text of a user's can become markup.</summary>
internal sealed partial record Html(string Text)
{
    public static Html None { get; } = new("");

    public static Html Of(Interpolation html) => new(html.ToString());

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(p => p.Text)));

    public static Html Join<T>(IEnumerable<T> items, Func<T, Html> item) => Join(items.Select(item));

    /// <summary>The five characters that mean something in markup; characters that no document may hold are dropped.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (char c in text)
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                _ when char.IsControl(c) && c is not ('\n' or '\t' or '\r') => escaped,
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    /// <summary>A sentence with units as they are printed (µm, m²) where it has those of a keyboard, in which a number and its unit stay on one line.</summary>
    public static string Prose(string text) =>
        NumberBeforeUnit().Replace(Micro().Replace(text, "µ").Replace("m^2", "m²", StringComparison.Ordinal).Replace("m^3", "m³", StringComparison.Ordinal), "\u00a0");

    [GeneratedRegex(@"(?<=\d )u(?=m\b)")]
    private static partial Regex Micro();

    [GeneratedRegex(@"(?<=\d) (?=(?:µm|nm|mm|cm|%|°C|K|s|h|min|[kMG]?Pa|s⁻¹|V|d50)\b|%)|(?<=[≤≥<>]) (?=\d)")]
    private static partial Regex NumberBeforeUnit();

    [InterpolatedStringHandler]
    public readonly ref struct Interpolation
    {
        private readonly StringBuilder html;

        public Interpolation(int literalLength, int holes) => html = new(literalLength + (16 * holes));

        public void AppendLiteral(string literal) => html.Append(literal);

        public void AppendFormatted(Html part) => html.Append(part.Text);

        public void AppendFormatted(string? text) => html.Append(Escape(text ?? ""));

        public void AppendFormatted(int number) => html.Append(number);

        public void AppendFormatted(double number, string format) => html.Append(number.ToString(format));

        public override string ToString() => html.ToString();
    }
}
