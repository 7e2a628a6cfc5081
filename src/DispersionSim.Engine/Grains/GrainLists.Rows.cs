using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DispersionSim.Engine;

/// <content>Rows: for each particle the slots of its contacts, in the order of contacts.</content>
internal sealed unsafe partial class GrainLists<TLanes, TModel, TShear>
{
    private void CountRows(int thread, int from, int to)
    {
        int* end = Rows.End.Pointer;
        new Span<int>(end + from, to - from).Clear();
        Visit(thread, from, to, new RowCounter(end));
        int sum = 0;
        for (int i = from; i < to; i++)
        {
            sum += end[i];
        }

        rowCounts[thread] = sum;
    }

    private void FillRows(int thread, int from, int to)
    {
        if (thread == 0)
        {
            Rows.Row.Reserve(rowCounts.Sum());
            Rows.MomentRow.Reserve(TModel.Rolls || TModel.Twists ? rowCounts.Sum() : 0);
        }

        int* start = Rows.Start.Pointer, end = Rows.End.Pointer;
        int next = 0;
        for (int t = 0; t < thread; t++)
        {
            next += rowCounts[t];
        }

        for (int i = from; i < to; i++)
        {
            int length = end[i];
            start[i] = end[i] = next;
            next += length;
        }

        team.Meet();
        Visit(thread, from, to, new RowFiller(end, Rows.Row.Pointer, Rows.MomentRow.Pointer));
    }

    /// <summary>Visits each contact of each particle in [from, to), contacts in order. The first particle of a contact is of the share of the thread that lists it.</summary>
    private void Visit<TVisitor>(int thread, int from, int to, TVisitor visitor) where TVisitor : struct, IRowVisitor
    {
        for (int t = 0; t < team.Threads; t++)
        {
            if (t == thread)
            {
                VisitOwn(Pairs[t], PairBase[t], from, to, visitor);
            }
            else
            {
                VisitForeign(Pairs[t], PairBase[t], from, to, visitor);
            }
        }

        foreach (WallContacts wall in walls)
        {
            for (int k = 0; k < wall.Tables[thread].Count; k++)
            {
                visitor.Visit(wall.Tables[thread].First[k], wall.Base[thread] + k, 0);
            }
        }
    }

    private static void VisitOwn<TVisitor>(ContactTable table, int at, int from, int to, TVisitor visitor) where TVisitor : struct, IRowVisitor
    {
        int* first = table.First, second = table.Second;
        uint width = (uint)(to - from);
        int count = table.Count;
        for (int k = 0; k < count; k++)
        {
            visitor.Visit(first[k], at + k, 0);
            if ((uint)(second[k] - from) < width)
            {
                visitor.Visit(second[k], at + k, 1);
            }
        }
    }

    /// <summary>Few of another thread's contacts reach over the border between the shares.</summary>
    private static void VisitForeign<TVisitor>(ContactTable table, int at, int from, int to, TVisitor visitor) where TVisitor : struct, IRowVisitor
    {
        int* second = table.Second;
        Vector256<int> origin = Vector256.Create(from);
        Vector256<uint> width = Vector256.Create((uint)(to - from));
        int count = table.Count;
        for (int k = 0; k < count; k += Vector256<int>.Count)
        {
            uint mine = Vector256.LessThan((Vector256.Load(second + k) - origin).AsUInt32(), width).ExtractMostSignificantBits();
            mine &= count - k < Vector256<int>.Count ? (1u << (count - k)) - 1 : uint.MaxValue;
            for (; mine != 0; mine &= mine - 1)
            {
                int m = k + BitOperations.TrailingZeroCount(mine);
                visitor.Visit(second[m], at + m, 1);
            }
        }
    }

    private interface IRowVisitor
    {
        void Visit(int particle, int contact, int side);
    }

    private readonly struct RowCounter(int* end) : IRowVisitor
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Visit(int particle, int contact, int side) => end[particle]++;
    }

    private readonly struct RowFiller(int* end, int* row, int* momentRow) : IRowVisitor
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Visit(int particle, int contact, int side)
        {
            int entry = end[particle]++;
            row[entry] = Slot(contact) + side;
            if (TModel.Rolls || TModel.Twists)
            {
                momentRow[entry] = ((contact & ~(Group - 1)) * 4) + TLanes.Moment(contact & (Group - 1));
            }
        }
    }
}
