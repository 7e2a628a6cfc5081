using System.Globalization;

namespace DispersionSim.IO;

/// <summary>One row of a table file.</summary>
/// <param name="Line">Line or row number in the file, from 1.</param>
/// <param name="Cells">Cells without the spaces around them.</param>
/// <param name="DecimalComma">The file writes 0,5 for 0.5.</param>
internal sealed record TableRow(int Line, string[] Cells, bool DecimalComma = false)
{
    public bool IsEmpty => Array.TrueForAll(Cells, cell => cell.Length == 0);

    /// <summary>The text of a cell, empty beyond the last.</summary>
    public string Text(int column) => column < Cells.Length ? Cells[column] : "";

    /// <summary>Whether a cell holds a number (NaN and infinity among them).</summary>
    public bool TryNumber(int column, out double value)
    {
        string text = DecimalComma ? Text(column).Replace(',', '.') : Text(column);
        return double.TryParse(text.TrimEnd('%').TrimEnd(), NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }
}
