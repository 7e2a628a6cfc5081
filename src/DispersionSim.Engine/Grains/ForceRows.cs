namespace DispersionSim.Engine;

/// <summary>Slots of all contacts' forces, and for each particle the slots that act on it, always in the order of contacts.</summary>
/// <remarks>Entry of a row: twice the contact's number, plus one where the particle is the second. Sums have one order whatever the threads.</remarks>
internal sealed class ForceRows(int particles) : IDisposable
{
    public RawColumn<float> Slots { get; } = new();

    public RawColumn<float> Moments { get; } = new();

    public RawColumn<int> Start { get; } = new(particles);

    public RawColumn<int> End { get; } = new(particles);

    public RawColumn<int> Row { get; } = new();

    public void Dispose()
    {
        Slots.Dispose();
        Moments.Dispose();
        Start.Dispose();
        End.Dispose();
        Row.Dispose();
    }
}
