namespace DispersionSim.Engine;

/// <summary>Candidate contacts of one thread, column by column: pairs that may touch within the next steps, with what they keep.</summary>
/// <remarks>The table before the present one is kept beside it: histories are taken over from there.</remarks>
internal sealed unsafe class ContactTable(int historyLength) : IDisposable
{
    private readonly RawColumn<float> radius = new();
    private readonly RawColumn<float> mass = new();
    private Columns now = new(historyLength);
    private Columns last = new(historyLength);

    /// <summary>Contacts, padding apart.</summary>
    public int Count { get; set; }

    /// <summary>Number of columns of history.</summary>
    public int HistoryLength { get; } = historyLength;

    /// <summary>Contacts of the table before.</summary>
    public int LastCount { get; private set; }

    public int* First => now.First.Pointer;

    public int* Second => now.Second.Pointer;

    /// <summary>First particles of the table before; the largest number ends them.</summary>
    public int* LastFirst => last.First.Pointer;

    public int* LastSecond => last.Second.Pointer;

    /// <summary>R*.</summary>
    public float* Radius => radius.Pointer;

    /// <summary>m*.</summary>
    public float* Mass => mass.Pointer;

    public float* History(int column) => now.History[column].Pointer;

    public float* LastHistory(int column) => last.History[column].Pointer;

    public int PaddedCount(int lanes) => (Count + lanes - 1) / lanes * lanes;

    /// <summary>Begins an empty table; what was there becomes the last one.</summary>
    public void Turn()
    {
        (now, last) = (last, now);
        (LastCount, Count) = (Count, 0);
        last.First.Reserve(LastCount + 1);
        last.First[LastCount] = int.MaxValue;
    }

    public void Reserve(int capacity)
    {
        if (capacity > mass.Capacity || capacity > now.Second.Capacity)
        {
            radius.Reserve(capacity);
            mass.Reserve(capacity);
            now.Reserve(capacity);
        }
    }

    /// <summary>Fills the last group with a pair that never touches.</summary>
    public void Pad(int lanes, int idleFirst, int idleSecond)
    {
        int end = PaddedCount(lanes);
        Reserve(end);
        for (int k = Count; k < end; k++)
        {
            (First[k], Second[k], Radius[k], Mass[k]) = (idleFirst, idleSecond, 1f, 1f);
            foreach (RawColumn<float> column in now.History)
            {
                column[k] = 0f;
            }
        }
    }

    public void Dispose()
    {
        radius.Dispose();
        mass.Dispose();
        now.Dispose();
        last.Dispose();
    }

    /// <summary>Who touches whom, and histories.</summary>
    private sealed class Columns(int historyLength) : IDisposable
    {
        public RawColumn<int> First { get; } = new();

        public RawColumn<int> Second { get; } = new();

        public RawColumn<float>[] History { get; } = [.. Enumerable.Range(0, historyLength).Select(_ => new RawColumn<float>())];

        public void Reserve(int capacity)
        {
            First.Reserve(capacity);
            Second.Reserve(capacity);
            foreach (RawColumn<float> column in History)
            {
                column.Reserve(capacity);
            }
        }

        public void Dispose()
        {
            First.Dispose();
            Second.Dispose();
            foreach (RawColumn<float> column in History)
            {
                column.Dispose();
            }
        }
    }
}
