using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>What measured files bring to an exhibit, gathered while they are measured.</summary>
internal sealed class MeasuredParts
{
    private readonly List<(string File, string What, string Mark)> sources = [];
    private readonly List<Picture> figures = [];
    private readonly List<Measurement> definitions = [];
    private readonly List<string> notes = [];

    /// <summary>The files: name, what each is, its SHA-256.</summary>
    public IReadOnlyList<(string File, string What, string Mark)> Sources => sources;

    public IReadOnlyList<Picture> Figures => figures;

    /// <summary>Numbers whose definitions the exhibit gives.</summary>
    public IReadOnlyList<Measurement> Definitions => definitions;

    /// <summary>What a reader must know of the files.</summary>
    public IReadOnlyList<string> Notes => notes;

    public void Add(string file, string what, params Picture[] pictures)
    {
        sources.Add((Path.GetFileName(file), what, FileHashes.OfFile(file)));
        figures.AddRange(pictures);
    }

    public void Define(IEnumerable<Measurement> measured) => definitions.AddRange(measured);

    public void Note(string note) => notes.Add(note);
}
