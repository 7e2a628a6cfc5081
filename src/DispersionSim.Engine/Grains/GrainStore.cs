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

    /// <summary>Puts the grains in a new order: the grain at position i goes to position target[i]; called by all threads together.</summary>
    /// <param name="target">New positions.</param>
    /// <param name="from">First particle of the calling thread.</param>
    /// <param name="to">The one after its last.</param>
    /// <param name="scratch">Room for all grains.</param>
    /// <param name="team">The threads.</param>
    public void Permute(int* target, int from, int to, Grain* scratch, ThreadTeam team)
    {
        Permute(grains.Pointer, target, from, to, scratch, team);
        Permute(rests.Pointer, target, from, to, (GrainRest*)scratch, team);
    }

    public void Dispose()
    {
        grains.Dispose();
        rests.Dispose();
    }

    private static void Permute<T>(T* column, int* target, int from, int to, T* scratch, ThreadTeam team) where T : unmanaged
    {
        for (int i = from; i < to; i++)
        {
            scratch[target[i]] = column[i];
        }

        team.Meet();
        new ReadOnlySpan<T>(scratch + from, to - from).CopyTo(new Span<T>(column + from, to - from));
        team.Meet();
    }

    private static Grain Idle(int place) => new()
    {
        Place = new(place, place, place),
        Velocity = new(0f, 0f, 0f, 1e-6f),
        Spin = new(0f, 0f, 0f, 1e-6f),
    };
}
