using ILGPU;

namespace DispersionSim.Kernels;

/// <summary>The list of pairs by counting, running sums and filling: nothing is scattered, and its order does not depend on how threads run.</summary>
/// <remarks>A pair is a contact of its lower particle; the other finds its number there. Both look at the same sums, so both see the pair or neither does.</remarks>
public static class PairKernels
{
    /// <summary>Numbers of a particle's neighbours, and of those behind it in the order.</summary>
    public static void Count(Index1D i, PairColumns columns, SearchGrid grid, GrainStep step)
    {
        Int4 found = Walk(i, in columns, in grid, in step, 0, 0, 0);
        columns.RowStart[i] = found.X;
        columns.ContactStart[i] = found.Y;
    }

    /// <summary>Lists a particle's contacts, and its neighbours in its row.</summary>
    public static void Fill(Index1D i, PairColumns columns, SearchGrid grid, GrainStep step)
    {
        int at = columns.RowStart[i];
        Int4 found = Walk(i, in columns, in grid, in step, 1, at, columns.ContactStart[i]);
        columns.RowNext[i] = at + found.X;
    }

    /// <summary>Turns the neighbours in a particle's row into codes of contacts: twice the number, plus one where the particle is the second.</summary>
    public static void Number(Index1D i, PairColumns columns)
    {
        int contact = columns.ContactStart[i], end = columns.RowNext[i];
        for (int k = columns.RowStart[i]; k < end; k++)
        {
            int j = columns.Row[k];
            if (j > i)
            {
                columns.Row[k] = 2 * contact;
                contact++;
            }
            else
            {
                int c = columns.ContactStart[j];
                while (columns.Second[c] != i)
                {
                    c++;
                }

                columns.Row[k] = (2 * c) + 1;
            }
        }
    }

    /// <summary>Gives a contact what it remembered under its former number; a spring turns round where first and second have changed places.</summary>
    /// <param name="c">The contact.</param>
    /// <param name="columns">The new list.</param>
    /// <param name="order">Former position of each particle.</param>
    /// <param name="formerStart">First contact of each particle before.</param>
    /// <param name="formerSecond">Second particle of each contact before.</param>
    /// <param name="former">What they remembered.</param>
    /// <param name="now">What the contacts remember.</param>
    public static void Carry(Index1D c, PairColumns columns, ArrayView<int> order, ArrayView<int> formerStart, ArrayView<int> formerSecond, HistoryViews former, HistoryViews now)
    {
        int a = order[columns.First[c]], b = order[columns.Second[c]];
        int low = a < b ? a : b, high = a < b ? b : a, found = -1;
        for (int k = formerStart[low]; k < formerStart[low + 1]; k++)
        {
            if (formerSecond[k] == high)
            {
                found = k;
            }
        }

        Move(found, c, a < b ? 1f : -1f, in former, in now);
    }

    /// <summary>Copies a history; nothing is remembered where there was no contact.</summary>
    public static void Move(int from, int to, float sign, in HistoryViews former, in HistoryViews now)
    {
        Float4 slide = default, roll = default;
        float memory = 0f;
        if (from >= 0)
        {
            slide = former.Slide[from];
            roll = former.Roll[from];
            memory = former.Memory[from];
        }

        now.Slide[to] = new(sign * slide.X, sign * slide.Y, sign * slide.Z, slide.W);
        now.Roll[to] = roll;
        now.Memory[to] = memory;
    }

    /// <summary>Goes through a particle's neighbours; returns their number (X) and that of contacts in which it is the first (Y).</summary>
    private static Int4 Walk(int i, in PairColumns columns, in SearchGrid grid, in GrainStep step, int fill, int at, int contact)
    {
        Int4 place = columns.Place[i];
        int x = SearchGrid.Along(place.X, grid.CountX), y = SearchGrid.Along(place.Y, grid.CountY), z = SearchGrid.Along(place.Z, grid.CountZ);
        int all = 0, own = 0;
        for (int dx = Low(grid.CountX); dx <= High(grid.CountX); dx++)
        {
            for (int dy = Low(grid.CountY); dy <= High(grid.CountY); dy++)
            {
                int row = ((Wrapped(x + dx, grid.CountX) * grid.CountY) + Wrapped(y + dy, grid.CountY)) * grid.CountZ;
                for (int dz = Low(grid.CountZ); dz <= High(grid.CountZ); dz++)
                {
                    int cell = row + Wrapped(z + dz, grid.CountZ), end = columns.CellStart[cell + 1];
                    for (int j = columns.CellStart[cell]; j < end; j++)
                    {
                        if (j != i && Near(i, j, in columns, in grid, in step))
                        {
                            if (fill == 1)
                            {
                                List(i, j, at + all, contact + own, in columns);
                            }

                            all++;
                            if (j > i)
                            {
                                own++;
                            }
                        }
                    }
                }
            }
        }

        return new(all, own, 0);
    }

    private static bool Near(int i, int j, in PairColumns columns, in SearchGrid grid, in GrainStep step)
    {
        Triple<Scalar> d = GrainGeometry.Between(columns.Place[i], columns.Place[j], in step);

        // The sum of the radii first: it is the same from either side.
        float most = columns.Velocity[i].W + columns.Velocity[j].W + grid.Gap;
        return Triple<Scalar>.Dot(d, d).Value < most * most;
    }

    private static void List(int i, int j, int entry, int contact, in PairColumns columns)
    {
        columns.Row[entry] = j;
        if (j > i)
        {
            float a = columns.Velocity[i].W, b = columns.Velocity[j].W;
            columns.First[contact] = i;
            columns.Second[contact] = j;
            columns.ReducedRadius[contact] = a * b / (a + b);
            columns.ReducedMass[contact] = 1f / (columns.Inertia[i].X + columns.Inertia[j].X);
        }
    }

    /// <summary>Neighbouring cells are distinct with three along an axis; with fewer, all are taken once.</summary>
    private static int Low(int cells) => cells >= 3 ? -1 : 0;

    private static int High(int cells) => cells < 2 ? 0 : 1;

    private static int Wrapped(int cell, int cells) => cell < 0 ? cell + cells : cell >= cells ? cell - cells : cell;
}
