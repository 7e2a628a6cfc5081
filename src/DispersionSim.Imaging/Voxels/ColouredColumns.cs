using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>An order in which items that touch only their surroundings can be worked on by many threads and still leave the same bits.</summary>
/// <remarks>The cell is divided into columns wider than two reaches, coloured two by two. Columns of one colour never share a voxel, so they may run at once; colours follow each other, and inside a column items follow their index.</remarks>
internal static class ColouredColumns
{
    /// <summary>Calls a worker once for every item, colour after colour; the order in which neighbours write does not depend on the number of threads.</summary>
    /// <param name="domain">The periodic cell.</param>
    /// <param name="places">Where each item is.</param>
    /// <param name="reach">How far an item may write, m.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="makeWorker">Makes one worker per column; it is called with the index of each item.</param>
    public static void Run(Domain domain, IReadOnlyList<Vector3d> places, double reach, int threads, Func<Action<int>> makeWorker)
    {
        int columnsX = Columns(domain.Size.X, reach), columnsY = Columns(domain.Size.Y, reach);
        ILookup<(int X, int Y), int> byColumn = Enumerable.Range(0, places.Count).ToLookup(i => (
            Math.Min(columnsX - 1, (int)(places[i].X / domain.Size.X * columnsX)),
            Math.Min(columnsY - 1, (int)(places[i].Y / domain.Size.Y * columnsY))));
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) };
        foreach (IGrouping<(int, int), IGrouping<(int X, int Y), int>> colour in byColumn.GroupBy(c => (c.Key.X % 2, c.Key.Y % 2)).OrderBy(g => g.Key))
        {
            Parallel.ForEach(colour, options, column =>
            {
                Action<int> work = makeWorker();
                foreach (int item in column)
                {
                    work(item);
                }
            });
        }
    }

    // An even number, or first and last column, neighbours across the border, would have one colour.
    private static int Columns(double length, double reach)
    {
        int count = (int)(length / (2 * reach));
        return count < 2 ? 1 : Math.Min(count - (count % 2), 1024);
    }
}
