using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Fuses the primaries of an agglomerate a few at a time: contacts inside a piece are solid bridges, those between pieces stay adhesive.</summary>
/// <remarks>
/// From a primary drawn at random a piece spreads to neighbours drawn at random until it has its size or finds none that is free; so until the wanted share of the primaries is in pieces of two and more.
/// What earlier pieces left between them makes smaller ones: the mean is reported. Fumed and milled powders: hard aggregates in soft agglomerates.
/// </remarks>
internal static class FusedPieces
{
    /// <summary>Which contacts are bridges.</summary>
    /// <param name="count">Primaries.</param>
    /// <param name="contacts">Their contacts.</param>
    /// <param name="size">Primaries of a piece.</param>
    /// <param name="fraction">Share of the primaries in pieces.</param>
    /// <param name="random">Stream of this agglomerate.</param>
    public static bool[] Choose(int count, (int I, int J)[] contacts, int size, double fraction, RandomStream random)
    {
        List<int>[] neighbours = ConnectedPieces.Neighbours(count, contacts);
        int[] piece = new int[count], order = [.. Enumerable.Range(0, count)];
        random.Shuffle(order);
        int fused = 0, wanted = (int)Math.Round(fraction * count);
        for (int k = 0; k < count && fused < wanted; k++)
        {
            if (piece[order[k]] == 0)
            {
                int members = Spread(order[k], Math.Min(size, wanted - fused), k + 1, neighbours, piece, random);
                fused += members > 1 ? members : 0;
            }
        }

        return Array.ConvertAll(contacts, c => piece[c.I] > 0 && piece[c.I] == piece[c.J]);
    }

    /// <summary>Marks a piece with its number; returns its size.</summary>
    private static int Spread(int first, int size, int number, List<int>[] neighbours, int[] piece, RandomStream random)
    {
        List<int> border = [first];
        int members = 0;
        while (members < size && border.Count > 0)
        {
            int at = random.NextInt(border.Count), next = border[at];
            border.RemoveAt(at);
            if (piece[next] != 0)
            {
                continue;
            }

            piece[next] = number;
            members++;
            border.AddRange(neighbours[next].Where(n => piece[n] == 0));
        }

        return members;
    }
}
