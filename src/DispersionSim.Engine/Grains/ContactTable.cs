namespace DispersionSim.Engine;

/// <summary>Candidate contacts of one thread, column by column: pairs that may touch within the next steps, with what they keep.</summary>
internal sealed unsafe class ContactTable(int historyLength) : IDisposable
{
    private readonly RawColumn<int> first = new();
    private readonly RawColumn<int> second = new();
    private readonly RawColumn<float> radius = new();
    private readonly RawColumn<float> mass = new();
    private readonly RawColumn<float>[] history = [.. Enumerable.Range(0, historyLength).Select(_ => new RawColumn<float>())];

    /// <summary>Contacts, padding apart.</summary>
    public int Count { get; set; }

    /// <summary>Number of columns of history.</summary>
    public int HistoryLength { get; } = historyLength;

    public int* First => first.Pointer;

    public int* Second => second.Pointer;

    /// <summary>R*.</summary>
    public float* Radius => radius.Pointer;

    /// <summary>m*.</summary>
    public float* Mass => mass.Pointer;

    public float* History(int column) => history[column].Pointer;

    /// <summary>All columns of history.</summary>
    public void Histories(float** columns)
    {
        for (int h = 0; h < HistoryLength; h++)
        {
            columns[h] = history[h].Pointer;
        }
    }

    public int PaddedCount(int lanes) => (Count + lanes - 1) / lanes * lanes;

    public void Reserve(int capacity)
    {
        if (capacity <= mass.Capacity)
        {
            return;
        }

        first.Reserve(capacity);
        second.Reserve(capacity);
        radius.Reserve(capacity);
        foreach (RawColumn<float> column in history)
        {
            column.Reserve(capacity);
        }

        mass.Reserve(capacity);
    }

    /// <summary>Fills the last group with a pair that never touches.</summary>
    public void Pad(int lanes, int idleFirst, int idleSecond)
    {
        int end = PaddedCount(lanes);
        Reserve(end);
        for (int k = Count; k < end; k++)
        {
            (First[k], Second[k], Radius[k], Mass[k]) = (idleFirst, idleSecond, 1f, 1f);
            foreach (RawColumn<float> column in history)
            {
                column[k] = 0f;
            }
        }
    }

    public void Dispose()
    {
        first.Dispose();
        second.Dispose();
        radius.Dispose();
        mass.Dispose();
        foreach (RawColumn<float> column in history)
        {
            column.Dispose();
        }
    }
}
