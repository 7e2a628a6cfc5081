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

    public static int Wall(int wall) => -1 - wall;

    public void Clear() => (count, next) = (0, 0);

    /// <summary>Takes the contacts of a table that have a history.</summary>
    /// <param name="table">The table.</param>
    /// <param name="wall">The wall that is every contact's partner, or −1 for pairs.</param>
    public void Take(ContactTable table, int wall)
    {
        if (historyLength == 0)
        {
            return;
        }

        first.Reserve(count + table.Count);
        second.Reserve(count + table.Count);
        values.Reserve((count + (long)table.Count) * historyLength);
        for (int k = 0; k < table.Count; k++)
        {
            bool any = false;
            float* to = values.Pointer + ((long)count * historyLength);
            for (int h = 0; h < historyLength; h++)
            {
                to[h] = table.History(h)[k];
                any |= to[h] != 0f;
            }

            if (any)
            {
                first[count] = table.First[k];
                second[count] = wall < 0 ? table.Second[k] : Wall(wall);
                count++;
            }
        }
    }

    /// <summary>Renames particles by their new positions and bins the entries by the lower of the two.</summary>
    public void Rename(int* newPosition, int particles)
    {
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

    /// <summary>Gives contact k of a table its history where the next entry is its own.</summary>
    public void GiveNext(ContactTable table, int k, int i, int partner)
    {
        if (next < count && first[next] == i && second[next] == partner)
        {
            Give(next++, false, table, k);
        }
        else
        {
            Give(-1, false, table, k);
        }
    }

    /// <summary>Gives contact k of a table its history where one of its particles' entries is its own.</summary>
    public void GiveFound(ContactTable table, int k, int i, int partner)
    {
        int lower = partner >= 0 && partner < i ? partner : i;
        for (int b = bin[lower], end = bin[lower + 1]; b < end; b++)
        {
            int e = binned[b];
            if (first[e] == i && second[e] == partner)
            {
                Give(e, false, table, k);
                return;
            }

            if (first[e] == partner && second[e] == i)
            {
                Give(e, true, table, k);
                return;
            }
        }

        Give(-1, false, table, k);
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

    private void Give(int entry, bool swapped, ContactTable table, int k)
    {
        for (int h = 0; h < historyLength; h++)
        {
            float value = entry < 0 ? 0f : values[((long)entry * historyLength) + h];
            table.History(h)[k] = swapped && h < signedColumns ? -value : value;
        }
    }
}
