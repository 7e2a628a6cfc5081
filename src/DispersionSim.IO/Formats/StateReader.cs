using DispersionSim.Core;
using PureHDF;
using PureHDF.VOL.Native;

namespace DispersionSim.IO;

/// <summary>A state read from a file, with where it came from.</summary>
/// <param name="Stage">The stage that made it.</param>
public sealed record StoredState(ElectrodeState State, string Stage, Provenance Provenance);

/// <summary>Reads the HDF5 files of <see cref="StateWriter"/>; every number comes back with the same bits.</summary>
public static class StateReader
{
    /// <summary>Reads a whole file.</summary>
    /// <exception cref="InputException">The file is absent, damaged, or not one of this program's.</exception>
    public static StoredState Read(string path)
    {
        using FileStream stream = FileFault.OpenRead(path);
        try
        {
            using NativeFile file = H5File.Open(stream);
            return FromFile(path, file);
        }
        catch (InputException)
        {
            throw;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // PureHDF reports damage through many exception types; whatever it is, the user can do one thing.
            throw new InputException($"{path}: is damaged or is no state file of this program ({e.Message.ReplaceLineEndings(" ").TrimEnd('.')}); take another state or run again", e);
        }
    }

    private static StoredState FromFile(string path, NativeFile file)
    {
        int format = file.Attribute("format").Read<int>();
        if (format != StateWriter.Format)
        {
            throw new InputException($"{path}: state format {format} is not known to this version, which reads {StateWriter.Format}");
        }

        var columns = new ColumnBag();
        foreach (IH5Group group in file.Children().OfType<IH5Group>())
        {
            foreach (IH5Dataset dataset in group.Children().OfType<IH5Dataset>())
            {
                columns.SetArray($"{group.Name}/{dataset.Name}", Values(dataset));
            }
        }

        Provenance provenance = new(Text(file, "version"), file.Attribute("seed").Read<ulong>(), Text(file, "recipe_sha256"), Text(file, "device"));
        return new(StateAssembly.From(columns), Text(file, "stage"), provenance);
    }

    private static Array Values(IH5Dataset dataset) => (dataset.Type.Class, dataset.Type.Size) switch
    {
        (H5DataTypeClass.FloatingPoint, 8) => dataset.Read<double[]>(),
        (H5DataTypeClass.FixedPoint, 4) => dataset.Read<int[]>(),
        (H5DataTypeClass.FixedPoint, 1) => dataset.Read<byte[]>(),
        _ => throw new FormatException($"dataset '{dataset.Name}' has an unexpected type"),
    };

    private static string Text(NativeFile file, string name) => file.Attribute(name).Read<string>();
}
