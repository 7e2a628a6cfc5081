namespace DispersionSim.Engine;

/// <summary>Contacts of the tables before, found by their particles after a sort, whichever of the two is now first.</summary>
/// <remarks>All threads index together, each the contacts whose lower particle is its own. The partner at wall w is written as −1 − w.</remarks>
internal sealed unsafe class FormerContacts : IDisposable
{
    private readonly (ContactTable Table, int Wall)[] tables;
    private readonly ThreadTeam team;
    private readonly int perThread;
    private readonly int historyLength;
    private readonly int signedColumns;
    private readonly RawColumn<int> end;
    private readonly RawColumn<int> entries = new();
    private readonly int[] totals;
    private readonly int[] origins;

    /// <summary>An index, empty until all threads have called <see cref="Index"/>.</summary>
    /// <param name="particles">Number of particles.</param>
    /// <param name="pairs">Tables of pairs, by thread.</param>
    /// <param name="walls">Contacts with each wall.</param>
    /// <param name="team">Threads.</param>
    /// <param name="signedColumns">Leading columns of history that change sign when first and second change places.</param>
    public FormerContacts(int particles, ContactTable[] pairs, IReadOnlyList<WallContacts> walls, ThreadTeam team, int signedColumns)
    {
        (this.team, this.signedColumns) = (team, signedColumns);
        historyLength = pairs[0].HistoryLength;
        perThread = 1 + walls.Count;
        tables = [.. Enumerable.Range(0, team.Threads).SelectMany(t => walls.Select(w => (w.Tables[t], w.Index)).Prepend((pairs[t], -1)))];
        end = new(particles);
        totals = new int[team.Threads];
        origins = new int[tables.Length + 1];
    }

    /// <summary>Renames the particles of the contacts of before by their new positions and indexes them; called by all threads together.</summary>
    /// <param name="thread">The calling thread.</param>
    /// <param name="from">Its first particle.</param>
    /// <param name="to">The one after its last.</param>
    /// <param name="newPosition">Position before the sort → position after it.</param>
    public void Index(int thread, int from, int to, int* newPosition)
    {
        if (historyLength == 0)
        {
            return;
        }

        foreach ((ContactTable table, int wall) in tables.AsSpan(thread * perThread, perThread))
        {
            Rename(table, wall, newPosition);
        }

        team.Meet();
        if (thread == 0)
        {
            Number();
        }

        totals[thread] = Count(from, to);
        team.Meet();
        int next = 0;
        for (int t = 0; t < thread; t++)
        {
            next += totals[t];
        }

        for (int i = from; i < to; i++)
        {
            (end[i], next) = (next, next + end[i]);
        }

        Enter(from, to);
        team.Meet();
    }

    /// <summary>Gives the contacts of a table what they remember.</summary>
    /// <param name="table">The table.</param>
    /// <param name="wall">The wall that is every contact's partner, or −1 for pairs.</param>
    public void Give(ContactTable table, int wall)
    {
        if (historyLength == 0)
        {
            return;
        }

        float** columns = stackalloc float*[historyLength];
        table.Histories(columns);
        int* i = table.First, j = table.Second;
        for (int k = 0; k < table.Count; k++)
        {
            int entry = Find(i[k], wall < 0 ? j[k] : -1 - wall, out ContactTable? former, out bool swapped);
            for (int h = 0; h < historyLength; h++)
            {
                float value = former is null ? 0f : former.FormerHistory(h)[entry];
                columns[h][k] = swapped && h < signedColumns ? -value : value;
            }
        }
    }

    public void Dispose()
    {
        end.Dispose();
        entries.Dispose();
    }

    private static void Rename(ContactTable table, int wall, int* newPosition)
    {
        int* i = table.FormerFirst, j = table.FormerSecond;
        for (int k = 0; k < table.FormerCount; k++)
        {
            i[k] = newPosition[i[k]];
            j[k] = wall < 0 ? newPosition[j[k]] : -1 - wall;
        }
    }

    private static int Lower(int i, int partner) => partner >= 0 && partner < i ? partner : i;

    private void Number()
    {
        for (int t = 0; t < tables.Length; t++)
        {
            origins[t + 1] = origins[t] + tables[t].Table.FormerCount;
        }

        entries.Reserve(origins[^1]);
    }

    /// <summary>Counts the contacts of each particle in [from, to); returns their sum.</summary>
    private int Count(int from, int to)
    {
        int* count = end.Pointer;
        new Span<int>(count + from, to - from).Clear();
        int sum = 0;
        foreach ((ContactTable table, _) in tables)
        {
            int* i = table.FormerFirst, j = table.FormerSecond;
            for (int k = 0; k < table.FormerCount; k++)
            {
                int lower = Lower(i[k], j[k]);
                if ((uint)(lower - from) < (uint)(to - from))
                {
                    count[lower]++;
                    sum++;
                }
            }
        }

        return sum;
    }

    private void Enter(int from, int to)
    {
        for (int t = 0; t < tables.Length; t++)
        {
            ContactTable table = tables[t].Table;
            int* i = table.FormerFirst, j = table.FormerSecond;
            for (int k = 0; k < table.FormerCount; k++)
            {
                int lower = Lower(i[k], j[k]);
                if ((uint)(lower - from) < (uint)(to - from))
                {
                    entries[end[lower]++] = origins[t] + k;
                }
            }
        }
    }

    private int Find(int i, int partner, out ContactTable? table, out bool swapped)
    {
        int lower = Lower(i, partner);
        for (int e = lower == 0 ? 0 : end[lower - 1], last = end[lower]; e < last; e++)
        {
            int at = 0, number = entries[e];
            while (number >= origins[at + 1])
            {
                at++;
            }

            table = tables[at].Table;
            int k = number - origins[at], a = table.FormerFirst[k], b = table.FormerSecond[k];
            swapped = a == partner && b == i;
            if (swapped || (a == i && b == partner))
            {
                return k;
            }
        }

        (table, swapped) = (null, false);
        return -1;
    }
}
