namespace DispersionSim.Core;

/// <summary>Named columns of numbers: what a stage needs to go on from the middle with the same bits.</summary>
/// <remarks>Columns are arrays of int, uint, long, ulong, float, double or byte. The format writers know nothing more about them.</remarks>
public sealed class ColumnBag
{
    private readonly SortedDictionary<string, Array> columns = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Array> Columns => columns;

    /// <summary>Adds or replaces a column; the array is kept, not copied.</summary>
    public ColumnBag Set<T>(string name, T[] values) where T : unmanaged
    {
        columns[name] = values;
        return this;
    }

    /// <summary>Adds a single number as a column of length one.</summary>
    public ColumnBag Set<T>(string name, T value) where T : unmanaged => Set(name, [value]);

    /// <summary>Adds a column of a type known only at run time (readers).</summary>
    public void SetArray(string name, Array values) => columns[name] = values;

    /// <summary>The column stored under a name: the array itself, not a copy.</summary>
    /// <exception cref="InputException">The column is missing or of another type: the checkpoint is damaged.</exception>
    public T[] Get<T>(string name) where T : unmanaged =>
        columns.TryGetValue(name, out Array? values) && values is T[] typed
            ? typed
            : throw new InputException($"checkpoint: column '{name}' of type {typeof(T).Name} is missing; delete the file to go on from what was kept before it, or from the start");

    /// <summary>The single number stored under a name.</summary>
    public T GetOne<T>(string name) where T : unmanaged => Get<T>(name)[0];
}
