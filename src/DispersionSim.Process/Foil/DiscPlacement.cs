using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Discs on a periodic rectangle that do not overlap; each is looked for in the cells about its own.</summary>
internal sealed class DiscPlacement
{
    private readonly double sizeX;
    private readonly double sizeY;
    private readonly int cellsX;
    private readonly int cellsY;
    private readonly List<(double X, double Y, double Radius)>[] cells;

    public DiscPlacement(double sizeX, double sizeY, double largestDiameter)
    {
        (this.sizeX, this.sizeY) = (sizeX, sizeY);
        (cellsX, cellsY) = (Math.Max(1, (int)(sizeX / largestDiameter)), Math.Max(1, (int)(sizeY / largestDiameter)));
        cells = [.. Enumerable.Range(0, cellsX * cellsY).Select(_ => new List<(double, double, double)>())];
    }

    /// <summary>Puts a disc at a place given as shares of the sides, and gives the place in metres; null where it would overlap another.</summary>
    public (double X, double Y)? TryAdd(double shareX, double shareY, double radius)
    {
        (double x, double y) = (shareX * sizeX, shareY * sizeY);
        int cellX = (int)(shareX * cellsX), cellY = (int)(shareY * cellsY);
        for (int dy = -1; dy <= 1; dy++)
        {
            for (int dx = -1; dx <= 1; dx++)
            {
                if (cells[Cell(cellX + dx, cellY + dy)].Exists(d => Overlaps(d, x, y, radius)))
                {
                    return null;
                }
            }
        }

        cells[Cell(cellX, cellY)].Add((x, y, radius));
        return (x, y);
    }

    private int Cell(int x, int y) => PeriodicAxis.Wrap(x, cellsX) + (PeriodicAxis.Wrap(y, cellsY) * cellsX);

    private bool Overlaps((double X, double Y, double Radius) disc, double x, double y, double radius)
    {
        double dx = Math.Abs(disc.X - x), dy = Math.Abs(disc.Y - y), reach = disc.Radius + radius;
        (dx, dy) = (Math.Min(dx, sizeX - dx), Math.Min(dy, sizeY - dy));
        return (dx * dx) + (dy * dy) < reach * reach;
    }
}
