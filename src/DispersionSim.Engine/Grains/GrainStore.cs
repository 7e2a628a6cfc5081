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

    /// <summary>Puts the grains in a new order, in place: the grain at position i goes to position target[i].</summary>
    public void Permute(int* target)
    {
        for (int i = 0; i < Count; i++)
        {
            // Round the cycle that begins here; places that are done carry their target's complement.
            Grain carried = grains[i];
            GrainRest carriedRest = rests[i];
            for (int to = target[i], from = i; to >= 0; from = to, to = target[from])
            {
                target[from] = ~to;
                (carried, grains[to]) = (grains[to], carried);
                (carriedRest, rests[to]) = (rests[to], carriedRest);
            }
        }

        for (int i = 0; i < Count; i++)
        {
            target[i] = ~target[i];
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
