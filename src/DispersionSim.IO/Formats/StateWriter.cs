using DispersionSim.Core;
using PureHDF;
using PureHDF.Filters;

namespace DispersionSim.IO;

/// <summary>Writes an electrode state as HDF5: groups frame, particles, bonds, foil and binder; SI values, every dataset with its <c>unit</c>.</summary>
/// <remarks>The same state gives the same bytes: the file holds no times.</remarks>
public static class StateWriter
{
    /// <summary>Version of this layout, attribute <c>format</c> of the root.</summary>
    internal const int Format = 1;

    private const int ChunkRows = 65536;

    /// <summary>Writes the whole state.</summary>
    /// <param name="path">Where to, e.g. <c>state/03-drying.h5</c>.</param>
    /// <param name="state">What.</param>
    /// <param name="stage">The stage that made it.</param>
    /// <param name="provenance">Where it comes from.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(string path, ElectrodeState state, string stage, Provenance provenance) =>
        AtomicFile.Write(path, stream => Layout(state, stage, provenance).Write(stream));

    private static H5File Layout(ElectrodeState state, string stage, Provenance provenance)
    {
        var file = new H5File
        {
            Attributes =
            {
                ["program"] = Provenance.Program,
                ["version"] = provenance.Version,
                ["format"] = Format,
                ["seed"] = provenance.Seed,
                ["recipe_sha256"] = provenance.RecipeHash,
                ["device"] = provenance.Device,
                ["stage"] = stage,
                ["phase"] = state.Phase.ToString(),
            },
        };
        foreach (IGrouping<string, StateColumn> group in StateColumns.Of(state).GroupBy(c => c.Path.Split('/')[0]))
        {
            file[group.Key] = Group(group);
        }

        return file;
    }

    private static H5Group Group(IEnumerable<StateColumn> columns)
    {
        var group = new H5Group();
        foreach (StateColumn column in columns)
        {
            group[column.Path.Split('/')[1]] = Dataset(column);
        }

        return group;
    }

    private static H5Dataset Dataset(StateColumn column)
    {
        ulong rows = (ulong)(column.Values.Length / column.Width);
        ulong[] dimensions = column.Width == 1 ? [rows] : [rows, (ulong)column.Width];
        H5Dataset dataset = rows < 64
            ? new(column.Values, fileDims: dimensions)
            : new(column.Values, chunks: Chunks(rows, column.Width), fileDims: dimensions, datasetCreation: new(Filters: [ShuffleFilter.Id, DeflateFilter.Id]));
        dataset.Attributes["unit"] = column.Unit;
        dataset.Attributes["meaning"] = column.Meaning;
        return dataset;
    }

    private static uint[] Chunks(ulong rows, int width)
    {
        uint chunk = (uint)Math.Min(rows, (ulong)Math.Max(1, ChunkRows / width));
        return width == 1 ? [chunk] : [chunk, (uint)width];
    }
}
