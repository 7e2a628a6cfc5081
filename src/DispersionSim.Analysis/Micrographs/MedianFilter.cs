using System.Numerics;
using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Median over a square (Tukey 1977): takes off grains of noise and leaves edges.</summary>
/// <remarks>
/// Within the picture many pixels are done at once, each in its lane: of a little more than half of the values the least and the greatest cannot be the median and are forgotten, another value is taken in,
/// until one is left. Windows cut by an edge are sorted.
/// </remarks>
public static class MedianFilter
{
    /// <summary>The filtered picture.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="reach">Half width of the square, pixels; it is 2 reach + 1 wide.</param>
    /// <param name="threads">Threads.</param>
    public static GreyImage Of(GreyImage image, int reach, int threads)
    {
        (int w, int h, int side) = (image.Width, image.Height, (2 * reach) + 1);
        var values = new float[image.Values.Length];
        Parallel.For(0, h, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => (Sorted: new float[side * side], Lanes: new Vector<float>[(side * side / 2) + 2]), (y, _, room) =>
        {
            int x = 0;
            if (y >= reach && y < h - reach)
            {
                for (; x < Math.Min(reach, w); x++)
                {
                    values[(y * w) + x] = Cut(image, x, y, reach, room.Sorted);
                }

                for (; x + reach + Vector<float>.Count <= w; x += Vector<float>.Count)
                {
                    Whole(image, x, y, reach, room.Lanes).CopyTo(values, (y * w) + x);
                }
            }

            for (; x < w; x++)
            {
                values[(y * w) + x] = Cut(image, x, y, reach, room.Sorted);
            }

            return room;
        }, _ => { });
        return image with { Values = values };
    }

    /// <summary>The medians of as many pixels as there are lanes.</summary>
    private static Vector<float> Whole(GreyImage image, int x, int y, int reach, Vector<float>[] held)
    {
        int side = (2 * reach) + 1, count = held.Length, at = 0;
        for (int b = -reach; b <= reach; b++)
        {
            ReadOnlySpan<float> row = image.Values.AsSpan(((y + b) * image.Width) + x - reach, side - 1 + Vector<float>.Count);
            for (int a = 0; a < side; a++)
            {
                var taken = new Vector<float>(row[a..]);
                if (at < held.Length)
                {
                    held[at++] = taken;
                    continue;
                }

                Forget(held, ref count);
                held[count++] = taken;
            }
        }

        while (count > 2)
        {
            Forget(held, ref count);
        }

        return held[0];
    }

    /// <summary>Drops the least and the greatest of what is held.</summary>
    private static void Forget(Vector<float>[] held, ref int count)
    {
        (Vector<float> least, Vector<float> greatest) = (Vector.Min(held[0], held[1]), Vector.Max(held[0], held[1]));
        for (int k = 2; k < count; k++)
        {
            Vector<float> v = Vector.Max(held[k], least);
            least = Vector.Min(held[k], least);
            held[k - 2] = Vector.Min(v, greatest);
            greatest = Vector.Max(v, greatest);
        }

        count -= 2;
    }

    /// <summary>The upper median of a window that an edge may cut.</summary>
    private static float Cut(GreyImage image, int x, int y, int reach, float[] room)
    {
        int count = 0;
        for (int b = Math.Max(0, y - reach); b <= Math.Min(image.Height - 1, y + reach); b++)
        {
            for (int a = Math.Max(0, x - reach); a <= Math.Min(image.Width - 1, x + reach); a++)
            {
                room[count++] = image.Values[(b * image.Width) + a];
            }
        }

        Array.Sort(room, 0, count);
        return room[count / 2];
    }
}
