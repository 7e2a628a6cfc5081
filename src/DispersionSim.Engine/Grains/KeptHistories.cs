namespace DispersionSim.Engine;

/// <summary>Histories of contacts that touch, held while the tables are made anew.</summary>
/// <remarks>
/// While the particles keep their order, the new tables meet the entries in the order in which they were taken. After a sort, entries are found
/// by their particles' new positions, whichever of the two is now first. The partner at wall w is written as −1 − w.
/// </remarks>
internal sealed unsafe class KeptHistories(int historyLength, int signedColumns) : IDisposable
{
    private readonly RawColumn<int> first = new();
    private readonly RawColumn<int> second = new();
    private readonly RawColumn<float> values = new();
    private readonly RawColumn<int> bin = new();
    private readonly RawColumn<int> binned = new();
    private int count;
    private int next;
    private bool renamed;

    public void Clear() => (count, next, renamed) = (0, 0, false);

    /// <summary>Takes the contacts of a table that have a history.</summary>
    /// <param name="table">The table.</param>
    /// <param name="wall">The wall that is every contact's partner, or −1 for pairs.</param>
    public void Take(ContactTable table, int wall = -1)
    {
        if (historyLength == 0)
        {
            return;
        }

        first.Reserve(count + table.Count);
        second.Reserve(count + table.Count);
        values.Reserve((count + (long)table.Count) * historyLength);
        float** columns = stackalloc float*[historyLength];
        table.Histories(columns);
        int* i = table.First, j = table.Second;
        for (int k = 0; k < table.Count; k++)
        {
            bool any = false;
            float* to = values.Pointer + ((long)count * historyLength);
            for (int h = 0; h < historyLength; h++)
            {
                to[h] = columns[h][k];
                any |= to[h] != 0f;
            }

            if (any)
            {
                first[count] = i[k];
                second[count] = wall < 0 ? j[k] : -1 - wall;
                count++;
            }
        }
    }

    /// <summary>Renames particles by their new positions and bins the entries by the lower of the two.</summary>
    public void Rename(int* newPosition, int particles)
    {
        renamed = true;
        bin.Reserve(particles + 2);
        bin.Clear(particles + 2);
        binned.Reserve(count);
        for (int e = 0; e < count; e++)
        {
            int i = newPosition[first[e]];
            first[e] = i;
            if (second[e] >= 0)
            {
                second[e] = newPosition[second[e]];
            }

            bin[Lower(e) + 2]++;
        }

        for (int i = 0; i < particles; i++)
        {
            bin[i + 2] += bin[i + 1];
        }

        for (int e = 0; e < count; e++)
        {
            binned[bin[Lower(e) + 1]++] = e;
        }
    }

    /// <summary>Gives the contacts of a table their histories.</summary>
    /// <param name="table">The table.</param>
    /// <param name="wall">The wall that is every contact's partner, or −1 for pairs.</param>
    public void Give(ContactTable table, int wall = -1)
    {
        float** columns = stackalloc float*[historyLength + 1];
        table.Histories(columns);
        int* i = table.First, j = table.Second;
        for (int k = 0; k < table.Count; k++)
        {
            bool swapped = false;
            int partner = wall < 0 ? j[k] : -1 - wall;
            int entry = count == 0 ? -1 : renamed ? Find(i[k], partner, out swapped) : Next(i[k], partner);
            Give(entry, swapped ? -1f : 1f, columns, k);
        }
    }

    public void Dispose()
    {
        first.Dispose();
        second.Dispose();
        values.Dispose();
        bin.Dispose();
        binned.Dispose();
    }

    private int Lower(int e) => second[e] >= 0 && second[e] < first[e] ? second[e] : first[e];

    /// <summary>The next entry, where it is that of a contact; what has no contact any more is passed over.</summary>
    private int Next(int i, int partner)
    {
        while (partner < 0 && next < count && (second[next] > partner || (second[next] == partner && first[next] < i)))
        {
            next++;
        }

        return next < count && first[next] == i && second[next] == partner ? next++ : -1;
    }

    private int Find(int i, int partner, out bool swapped)
    {
        int lower = partner >= 0 && partner < i ? partner : i;
        for (int k = bin[lower], end = bin[lower + 1]; k < end; k++)
        {
            int e = binned[k];
            swapped = first[e] == partner && second[e] == i;
            if (swapped || (first[e] == i && second[e] == partner))
            {
                return e;
            }
        }

        swapped = false;
        return -1;
    }

    private void Give(int entry, float sign, float** columns, int k)
    {
        float* from = values.Pointer + ((long)entry * historyLength);
        for (int h = 0; h < historyLength; h++)
        {
            columns[h][k] = entry < 0 ? 0f : h < signedColumns ? sign * from[h] : from[h];
        }
    }
}
