using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Reads particle size distributions: Malvern Mastersizer exports (CSV, XLSX), lists of diameters, two columns of size and volume.</summary>
public static class DistributionReader
{
    /// <summary>Reads one distribution from a file.</summary>
    /// <exception cref="InputException">The file cannot be used, in one line.</exception>
    public static SizeDistribution Read(string path, DistributionImport? import = null) => Read(ImportFile.Bytes(path), path, import);

    /// <summary>Reads one distribution from the content of a file.</summary>
    /// <exception cref="InputException">The content cannot be used, in one line.</exception>
    public static SizeDistribution Read(byte[] content, string fileName, DistributionImport? import = null)
    {
        import ??= new();
        CheckScale(import.Scale);
        IReadOnlyList<TableRow> rows = Rows(content, fileName);
        SizeDistribution sizes = MastersizerTable.Find(rows, fileName) is MastersizerTable table
            ? table.Read(import)
            : new PlainSizes(rows, fileName, import).Read();
        return import.Scale == 1 ? sizes : (sizes with { Name = fileName }).Scaled(import.Scale) with { Name = sizes.Name };
    }

    /// <summary>Names of the measurements that a file holds, in the order of their rows.</summary>
    /// <exception cref="InputException">The file cannot be used, in one line.</exception>
    public static IReadOnlyList<string> Names(string path)
    {
        IReadOnlyList<TableRow> rows = Rows(ImportFile.Bytes(path), path);
        return MastersizerTable.Find(rows, path)?.Names ?? [Path.GetFileNameWithoutExtension(path)];
    }

    private static IReadOnlyList<TableRow> Rows(byte[] content, string fileName)
    {
        IReadOnlyList<TableRow> rows = ExcelTable.Recognises(content)
            ? ExcelTable.Rows(content, fileName)
            : DelimitedText.Rows(ImportFile.Text(content, fileName), fileName);
        return rows.Count > 0 ? rows : throw new InputException($"{fileName}: the file is empty");
    }

    private static void CheckScale(double scale)
    {
        if (!(scale > 0) || !double.IsFinite(scale))
        {
            throw new InputException($"scale = {scale}: must be a positive number");
        }
    }
}
