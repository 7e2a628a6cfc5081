using System.Runtime.CompilerServices;
using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Spheres of up to a radius in a grid of cells, to which others are added and of which is asked whether one overlaps.</summary>
/// <remarks>Of the cells round a place only those are looked at which the asked sphere, widened by the largest radius, reaches: a small sphere reaches few.</remarks>
internal sealed class SphereGrid
{
    private const int None = -1;

    /// <summary>Cells a sphere, beyond which more are of no use.</summary>
    private const double MostCells = 3;

    private readonly double largest;
    private readonly Axis x, y, z;
    private readonly int[] first;

    /// <summary>A bit for each cell that has ever held a sphere: small enough to stay in the cache, where most cells are empty.</summary>
    private readonly ulong[] held;
    private readonly Sphere[] spheres;
    private int count;

    /// <summary>An empty grid.</summary>
    /// <param name="sample">Window and dimensions.</param>
    /// <param name="most">Spheres that will be added.</param>
    /// <param name="largest">Largest radius, of those added and of those asked about, m.</param>
    public SphereGrid(PointSample sample, int most, double largest)
    {
        this.largest = largest;
        spheres = new Sphere[most];
        Domain window = sample.Window;
        double[] cells = [Cells(window.Size.X), Cells(window.Size.Y), sample.Dimensions == 2 ? 1 : Cells(window.Size.Z)];
        double tooMany = cells[0] * cells[1] * cells[2] / (MostCells * Math.Max(1, most)), fewer = tooMany > 1 ? Math.Pow(tooMany, -1.0 / sample.Dimensions) : 1;
        (x, y, z) = (new(window.Size.X, window.PeriodicX, cells[0] * fewer), new(window.Size.Y, window.PeriodicY, cells[1] * fewer), new(window.Size.Z, window.PeriodicZ, cells[2] * fewer));
        first = new int[x.Count * y.Count * z.Count];
        Array.Fill(first, None);
        held = new ulong[(first.Length >> 6) + 1];

        double Cells(double length) => Math.Max(1, Math.Floor(length / (2 * largest)));
    }

    /// <summary>Adds a sphere.</summary>
    /// <param name="place">A place in the window.</param>
    /// <param name="radius">Its radius, m.</param>
    /// <returns>Its number.</returns>
    public int Add(Vector3d place, double radius)
    {
        int cell = CellOf(place);
        ref int head = ref first[cell];
        held[cell >> 6] |= 1UL << (cell & 63);
        spheres[count] = new(place, radius, head);
        return head = count++;
    }

    /// <summary>Moves a sphere to another place in the window.</summary>
    public void Move(int number, Vector3d place)
    {
        int old = CellOf(spheres[number].Place), own = CellOf(place);
        if (old == own)
        {
            spheres[number] = spheres[number] with { Place = place };
            return;
        }

        int before = None;
        for (int at = first[old]; at != number; at = spheres[at].Next)
        {
            before = at;
        }

        if (before == None)
        {
            first[old] = spheres[number].Next;
        }
        else
        {
            spheres[before] = spheres[before] with { Next = spheres[number].Next };
        }

        spheres[number] = spheres[number] with { Place = place, Next = first[own] };
        first[own] = number;
        held[own >> 6] |= 1UL << (own & 63);
    }

    /// <summary>Number of a sphere of the grid that one of any size would overlap; −1 where there is none.</summary>
    /// <param name="place">Where it would be.</param>
    /// <param name="radius">Its radius, m.</param>
    /// <param name="itself">Its number where it is of the grid, else −1.</param>
    public int Overlapped(Vector3d place, double radius, int itself)
    {
        double reach = (radius + largest) * (1 + 1e-9);
        ((int fromX, int nx), (int fromY, int ny), (int fromZ, int nz)) = (x.Range(place.X, reach), y.Range(place.Y, reach), z.Range(place.Z, reach));
        for (int c = 0; c < nz; c++)
        {
            for (int b = 0; b < ny; b++)
            {
                int row = x.Count * (y.Wrapped(fromY + b) + (y.Count * z.Wrapped(fromZ + c)));
                for (int a = 0; a < nx; a++)
                {
                    if (first[row + x.Wrapped(fromX + a)] is var at && at != None && Hit(at, place, radius, itself) is >= 0 and var found)
                    {
                        return found;
                    }
                }
            }
        }

        return None;
    }

    /// <summary>Whether a sphere no larger than the grid's largest would overlap one of them.</summary>
    public bool Overlaps(Vector3d place, double radius)
    {
        if (count == 0)
        {
            return false;
        }

        double reach = (radius + largest) * (1 + 1e-9), most = reach * reach;
        Span<Near> alongX = stackalloc Near[3], alongY = stackalloc Near[3], alongZ = stackalloc Near[3];
        (int nx, int ny, int nz) = (x.Within(place.X, reach, alongX), y.Within(place.Y, reach, alongY), z.Within(place.Z, reach, alongZ));
        for (int c = 0; c < nz; c++)
        {
            for (int b = 0; b < ny; b++)
            {
                double away = alongZ[c].Square + alongY[b].Square;
                int row = x.Count * (alongY[b].Cell + (y.Count * alongZ[c].Cell));
                for (int a = 0; a < nx && away + alongX[a].Square <= most; a++)
                {
                    int cell = row + alongX[a].Cell;
                    if (((held[cell >> 6] >> (cell & 63)) & 1) != 0 && first[cell] is var at && at != None && Hit(at, place, radius, None) != None)
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>The first of a cell's spheres, from one on, that is overlapped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Hit(int at, Vector3d place, double radius, int itself)
    {
        do
        {
            ref readonly Sphere other = ref spheres[at];
            double reach = radius + other.Radius, dx = x.Nearest(place.X - other.Place.X), dy = y.Nearest(place.Y - other.Place.Y), dz = z.Nearest(place.Z - other.Place.Z);
            if ((dx * dx) + (dy * dy) + (dz * dz) < reach * reach && at != itself)
            {
                return at;
            }

            at = other.Next;
        }
        while (at != None);

        return None;
    }

    private int CellOf(Vector3d place) => x.CellOf(place.X) + (x.Count * (y.CellOf(place.Y) + (y.Count * z.CellOf(place.Z))));

    private readonly record struct Near(int Cell, double Square);

    private readonly record struct Sphere(Vector3d Place, double Radius, int Next);

    /// <summary>Equal cells along a length from 0 on.</summary>
    private readonly struct Axis
    {
        private readonly double length, perLength, edge, perEdge;
        private readonly bool wraps;

        public Axis(double length, bool periodic, double count)
        {
            // With two cells on a ring, the left neighbour is the right one too.
            Count = periodic && count < 3 ? 1 : Math.Max(1, (int)count);
            (this.length, wraps, perLength, edge, perEdge) = (length, periodic, periodic ? 1 / length : 0, length / Count, Count / length);
        }

        public int Count { get; }

        /// <summary>The shortest image of a difference.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Nearest(double difference) => difference - (length * Math.Round(difference * perLength));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int CellOf(double coordinate) => Math.Max(0, Math.Min((int)(coordinate * perEdge), Count - 1));

        /// <summary>The first of the cells within a reach of a coordinate, to be wrapped, and their number.</summary>
        public (int From, int Count) Range(double coordinate, double reach)
        {
            int low = (int)Math.Floor((coordinate - reach) * perEdge), high = (int)Math.Floor((coordinate + reach) * perEdge);
            if (high - low + 1 >= Count)
            {
                return (0, Count);
            }

            // What lies beyond an open end is kept in the last cell.
            (low, high) = wraps ? (low, high) : (Math.Clamp(low, 0, Count - 1), Math.Clamp(high, 0, Count - 1));
            return (low, high - low + 1);
        }

        public int Wrapped(int cell) => cell < 0 ? cell + Count : cell >= Count ? cell - Count : cell;

        /// <summary>The cell of a coordinate and those beside it that are within a reach, the nearer first, each with the square of how far it is.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Within(double coordinate, double reach, Span<Near> cells)
        {
            int own = CellOf(coordinate), found = 1;
            cells[0] = new(own, 0);
            if (Count == 1)
            {
                return found;
            }

            double behind = Math.Max(0, coordinate - (own * edge)), ahead = Math.Max(0, edge - behind);
            int side = behind < ahead ? -1 : 1;
            found = Take(own, side, Math.Min(behind, ahead), reach, cells, found);
            return Take(own, -side, Math.Max(behind, ahead), reach, cells, found);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private int Take(int own, int step, double gap, double reach, Span<Near> cells, int found)
        {
            int cell = own + step;
            cell = cell >= 0 && cell < Count ? cell : wraps ? (cell + Count) % Count : -1;
            if (cell >= 0 && gap < reach)
            {
                cells[found++] = new(cell, gap * gap);
            }

            return found;
        }
    }
}
