using DispersionSim.Kernels;
using ILGPU;

namespace DispersionSim.Tests.Kernels;

/// <summary>All that the kernels of a search on a device read and write, in one argument.</summary>
public struct SearchViews
{
    public PairColumns List;
    public HistoryViews Former;
    public HistoryViews Now;
    public SearchGrid Grid;
    public GrainStep Step;
    public WallPlane Wall;
    public ArrayView<int> Keys;
    public ArrayView<int> Order;
    public ArrayView<int> SortedKeys;
    public ArrayView<int> SortedOrder;
    public ArrayView<int> Places;
    public ArrayView<int> Sums;
    public ArrayView<int> Before;
    public ArrayView<int> Running;
    public ArrayView<int> FormerStart;
    public ArrayView<int> FormerSecond;
    public ArrayView<int> WallStart;
    public ArrayView<int> FormerWallStart;
    public ArrayView<int> Signals;
    public ArrayView<Int4> PlaceTo;
    public ArrayView<Float4> VelocityTo;
    public ArrayView<Float4> Spin;
    public ArrayView<Float4> Rest;

    /// <summary>Contacts of pairs now and before; those with the wall are numbered from there.</summary>
    public int Pairs;
    public int FormerPairs;
}
