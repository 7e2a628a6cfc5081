using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Spheres of up to a radius in a grid of cells, to which others are added and of which is asked whether one overlaps.</summary>
/// <remarks>
/// Of the cells round a place only those are looked at which the asked sphere, widened by the largest radius, reaches: a small sphere reaches few. A cell keeps its spheres by fours, which are compared at once;
/// beyond a periodic border the place is moved on by the period and not each difference.
/// </remarks>
internal sealed class SphereGrid
{
    private const int None = -1;

    /// <summary>Spheres that are compared at once, and the numbers that a block of as many has: x, y, z and radius of each.</summary>
    private const int Lanes = 4, BlockSize = 4 * Lanes;

    /// <summary>Cells a sphere, beyond which more are of no use.</summary>
    private const double MostCells = 3;

    private readonly double largest;
    private readonly Axis x, y, z;

    /// <summary>First block of each cell.</summary>
    private readonly int[] first;

    /// <summary>A bit for each cell that has ever held a sphere: small enough to stay in the cache, where most cells are empty.</summary>
    private readonly ulong[] held;

    /// <summary>Place, block times <see cref="Lanes"/> plus lane, of each sphere.</summary>
    private readonly int[] slots;
    private double[] blocks;
    private int[] next, owners;
    private int count, used;

    /// <summary>An empty grid.</summary>
    /// <param name="sample">Window and dimensions.</param>
    /// <param name="most">Spheres that will be added.</param>
    /// <param name="largest">Largest radius of those added, m.</param>
    public SphereGrid(PointSample sample, int most, double largest)
    {
        this.largest = largest;
        slots = new int[most];
        Domain window = sample.Window;
        double[] cells = [Cells(window.Size.X), Cells(window.Size.Y), sample.Dimensions == 2 ? 1 : Cells(window.Size.Z)];
        double tooMany = cells[0] * cells[1] * cells[2] / (MostCells * Math.Max(1, most)), fewer = tooMany > 1 ? Math.Pow(tooMany, -1.0 / sample.Dimensions) : 1;
        (x, y, z) = (new(window.Size.X, window.PeriodicX, cells[0] * fewer), new(window.Size.Y, window.PeriodicY, cells[1] * fewer), new(window.Size.Z, window.PeriodicZ, cells[2] * fewer));
        first = new int[x.Count * y.Count * z.Count];
        Array.Fill(first, None);
        held = new ulong[(first.Length >> 6) + 1];
        int begun = Math.Min(first.Length, most) + 1;
        (blocks, next, owners) = (new double[begun * BlockSize], new int[begun], new int[begun * Lanes]);

        double Cells(double length) => Math.Max(1, Math.Floor(length / (2 * largest)));
    }

    /// <summary>Adds a sphere.</summary>
    /// <param name="place">A place in the window.</param>
    /// <param name="radius">Its radius, m.</param>
    /// <param name="owner">What it is called when it is found.</param>
    /// <returns>Its number.</returns>
    public int Add(Vector3d place, double radius, int owner)
    {
        slots[count] = Put(place, radius, owner);
        return count++;
    }

    /// <summary>Moves a sphere to another place in the window.</summary>
    public void Move(int number, Vector3d from, Vector3d to)
    {
        int slot = slots[number];
        ref double old = ref Of(slot);
        if (CellOf(from) == CellOf(to))
        {
            Write(ref old, to, Unsafe.Add(ref old, 3 * Lanes));
            return;
        }

        old = double.NaN;
        slots[number] = Put(to, Unsafe.Add(ref old, 3 * Lanes), owners[slot]);
    }

    /// <summary>What a sphere that overlaps one of any size is called, −1 where there is none; the nearest cells are looked at first.</summary>
    /// <param name="place">Where the sphere would be, in the window.</param>
    /// <param name="radius">Its radius, m.</param>
    /// <param name="itself">Its number where it is of the grid, else −1.</param>
    public int Overlapping(Vector3d place, double radius, int itself)
    {
        if (count == 0)
        {
            return None;
        }

        int own = CellOf(place), self = itself == None ? None : slots[itself];
        if (IsHeld(own) && Hit(first[own], place, radius, self) is >= 0 and var within)
        {
            return within;
        }

        double reach = (radius + largest) * (1 + 1e-9), most = reach * reach;
        ((int fromX, int toX), (int fromY, int toY), (int fromZ, int toZ)) = (x.Range(place.X, reach), y.Range(place.Y, reach), z.Range(place.Z, reach));
        for (int c = fromZ; c <= toZ; c++)
        {
            double awayZ = z.Gap(place.Z, c);
            (int page, double pz) = z.Wrapped(c, place.Z);
            for (int b = fromY; b <= toY; b++)
            {
                double away = y.Gap(place.Y, b) + awayZ;
                (int row, double py) = y.Wrapped(b, place.Y);
                row = x.Count * (row + (y.Count * page));
                for (int a = fromX; a <= toX && away <= most; a++)
                {
                    (int cell, double px) = x.Wrapped(a, place.X);
                    cell += row;
                    if (IsHeld(cell) && away + x.Gap(place.X, a) <= most && Hit(first[cell], new(px, py, pz), radius, self) is >= 0 and var found)
                    {
                        return found;
                    }
                }
            }
        }

        return None;
    }

    /// <summary>Writes a sphere into the first free lane of its cell.</summary>
    private int Put(Vector3d place, double radius, int owner)
    {
        int cell = CellOf(place), slot = None;
        for (int block = first[cell]; block != None && slot == None; block = next[block])
        {
            for (int lane = 0; lane < Lanes && slot == None; lane++)
            {
                slot = double.IsNaN(blocks[(block * BlockSize) + lane]) ? (block * Lanes) + lane : None;
            }
        }

        slot = slot == None ? Lanes * Block(cell) : slot;
        ref double at = ref Of(slot);
        Write(ref at, place, radius);
        owners[slot] = owner;
        return slot;
    }

    /// <summary>A new block of a cell, all of whose lanes are free.</summary>
    private int Block(int cell)
    {
        if (used == next.Length)
        {
            Array.Resize(ref blocks, 2 * blocks.Length);
            Array.Resize(ref next, 2 * next.Length);
            Array.Resize(ref owners, 2 * owners.Length);
        }

        blocks.AsSpan(used * BlockSize, Lanes).Fill(double.NaN);
        (next[used], first[cell]) = (first[cell], used);
        held[cell >> 6] |= 1UL << (cell & 63);
        return used++;
    }

    private static void Write(ref double at, Vector3d place, double radius) =>
        (at, Unsafe.Add(ref at, Lanes), Unsafe.Add(ref at, 2 * Lanes), Unsafe.Add(ref at, 3 * Lanes)) = (place.X, place.Y, place.Z, radius);

    /// <summary>x of a slot; NaN where it is free.</summary>
    private ref double Of(int slot) => ref blocks[(slot / Lanes * BlockSize) + (slot % Lanes)];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsHeld(int cell) => ((held[cell >> 6] >> (cell & 63)) & 1) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Hit(int block, Vector3d place, double radius, int self)
    {
        (Vector256<double> px, Vector256<double> py, Vector256<double> pz, Vector256<double> own) = (Vector256.Create(place.X), Vector256.Create(place.Y), Vector256.Create(place.Z), Vector256.Create(radius));
        for (; block != None; block = next[block])
        {
            ref double at = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(blocks), block * BlockSize);
            Vector256<double> dx = px - Vector256.LoadUnsafe(ref at), dy = py - Vector256.LoadUnsafe(ref at, Lanes), dz = pz - Vector256.LoadUnsafe(ref at, 2 * Lanes), reach = own + Vector256.LoadUnsafe(ref at, 3 * Lanes);
            uint hits = Vector256.LessThan((dx * dx) + (dy * dy) + (dz * dz), reach * reach).ExtractMostSignificantBits();
            hits &= self / Lanes == block && self != None ? ~(1u << (self % Lanes)) : ~0u;
            if (hits != 0)
            {
                return owners[(block * Lanes) + BitOperations.TrailingZeroCount(hits)];
            }
        }

        return None;
    }

    private int CellOf(Vector3d place) => x.CellOf(place.X) + (x.Count * (y.CellOf(place.Y) + (y.Count * z.CellOf(place.Z))));

    /// <summary>Equal cells along a length from 0 on.</summary>
    private readonly struct Axis
    {
        private readonly double length, edge, perEdge;
        private readonly bool wraps;

        public Axis(double length, bool periodic, double count)
        {
            Count = Math.Max(1, (int)count);
            (this.length, wraps, edge, perEdge) = (length, periodic, length / Count, Count / length);
        }

        public int Count { get; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int CellOf(double coordinate) => Math.Max(0, Math.Min((int)(coordinate * perEdge), Count - 1));

        /// <summary>First and last of the cells within a reach of a coordinate; along an axis that wraps they may lie beyond its ends, to be wrapped.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public (int From, int To) Range(double coordinate, double reach)
        {
            (int low, int high) = ((int)Math.Floor((coordinate - reach) * perEdge), (int)Math.Floor((coordinate + reach) * perEdge));
            return wraps ? (low, high) : (Math.Max(low, 0), Math.Min(high, Count - 1));
        }

        /// <summary>Square of the distance of a coordinate from a cell.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Gap(double coordinate, int cell)
        {
            double gap = Math.Max(0, Math.Max((cell * edge) - coordinate, coordinate - ((cell + 1) * edge)));
            return gap * gap;
        }

        /// <summary>A cell, wrapped, and the coordinate as seen from there.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public (int Cell, double Coordinate) Wrapped(int cell, double coordinate)
        {
            while (cell < 0)
            {
                (cell, coordinate) = (cell + Count, coordinate + length);
            }

            while (cell >= Count)
            {
                (cell, coordinate) = (cell - Count, coordinate - length);
            }

            return (cell, coordinate);
        }
    }
}
