using ILGPU;

namespace DispersionSim.Kernels;

/// <summary>What a search reads and writes, as views on a device's memory.</summary>
public struct PairColumns
{
    /// <summary>Places, velocities (W radius) and inertias, sorted by cell.</summary>
    public ArrayView<Int4> Place;
    public ArrayView<Float4> Velocity;
    public ArrayView<Float4> Inertia;

    /// <summary>First particle of each cell.</summary>
    public ArrayView<int> CellStart;

    /// <summary>First entry of a particle's row; before the running sum its length.</summary>
    public ArrayView<int> RowStart;

    /// <summary>First contact in which a particle is the first; before the running sum their number.</summary>
    public ArrayView<int> ContactStart;

    /// <summary>Next free entry of a particle's row.</summary>
    public ArrayView<int> RowNext;

    public ArrayView<int> Row;
    public ArrayView<int> First;
    public ArrayView<int> Second;
    public ArrayView<float> ReducedRadius;
    public ArrayView<float> ReducedMass;
}

/// <summary>What contacts remember, as views on a device's memory.</summary>
public struct HistoryViews
{
    public ArrayView<Float4> Slide;
    public ArrayView<Float4> Roll;
    public ArrayView<float> Memory;
}
