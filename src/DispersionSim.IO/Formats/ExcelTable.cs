using System.Globalization;
using System.Text;
using DispersionSim.Core;
using ExcelDataReader;

namespace DispersionSim.IO;

/// <summary>The first sheet of a workbook as a table.</summary>
internal static class ExcelTable
{
    /// <summary>Whether bytes begin like a workbook (.xlsx is a zip archive, .xls a compound file).</summary>
    public static bool Recognises(byte[] bytes) => bytes is [0x50, 0x4B, 0x03, 0x04, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..];

    /// <summary>Rows of the first sheet that hold something.</summary>
    /// <exception cref="InputException">The bytes are no workbook that can be read.</exception>
    public static IReadOnlyList<TableRow> Rows(byte[] bytes, string fileName)
    {
        // The reader's configuration asks for code page 1252, which .NET has only once it is registered.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            using var stream = new MemoryStream(bytes);
            using IExcelDataReader reader = ExcelReaderFactory.CreateReader(stream);
            return FirstSheet(reader);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new InputException($"{fileName}: cannot be read as a workbook: {RecipePlace.OneLine(e.Message, 160)}", e);
        }
    }

    private static List<TableRow> FirstSheet(IExcelDataReader reader)
    {
        var rows = new List<TableRow>();
        for (int line = 1; reader.Read(); line++)
        {
            var row = new TableRow(line, [.. Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))]);
            if (!row.IsEmpty)
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private static string Text(object? value) => System.Convert.ToString(value, CultureInfo.InvariantCulture)?.Trim() ?? "";
}
