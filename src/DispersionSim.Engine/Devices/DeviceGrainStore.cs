using DispersionSim.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace DispersionSim.Engine;

/// <summary>Particles of a granular system in a device's memory, with ghosts behind them, sorted by cell at each search.</summary>
internal sealed class DeviceGrainStore : IDisposable
{
    private const int LowBits = 0xffffff;

    private readonly DeviceColumn<Int4> sparePlace;
    private readonly DeviceColumn<Float4> spare;
    private readonly Action<Index1D, ArrayView<int>, ArrayView<Int4>, ArrayView<Int4>> gatherPlaces;
    private readonly Action<Index1D, ArrayView<int>, ArrayView<Float4>, float, ArrayView<Float4>> gather;

    public DeviceGrainStore(DeviceMemory memory, GrainSetup setup)
    {
        Count = setup.Count;
        const string particles = "particles";
        Place = new(memory, Count, particles);
        Velocity = new(memory, Count, particles);
        Spin = new(memory, Count, particles);
        Inertia = new(memory, Count, particles);
        Rest = new(memory, Count, particles);
        VelocityRest = new(memory, Count, particles);
        SpinRest = new(memory, Count, particles);
        sparePlace = new(memory, Count, particles);
        spare = new(memory, Count, particles);
        Accelerator accelerator = memory.Device.Accelerator;
        gatherPlaces = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, ArrayView<Int4>, ArrayView<Int4>>(CellKernels.Gather);
        gather = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, ArrayView<Float4>, float, ArrayView<Float4>>(CellKernels.Gather);
        Fill(setup);
    }

    public int Count { get; }

    /// <summary>Places; W what they leave of the positions (<see cref="PlaceFraction"/>).</summary>
    public DeviceColumn<Int4> Place { get; }

    public DeviceColumn<Float4> Velocity { get; }

    public DeviceColumn<Float4> Spin { get; }

    public DeviceColumn<Float4> Inertia { get; }

    public DeviceColumn<Float4> Rest { get; }

    public DeviceColumn<Float4> VelocityRest { get; }

    public DeviceColumn<Float4> SpinRest { get; }

    /// <summary>Bytes a particle.</summary>
    public static long BytesPerParticle => 9 * 16;

    /// <summary>Number of every particle in the order in which they were given: in two floats, both exact.</summary>
    public int[] Numbers() => [.. Inertia.Read(Count).Zip(SpinRest.Read(Count), (low, high) => (int)low.W + ((int)high.W * (LowBits + 1)))];

    /// <summary>Makes room for ghosts.</summary>
    public void ReserveGhosts(int ghosts)
    {
        Place.Reserve(Count + ghosts, true);
        Velocity.Reserve(Count + ghosts, true);
        Spin.Reserve(Count + ghosts, true);
    }

    /// <summary>Puts the particles in a new order, and begins to count their ways anew.</summary>
    public void Sort(DeviceColumn<int> order)
    {
        sparePlace.Reserve(Place.Count);
        gatherPlaces(Count, order.View, Place.View, sparePlace.View);
        Place.Swap(sparePlace);
        foreach ((DeviceColumn<Float4> column, float fourth) in new[] { (Velocity, 1f), (Spin, 1f), (Inertia, 1f), (Rest, 0f), (VelocityRest, 1f), (SpinRest, 1f) })
        {
            spare.Reserve(column.Count);
            gather(Count, order.View, column.View, fourth, spare.View);
            column.Swap(spare);
        }
    }

    public void Dispose()
    {
        Place.Dispose();
        Velocity.Dispose();
        Spin.Dispose();
        Inertia.Dispose();
        Rest.Dispose();
        VelocityRest.Dispose();
        SpinRest.Dispose();
        sparePlace.Dispose();
        spare.Dispose();
    }

    private void Fill(GrainSetup setup)
    {
        var place = new Int4[Count];
        Float4[] velocity = new Float4[Count], spin = new Float4[Count], inertia = new Float4[Count], rest = new Float4[Count], spinRest = new Float4[Count];
        for (int i = 0; i < Count; i++)
        {
            Grain grain = setup.Grain(i);
            (place[i], velocity[i], spin[i]) = (grain.Place, grain.Velocity, grain.Spin);
            inertia[i] = new(grain.InverseMass, grain.SpinPerTorque, grain.Drag, i & LowBits);
            Float4 left = setup.Rest(i).Place;
            (rest[i], spinRest[i]) = (new(left.X, left.Y, left.Z), new(0f, 0f, 0f, i / (LowBits + 1)));
        }

        Place.Fill(place);
        Velocity.Fill(velocity);
        Spin.Fill(spin);
        Inertia.Fill(inertia);
        Rest.Fill(rest);
        SpinRest.Fill(spinRest);
    }
}
