namespace DispersionSim.Engine;

/// <summary>Slots of all contacts' forces, and for each particle the slots that act on it, always in the order of contacts.</summary>
/// <remarks>
/// Entry of a row: where the contact's slot begins, plus one where the particle is the second; slots begin at multiples of four. Rows of moments run
/// beside them where laws have moments. Sums have one order whatever the threads.
/// </remarks>
internal sealed unsafe class ForceRows(int particles) : IDisposable
{
    public RawColumn<float> Slots { get; } = new();

    public RawColumn<float> Moments { get; } = new();

    public RawColumn<int> Start { get; } = new(particles);

    public RawColumn<int> End { get; } = new(particles);

    public RawColumn<int> Row { get; } = new();

    /// <summary>Where the moments of a row's contacts begin.</summary>
    public RawColumn<int> MomentRow { get; } = new();

    /// <summary>The columns as they lie now.</summary>
    public RowView View => new(Slots.Pointer, Moments.Pointer, Start.Pointer, End.Pointer, Row.Pointer, MomentRow.Pointer);

    public void Dispose()
    {
        Slots.Dispose();
        Moments.Dispose();
        Start.Dispose();
        End.Dispose();
        Row.Dispose();
        MomentRow.Dispose();
    }
}

/// <summary>Force rows as raw pointers.</summary>
internal readonly unsafe struct RowView(float* slots, float* moments, int* start, int* end, int* row, int* momentRow)
{
    public readonly float* Slots = slots;
    public readonly float* Moments = moments;
    public readonly int* Start = start;
    public readonly int* End = end;
    public readonly int* Row = row;
    public readonly int* MomentRow = momentRow;
}
