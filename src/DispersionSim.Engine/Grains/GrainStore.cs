using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>All particles of a granular system, sorted by cell at each search.</summary>
internal sealed unsafe class GrainStore : IDisposable
{
    private readonly RawColumn<Grain> grains;
    private readonly RawColumn<GrainRest> rests;

    public GrainStore(int count)
    {
        Count = count;

        // Two idle records end the column: padding of contact tables points to them, and they never touch.
        grains = new(count + 2);
        rests = new(count);
        rests.Clear(count);
        grains[count] = Idle(0);
        grains[count + 1] = Idle(int.MinValue);
    }

    public int Count { get; }

    public Grain* Pointer => grains.Pointer;

    /// <summary>What rounding has left of motions and kicks.</summary>
    public GrainRest* Rest => rests.Pointer;

    /// <summary>Floats of room that a sort needs for each grain.</summary>
    public static int Room => (sizeof(Grain) + sizeof(GrainRest)) / sizeof(float);

    /// <summary>Lays the grains [from, to) aside.</summary>
    public void LayAside(float* room, int from, int to)
    {
        Buffer.MemoryCopy(grains.Pointer + from, (Grain*)room + from, (long)sizeof(Grain) * (to - from), (long)sizeof(Grain) * (to - from));
        Buffer.MemoryCopy(rests.Pointer + from, (GrainRest*)((Grain*)room + Count) + from, (long)sizeof(GrainRest) * (to - from), (long)sizeof(GrainRest) * (to - from));
    }

    /// <summary>Takes the grains of positions [from, to) from where they were laid aside.</summary>
    /// <param name="room">Where they lie.</param>
    /// <param name="old">Position that each had.</param>
    /// <param name="from">First.</param>
    /// <param name="to">The one after the last.</param>
    public void TakeBack(float* room, int* old, int from, int to)
    {
        var aside = (Grain*)room;
        var restsAside = (GrainRest*)(aside + Count);
        for (int i = from; i < to; i++)
        {
            grains[i] = aside[old[i]];
            rests[i] = restsAside[old[i]];
        }
    }

    public void Dispose()
    {
        grains.Dispose();
        rests.Dispose();
    }

    private static Grain Idle(int place) => new()
    {
        Place = new(place, place, place),
        Velocity = new(0f, 0f, 0f, 1e-6f),
        Spin = new(0f, 0f, 0f, 1e-6f),
    };
}
