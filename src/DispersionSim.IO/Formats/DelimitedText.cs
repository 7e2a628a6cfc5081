using System.Globalization;
using System.Text;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Splits text tables into cells (RFC 4180): commas, semicolons, tabs or spaces, quotes, lines of comment.</summary>
/// <remarks>The separator is found by itself. With semicolons or tabs a comma inside a number is a decimal comma.</remarks>
internal sealed class DelimitedText
{
    private readonly string text;
    private readonly string fileName;
    private readonly char separator;
    private readonly List<TableRow> rows = [];
    private readonly List<string> cells = [];
    private readonly StringBuilder cell = new();
    private int line = 1;
    private int rowLine = 1;

    private DelimitedText(string text, string fileName)
    {
        this.text = text;
        this.fileName = fileName;
        separator = Separator(text);
    }

    /// <summary>Rows that hold something; lines that start with # are left out.</summary>
    public static IReadOnlyList<TableRow> Rows(string text, string fileName) => new DelimitedText(text, fileName).Split();

    private static char Separator(string text)
    {
        string[] head = [.. text.Split('\n').Where(l => l.Trim().Length > 0 && l[0] != '#').Take(50)];
        return head.Any(l => l.Contains('\t', StringComparison.Ordinal)) ? '\t'
            : head.Any(l => l.Contains(';', StringComparison.Ordinal)) ? ';'
            : head.Any(l => l.Contains(',', StringComparison.Ordinal)) ? ','
            : head.Length > 0 && head[^1].Split([' ', '\r'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } words && Array.TrueForAll(words, IsNumber) ? ' '
            : ',';
    }

    private static bool IsNumber(string word) => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private List<TableRow> Split()
    {
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            line += c == '\n' ? 1 : 0;
            if (c == '"' && (quoted || cell.ToString().Trim().Length == 0))
            {
                bool doubled = quoted && i + 1 < text.Length && text[i + 1] == '"';
                cell.Append(doubled ? "\"" : "");
                i += doubled ? 1 : 0;
                quoted = doubled || !quoted;
            }
            else if (!quoted && c is '\n' or '\r')
            {
                EndRow();
            }
            else if (!quoted && c == separator)
            {
                EndCell();
            }
            else
            {
                cell.Append(c);
            }
        }

        EndRow();
        return quoted ? throw new InputException($"{fileName}:{rowLine}: a quotation mark is not closed") : rows;
    }

    private void EndCell()
    {
        string value = cell.ToString().Trim();
        cell.Clear();
        if (separator != ' ' || value.Length > 0)
        {
            cells.Add(value);
        }
    }

    private void EndRow()
    {
        EndCell();
        var row = new TableRow(rowLine, [.. cells], separator is ';' or '\t');
        if (!row.IsEmpty && !row.Cells[0].StartsWith('#'))
        {
            rows.Add(row);
        }

        cells.Clear();
        rowLine = line;
    }
}
