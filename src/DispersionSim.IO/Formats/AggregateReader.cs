using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Reads aggregates of spheres: FracVAL and other x y z r tables, MUSEN text scenes. Lengths stay in the file's unit.</summary>
public static class AggregateReader
{
    /// <summary>Reads one aggregate from a file.</summary>
    /// <exception cref="InputException">The file cannot be used, in one line.</exception>
    public static AggregateGeometry Read(string path) => Read(ImportFile.Bytes(path), path);

    /// <summary>Reads one aggregate from the content of a file.</summary>
    /// <exception cref="InputException">The content cannot be used, in one line.</exception>
    public static AggregateGeometry Read(byte[] content, string fileName)
    {
        string text = ImportFile.Text(content, fileName);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new InputException($"{fileName}: the file is empty");
        }

        AggregateGeometry aggregate = MusenScene.Recognises(text) ? new MusenScene(text, fileName).Read() : SphereTable.Read(text, fileName);
        return aggregate with { Warnings = [.. aggregate.Warnings, .. AggregateReview.WarningsFor(aggregate)] };
    }
}
