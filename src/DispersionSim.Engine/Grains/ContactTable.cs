namespace DispersionSim.Engine;

/// <summary>Candidate contacts of one thread, column by column: pairs that may touch within the next steps, with what they keep.</summary>
/// <remarks>A table and the one before it take turns, so that what contacts remember goes from one to the other without being copied aside.</remarks>
/// <param name="historyLength">Number of columns of history.</param>
/// <param name="isFine">Whether overlaps are fine (<see cref="FineOverlap"/>).</param>
internal sealed unsafe class ContactTable(int historyLength, bool isFine) : IDisposable
{
    private readonly RawColumn<float> radius = new();
    private readonly RawColumn<float> mass = new();
    private readonly RawColumn<float> radiiRest = new();
    private Remembered now = new(historyLength);
    private Remembered former = new(historyLength);

    /// <summary>Contacts, padding apart.</summary>
    public int Count { get; set; }

    /// <summary>Contacts of the table before.</summary>
    public int FormerCount { get; private set; }

    /// <summary>Number of columns of history.</summary>
    public int HistoryLength { get; } = historyLength;

    public int* First => now.First.Pointer;

    public int* Second => now.Second.Pointer;

    public int* FormerFirst => former.First.Pointer;

    public int* FormerSecond => former.Second.Pointer;

    /// <summary>R*.</summary>
    public float* Radius => radius.Pointer;

    /// <summary>m*.</summary>
    public float* Mass => mass.Pointer;

    /// <summary>What rounding has taken from r₁ + r₂; of fine overlaps alone.</summary>
    public float* RadiiRest => radiiRest.Pointer;

    public float* History(int column) => now.History[column].Pointer;

    public float* FormerHistory(int column) => former.History[column].Pointer;

    /// <summary>All columns of history.</summary>
    public void Histories(float** columns)
    {
        for (int h = 0; h < HistoryLength; h++)
        {
            columns[h] = History(h);
        }
    }

    /// <summary>Makes this the table of before and begins an empty one.</summary>
    public void Turn()
    {
        (now, former) = (former, now);
        (FormerCount, Count) = (Count, 0);
    }

    public int PaddedCount(int lanes) => (Count + lanes - 1) / lanes * lanes;

    public void Reserve(int capacity)
    {
        now.Reserve(capacity);
        radius.Reserve(capacity);
        mass.Reserve(capacity);
        if (isFine)
        {
            radiiRest.Reserve(capacity);
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
            if (isFine)
            {
                RadiiRest[k] = 0f;
            }

            foreach (RawColumn<float> column in now.History)
            {
                column[k] = 0f;
            }
        }
    }

    public void Dispose()
    {
        now.Dispose();
        former.Dispose();
        radius.Dispose();
        mass.Dispose();
        radiiRest.Dispose();
    }

    /// <summary>What is handed from table to table: who touches whom, and what they remember.</summary>
    private sealed class Remembered(int historyLength) : IDisposable
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
