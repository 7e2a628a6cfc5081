using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>An order in which neighbours in space are mostly neighbours in memory: cell by cell along Morton's curve.</summary>
internal static class SpaceOrder
{
    /// <summary>Bits of a coordinate: 2 million cells along an axis.</summary>
    private const int Bits = 21;

    /// <summary>Indices of places in that order; places in one cell keep theirs.</summary>
    /// <param name="places">In edges of a cell, about the origin.</param>
    public static int[] Of(Vector3d[] places)
    {
        int[] order = [.. Enumerable.Range(0, places.Length)];
        ulong[] code = Array.ConvertAll(places, p => Spread(p.X) | (Spread(p.Y) << 1) | (Spread(p.Z) << 2));
        return [.. order.OrderBy(i => code[i])];
    }

    /// <summary>The bits of a cell's number with two zeros between each two.</summary>
    private static ulong Spread(double coordinate)
    {
        ulong cell = (ulong)Math.Clamp(Math.Floor(coordinate) + (1 << (Bits - 1)), 0, (1 << Bits) - 1), spread = 0;
        for (int bit = 0; bit < Bits; bit++)
        {
            spread |= ((cell >> bit) & 1) << (3 * bit);
        }

        return spread;
    }
}
