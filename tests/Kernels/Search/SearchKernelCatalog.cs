using DispersionSim.Kernels;
using ILGPU;

namespace DispersionSim.Tests.Kernels;

/// <summary>A kernel of a search on a device, as it stands in the course of one.</summary>
/// <param name="Function">Class and name of the function, with the column's type where there are several.</param>
/// <param name="Run">The function over all columns.</param>
/// <param name="Items">Items that it runs over.</param>
/// <param name="Before">What the driver does between the kernel before and this one, here on the host.</param>
internal sealed record SearchKernel(string Function, Action<Index1D, SearchViews> Run, Func<SearchColumns, int> Items, Action<SearchColumns>? Before = null)
{
    /// <summary>On the host, item by item.</summary>
    public void RunOnHost(SearchColumns columns)
    {
        int items = Items(columns);
        for (int i = 0; i < items; i++)
        {
            Run(i, columns.Views);
        }
    }
}

/// <summary>Every function that a device compiles for its search, sort and lists, in the order of a search, each with what those before it have left.</summary>
internal static class SearchKernelCatalog
{
    public static IReadOnlyList<SearchKernel> All { get; } =
    [
        new("CellKernels.Key", Key, Each),
        new("SortKernels.Count", Tally, _ => SearchColumns.SortChunks),
        new("ScanKernels.Sum", Sum, _ => SearchColumns.ScanChunks),
        new("ScanKernels.Spread", Spread, _ => SearchColumns.ScanChunks, c => RunningSums(c.Views.Sums, c.Views.Before)),
        new("SortKernels.Place", Place, _ => SearchColumns.SortChunks, c => RunningSums(c.Views.Places, c.Views.Places)),
        new("CellKernels.Start", Start, _ => SearchColumns.Cells + 1, SortWhole),
        new("CellKernels.Gather(Int4)", GatherPlaces, Each),
        new("CellKernels.Gather(Float4)", GatherVectors, Each),
        new("PairKernels.Count", Count, Each, TakeOrder),
        new("WallKernels.Count", CountAtWall, Each),
        new("PairKernels.Fill", FillPairs, Each, Settle),
        new("PairKernels.Number", Number, Each),
        new("PairKernels.Carry", Carry, c => c.Views.Pairs, MakeFormer),
        new("WallKernels.Fill", FillWall, Each),
        new("WallKernels.Carry", CarryAtWall, AtWall),
        new("WallKernels.Follow", Follow, AtWall),
        new("CellKernels.Turn", Turn, Each),
    ];

    public static TheoryData<string> Theory() => [.. All.Select(k => k.Function)];

    private static int Each(SearchColumns columns) => SearchColumns.Particles;

    private static int AtWall(SearchColumns columns) => columns.Views.WallStart[SearchColumns.Particles];

    private static void Key(Index1D i, SearchViews v) => CellKernels.Key(i, v.List.Place, v.Grid, v.Keys, v.Order);

    private static void Tally(Index1D i, SearchViews v) => SortKernels.Count(i, v.Keys, SearchColumns.Particles, 0, 2, v.Places);

    private static void Sum(Index1D i, SearchViews v) => ScanKernels.Sum(i, v.Keys, SearchColumns.Particles, v.Sums);

    private static void Spread(Index1D i, SearchViews v) => ScanKernels.Spread(i, v.Keys, SearchColumns.Particles, v.Before, v.Running);

    private static void Place(Index1D i, SearchViews v) => SortKernels.Place(i, v.Keys, v.Order, SearchColumns.Particles, 0, 2, v.Places, v.SortedKeys, v.SortedOrder);

    private static void Start(Index1D i, SearchViews v) => CellKernels.Start(i, v.Keys, SearchColumns.Particles, v.List.CellStart);

    private static void GatherPlaces(Index1D i, SearchViews v) => CellKernels.Gather(i, v.Order, v.List.Place, v.PlaceTo);

    private static void GatherVectors(Index1D i, SearchViews v) => CellKernels.Gather(i, v.Order, v.List.Velocity, 1f, v.VelocityTo);

    private static void Count(Index1D i, SearchViews v) => PairKernels.Count(i, v.List, v.Grid, v.Step);

    private static void CountAtWall(Index1D i, SearchViews v) => WallKernels.Count(i, v.List, v.Wall, v.Step, v.Grid.Gap, v.WallStart);

    private static void FillPairs(Index1D i, SearchViews v) => PairKernels.Fill(i, v.List, v.Grid, v.Step);

    private static void Number(Index1D i, SearchViews v) => PairKernels.Number(i, v.List);

    private static void Carry(Index1D i, SearchViews v) => PairKernels.Carry(i, v.List, v.Order, v.FormerStart, v.FormerSecond, v.Former, v.Now);

    private static void FillWall(Index1D i, SearchViews v) => WallKernels.Fill(i, v.List, v.WallStart, v.Pairs, SearchColumns.Particles, v.Spin);

    private static void CarryAtWall(Index1D i, SearchViews v) => WallKernels.Carry(i, v.List, v.Pairs, v.Order, v.FormerWallStart, v.FormerPairs, v.Former, v.Now);

    private static void Follow(Index1D i, SearchViews v) =>
        WallKernels.Follow(i, v.Signals, v.List.Place, v.List.Velocity, v.List.First, v.Pairs, SearchColumns.Particles, v.Wall, v.Step);

    private static void Turn(Index1D i, SearchViews v) => CellKernels.Turn(i, v.Signals, v.List.Place, v.Rest, new(1, 0, 0), new(0, 1, 0));

    private static void RunningSums(ArrayView<int> values, ArrayView<int> sums)
    {
        int sum = 0;
        for (int k = 0; k < values.Length; k++)
        {
            int value = values[k];
            sums[k] = sum;
            sum += value;
        }
    }

    private static void SortWhole(SearchColumns columns)
    {
        SearchViews v = columns.Views;
        (int Key, int Particle)[] sorted = [.. Enumerable.Range(0, SearchColumns.Particles).Select(i => (v.Keys[i], v.Order[i])).OrderBy(p => p.Item1)];
        for (int i = 0; i < sorted.Length; i++)
        {
            (v.Keys[i], v.Order[i]) = sorted[i];
        }
    }

    /// <summary>Particles as they were gathered; masses belong to radii.</summary>
    private static void TakeOrder(SearchColumns columns)
    {
        SearchViews v = columns.Views;
        for (int i = 0; i < SearchColumns.Particles; i++)
        {
            (v.List.Place[i], v.List.Velocity[i]) = (v.PlaceTo[i], v.VelocityTo[i]);
            float radius = v.List.Velocity[i].W;
            v.List.Inertia[i] = new(1f / (4f * radius * radius * radius), 1f, 0f);
        }
    }

    private static void Settle(SearchColumns columns)
    {
        RunningSums(columns.Views.List.RowStart, columns.Views.List.RowStart);
        RunningSums(columns.Views.List.ContactStart, columns.Views.List.ContactStart);
        RunningSums(columns.Views.WallStart, columns.Views.WallStart);
        columns.Views.Pairs = columns.Views.List.ContactStart[SearchColumns.Particles];
    }

    /// <summary>A former list in which the particles lay the other way round; every third contact is new, and so is every second at the wall.</summary>
    private static void MakeFormer(SearchColumns columns)
    {
        const int last = SearchColumns.Particles - 1;
        SearchViews v = columns.Views;
        ILookup<int, int> former = Enumerable.Range(0, v.Pairs).Where(c => c % 3 != 0).ToLookup(c => last - v.List.Second[c], c => last - v.List.First[c]);
        int pairs = 0;
        for (int i = 0; i <= last; i++)
        {
            (v.Order[i], v.FormerStart[i], v.FormerWallStart[i]) = (last - i, pairs, (i + 1) / 2);
            foreach (int partner in former[i])
            {
                v.FormerSecond[pairs++] = partner;
            }
        }

        (v.FormerStart[last + 1], v.FormerWallStart[last + 1]) = (pairs, (last + 2) / 2);
        columns.Views.FormerPairs = pairs;
    }
}
