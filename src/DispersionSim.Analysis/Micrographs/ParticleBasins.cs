using System.Buffers;

namespace DispersionSim.Analysis;

/// <summary>Parts touching particles of a picture at their necks.</summary>
/// <remarks>
/// A watershed of the distance to the outside (Beucher and Lantuéjoul 1979): pixels are taken from the deepest on and join the basin that they touch; where two basins meet
/// at a saddle not deep below the shallower one's top, they are one. What does not touch, not even at a corner, knows nothing of each other: each such part is flooded by itself, in the cache, on any thread.
/// </remarks>
public static class ParticleBasins
{
    /// <summary>Basin of each pixel, from 0; −1 outside.</summary>
    /// <param name="field">A field of one page.</param>
    /// <param name="label">The particles' label.</param>
    /// <param name="split">Depth of a neck at which basins are parted, as a share of the shallower one's depth; 0 parts nothing.</param>
    /// <param name="threads">Threads; the basins do not depend on them.</param>
    /// <param name="count">Number of basins.</param>
    public static int[] Of(VoxelField field, byte label, double split, int threads, out int count)
    {
        int[] squared = DistanceTransform.Squared(field, label, threads);
        int[] basins = new int[field.Count];
        Array.Fill(basins, -1);
        (int From, int To)[][] parts = Touching(field, label);
        Parallel.For(0, parts.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new BasinFlood(basins, squared, field.Shape[2], split), (part, _, flood) =>
        {
            flood.Fill(parts[part]);
            return flood;
        }, _ => { });
        count = Number(basins);
        return basins;
    }

    /// <summary>Runs of what touches by sides or corners, part by part.</summary>
    private static (int From, int To)[][] Touching(VoxelField field, byte label)
    {
        var runs = new PhaseRuns(field, SearchValues.Create([label]));
        int[] part = runs.Parts(byCorners: true, out int count), next = new int[count];
        foreach (int p in part)
        {
            next[p]++;
        }

        (int From, int To)[][] touching = [.. next.Select(n => new (int, int)[n])];
        Array.Clear(next);
        ReadOnlySpan<(int From, int To)> all = runs.All;
        for (int run = 0; run < part.Length; run++)
        {
            touching[part[run]][next[part[run]]++] = all[run];
        }

        return touching;
    }

    /// <summary>Numbers basins in the order in which a picture's rows meet them.</summary>
    private static int Number(int[] basins)
    {
        var numbers = new Dictionary<int, int>();
        (int last, int number) = (-1, -1);
        for (int i = 0; i < basins.Length; i++)
        {
            int basin = basins[i];
            if (basin < 0)
            {
                continue;
            }

            if (basin != last && !numbers.TryGetValue(basin, out number))
            {
                numbers[basin] = number = numbers.Count;
            }

            (last, basins[i]) = (basin, number);
        }

        return numbers.Count;
    }
}
