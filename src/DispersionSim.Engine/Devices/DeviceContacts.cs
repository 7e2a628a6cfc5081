using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Contacts in a device's memory: who touches whom, what they remember, and the forces that they leave.</summary>
internal sealed class DeviceContacts : IDisposable
{
    private const string Contacts = "contacts";

    public DeviceContacts(DeviceMemory memory, int room)
    {
        Row = new(memory, 2L * room, Contacts);
        First = new(memory, room, Contacts);
        Second = new(memory, room, Contacts);
        FormerSecond = new(memory, 1, Contacts);
        ReducedRadius = new(memory, room, Contacts);
        ReducedMass = new(memory, room, Contacts);
        Histories = new(memory, room, Contacts);
        FormerHistories = new(memory, 1, Contacts);
        Force = new(memory, room, Contacts);
        Lever = new(memory, room, Contacts);
        Moment = new(memory, room, Contacts);
    }

    /// <summary>Bytes a contact, with two entries of rows.</summary>
    public static long BytesPerContact => (7 * 4) + (2 * 36) + (3 * 16);

    public DeviceColumn<int> Row { get; }

    public DeviceColumn<int> First { get; }

    public DeviceColumn<int> Second { get; }

    public DeviceColumn<int> FormerSecond { get; }

    public DeviceColumn<float> ReducedRadius { get; }

    public DeviceColumn<float> ReducedMass { get; }

    public DeviceHistories Histories { get; }

    public DeviceHistories FormerHistories { get; }

    public DeviceColumn<Float4> Force { get; }

    public DeviceColumn<Float4> Lever { get; }

    public DeviceColumn<Float4> Moment { get; }

    /// <summary>Puts the present list aside, to be looked up while the next is made.</summary>
    public void SetAside()
    {
        Second.Swap(FormerSecond);
        Histories.Swap(FormerHistories);
    }

    /// <summary>Makes room for the next list.</summary>
    public void Reserve(int contacts, int rows)
    {
        Row.Reserve(rows);
        First.Reserve(contacts);
        Second.Reserve(contacts);
        ReducedRadius.Reserve(contacts);
        ReducedMass.Reserve(contacts);
        Histories.Reserve(contacts);
        Force.Reserve(contacts);
        Lever.Reserve(contacts);
        Moment.Reserve(contacts);
    }

    public void Dispose()
    {
        foreach (IDisposable column in new IDisposable[] { Row, First, Second, FormerSecond, ReducedRadius, ReducedMass, Histories, FormerHistories, Force, Lever, Moment })
        {
            column.Dispose();
        }
    }
}

/// <summary>What contacts remember.</summary>
internal sealed class DeviceHistories(DeviceMemory memory, int room, string what) : IDisposable
{
    public DeviceColumn<Float4> Slide { get; } = new(memory, room, what);

    public DeviceColumn<Float4> Roll { get; } = new(memory, room, what);

    public DeviceColumn<float> Memory { get; } = new(memory, room, what);

    public HistoryViews Views => new() { Slide = Slide.View, Roll = Roll.View, Memory = Memory.View };

    public void Swap(DeviceHistories other)
    {
        Slide.Swap(other.Slide);
        Roll.Swap(other.Roll);
        Memory.Swap(other.Memory);
    }

    public void Reserve(int contacts)
    {
        Slide.Reserve(contacts);
        Roll.Reserve(contacts);
        Memory.Reserve(contacts);
    }

    public void Dispose()
    {
        Slide.Dispose();
        Roll.Dispose();
        Memory.Dispose();
    }
}
