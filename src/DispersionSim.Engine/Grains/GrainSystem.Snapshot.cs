using System.Runtime.InteropServices;
using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <content>Keeping a system and going on from what was kept, with the same bits on any number of threads.</content>
/// <remarks>
/// What is kept is the middle of a step: everything has moved, forces are not yet found. There pairs are searched anew, in the run that is kept as in one that
/// goes on from it, so that neither lists nor forces need to be kept, only what contacts remember.
/// </remarks>
internal sealed unsafe partial class GrainSystem<TLanes, TModel, TShear, TOverlap>
{
    private bool keeps;
    private ColumnBag? kept;

    public override ColumnBag AdvanceAndKeep()
    {
        keeps = true;
        Advance(1);
        keeps = false;
        return kept ?? throw new SimulationException($"step {Steps}: nothing was kept");
    }

    public override void Restore(ColumnBag bag)
    {
        Bytes(bag, "grains").CopyTo(MemoryMarshal.AsBytes(new Span<Grain>(store.Pointer, store.Count)));
        Bytes(bag, "rests").CopyTo(MemoryMarshal.AsBytes(new Span<GrainRest>(store.Rest, store.Count)));
        double[] numbers = bag.Get<double>("numbers");
        Box.RestoreTilt(numbers[0]);
        watch.State = numbers[1..];
        strainSinceSearch = 0;
        long[] counts = bag.Get<long>("counts");
        (Steps, Searches, Tables) = (counts[0], counts[1], counts[2]);
        RestoreTable(bag, "pairs", lists.Pairs[0]);
        foreach (WallContacts contacts in walls)
        {
            contacts.Wall.State = bag.Get<double>($"wall-{contacts.Index}");
            contacts.Wall.Way = default;
            RestoreTable(bag, $"wall-{contacts.Index}", contacts.Tables[0]);
        }

        if (bonds is not null)
        {
            Bytes(bag, "bonds").CopyTo(MemoryMarshal.AsBytes(bonds.Bonds.AsSpan()));
        }

        meter?.Restore(bag.Get<double>("energy"));
        (started, halfStep) = (true, false);
        team.Run(thread =>
        {
            MakeLists(thread, true);
            Forces(thread, (float)TimeStep);
        });
    }

    /// <summary>All that the rest of the run depends on.</summary>
    private ColumnBag Keep()
    {
        var bag = new ColumnBag();
        bag.Set("grains", MemoryMarshal.AsBytes(new Span<Grain>(store.Pointer, store.Count)).ToArray());
        bag.Set("rests", MemoryMarshal.AsBytes(new Span<GrainRest>(store.Rest, store.Count)).ToArray());
        bag.Set<double>("numbers", [Box.Tilt, .. watch.State]);
        bag.Set<long>("counts", [Steps, Searches, Tables]);
        KeepTables(bag, "pairs", lists.Pairs);
        foreach (WallContacts contacts in walls)
        {
            bag.Set($"wall-{contacts.Index}", contacts.Wall.State);
            KeepTables(bag, $"wall-{contacts.Index}", contacts.Tables);
        }

        if (bonds is not null)
        {
            bag.Set("bonds", MemoryMarshal.AsBytes(bonds.Bonds.AsSpan()).ToArray());
        }

        if (meter is not null)
        {
            bag.Set("energy", meter.State);
        }

        return bag;
    }

    /// <summary>Keeps the contacts that remember something.</summary>
    private static void KeepTables(ColumnBag bag, string name, ContactTable[] tables)
    {
        var first = new List<int>();
        var second = new List<int>();
        var values = new List<float>();
        foreach (ContactTable table in tables)
        {
            for (int k = 0; k < table.Count; k++)
            {
                float[] own = [.. Enumerable.Range(0, table.HistoryLength).Select(h => table.History(h)[k])];
                if (own.Any(v => v != 0f))
                {
                    first.Add(table.First[k]);
                    second.Add(table.Second[k]);
                    values.AddRange(own);
                }
            }
        }

        bag.Set($"{name}-first", first.ToArray());
        bag.Set($"{name}-second", second.ToArray());
        bag.Set($"{name}-values", values.ToArray());
    }

    private static void RestoreTable(ColumnBag bag, string name, ContactTable table)
    {
        int[] first = bag.Get<int>($"{name}-first"), second = bag.Get<int>($"{name}-second");
        float[] values = bag.Get<float>($"{name}-values");
        if (values.Length != first.Length * table.HistoryLength || second.Length != first.Length)
        {
            throw new InputException($"checkpoint: column '{name}-values' does not fit the case");
        }

        table.Reserve(first.Length);
        table.Count = first.Length;
        for (int k = 0; k < first.Length; k++)
        {
            (table.First[k], table.Second[k]) = (first[k], second[k]);
            for (int h = 0; h < table.HistoryLength; h++)
            {
                table.History(h)[k] = values[(k * table.HistoryLength) + h];
            }
        }
    }

    private byte[] Bytes(ColumnBag bag, string name)
    {
        byte[] bytes = bag.Get<byte>(name);
        int wanted = name switch
        {
            "grains" => store.Count * sizeof(Grain),
            "rests" => store.Count * sizeof(GrainRest),
            _ => bonds!.Bonds.Length * sizeof(GrainBond),
        };
        return bytes.Length == wanted ? bytes : throw new InputException($"checkpoint: column '{name}' does not fit the case");
    }
}
