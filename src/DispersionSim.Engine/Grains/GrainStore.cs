using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>All particles of a granular system, sorted by cell at each search.</summary>
internal sealed unsafe class GrainStore : IDisposable
{
    private RawColumn<Grain> grains;
    private RawColumn<Grain> spare;
    private RawColumn<Float4> rests;
    private RawColumn<Float4> spareRests;

    public GrainStore(int count)
    {
        Count = count;

        // Two idle records end the column: padding of contact tables points to them, and they never touch.
        grains = new(count + 2);
        spare = new(count + 2);
        rests = new(count);
        spareRests = new(count);
        rests.Clear(count);
        foreach (RawColumn<Grain> column in new[] { grains, spare })
        {
            column[count] = Idle(0);
            column[count + 1] = Idle(int.MinValue);
        }
    }

    public int Count { get; }

    public Grain* Pointer => grains.Pointer;

    /// <summary>What is left of a motion after rounding to fixed point, in fixed-point units: slow creep adds up instead of vanishing.</summary>
    public Float4* Rest => rests.Pointer;

    /// <summary>Puts the grains in a new order: the grain at position i goes to position target[i].</summary>
    public void Permute(int* target)
    {
        Grain* from = grains.Pointer, to = spare.Pointer;
        Float4* fromRest = rests.Pointer, toRest = spareRests.Pointer;
        for (int i = 0; i < Count; i++)
        {
            to[target[i]] = from[i];
            toRest[target[i]] = fromRest[i];
        }

        (grains, spare, rests, spareRests) = (spare, grains, spareRests, rests);
    }

    public void Dispose()
    {
        grains.Dispose();
        spare.Dispose();
        rests.Dispose();
        spareRests.Dispose();
    }

    private static Grain Idle(int place) => new()
    {
        Place = new(place, place, place),
        Velocity = new(0f, 0f, 0f, 1e-6f),
        Spin = new(0f, 0f, 0f, 1e-6f),
    };
}
