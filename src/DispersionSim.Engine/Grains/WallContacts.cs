using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Contacts of all particles with one wall. The partner of each is a ghost: a sphere of radius 0 at the wall's nearest point.</summary>
internal sealed unsafe class WallContacts : IDisposable
{
    private readonly RawColumn<Grain>[] ghosts;
    private readonly FlowingBox box;
    private readonly bool isFine;
    private readonly List<int>[] candidates;

    public WallContacts(GrainWall wall, int index, FlowingBox box, int threads, int historyLength, bool isFine)
    {
        (Wall, Index, this.box, this.isFine) = (wall, index, box, isFine);
        Tables = [.. Enumerable.Range(0, threads).Select(_ => new ContactTable(historyLength, isFine))];
        ghosts = [.. Enumerable.Range(0, threads).Select(_ => new RawColumn<Grain>())];
        candidates = [.. Enumerable.Range(0, threads).Select(_ => new List<int>())];
        Base = new int[threads];
    }

    public GrainWall Wall { get; }

    public int Index { get; }

    /// <summary>Contacts by thread.</summary>
    public ContactTable[] Tables { get; }

    /// <summary>Number of the first contact of each thread's table.</summary>
    public int[] Base { get; }

    public Grain* Ghosts(int thread) => ghosts[thread].Pointer;

    /// <summary>Lists the particles [from, to) near the wall.</summary>
    /// <param name="thread">The calling thread.</param>
    /// <param name="from">Its first particle.</param>
    /// <param name="to">The one after its last.</param>
    /// <param name="search">Whether candidates are sought anew.</param>
    /// <param name="wide">Gap up to which particles become candidates.</param>
    /// <param name="narrow">Gap up to which candidates are listed.</param>
    /// <param name="store">Grains.</param>
    public void Find(int thread, int from, int to, bool search, double wide, double narrow, GrainStore store)
    {
        ContactTable table = Tables[thread];
        List<int> near = candidates[thread];
        if (search)
        {
            near.Clear();
            for (int i = from; i < to; i++)
            {
                if (Wall.IsNear(store.Pointer[i].Id, box.Position(store.Pointer[i].Place), store.Pointer[i].Radius, wide))
                {
                    near.Add(i);
                }
            }
        }

        int former = 0;
        foreach (int i in near)
        {
            ref Grain grain = ref store.Pointer[i];
            if (Height(store, i, wide) < grain.Radius + narrow)
            {
                int k = table.Count;
                table.Reserve(k + 1);
                table.First[k] = i;
                table.Second[k] = k;
                table.Radius[k] = grain.Radius;
                table.Mass[k] = 1f / grain.InverseMass;
                if (isFine)
                {
                    table.RadiiRest[k] = store.Rest[i].Place.W;
                }

                table.Count++;
                former = search ? 0 : Remember(table, k, former);
            }
        }
    }

    /// <summary>Fills the last group of a thread's contacts and makes room for the ghosts.</summary>
    public void Pad(int thread, GrainStore store, int lanes)
    {
        ContactTable table = Tables[thread];
        int padded = table.PaddedCount(lanes);
        table.Pad(lanes, store.Count, table.Count);
        ghosts[thread].Reserve(padded);
        for (int k = 0; k < padded; k++)
        {
            ghosts[thread][k] = Ghost(int.MinValue);
        }
    }

    /// <summary>Takes over what a contact remembers from the table before, both in the order of particles; returns where to look for the next.</summary>
    private static int Remember(ContactTable table, int k, int former)
    {
        int i = table.First[k];
        while (former < table.FormerCount && table.FormerFirst[former] < i)
        {
            former++;
        }

        bool same = former < table.FormerCount && table.FormerFirst[former] == i;
        for (int h = 0; h < table.HistoryLength; h++)
        {
            table.History(h)[k] = same ? table.FormerHistory(h)[former] : 0f;
        }

        return former;
    }

    /// <summary>Puts the ghosts where the wall is nearest to their particles.</summary>
    public void Follow(int thread, GrainStore store)
    {
        ContactTable table = Tables[thread];
        Vector3d velocity = Wall.Velocity;
        bool curved = Wall.IsCurved;
        for (int k = 0; k < table.Count; k++)
        {
            ref Grain grain = ref store.Pointer[table.First[k]];
            Int4 place = grain.Place;
            Vector3d position = Position(store, table.First[k]);
            double distance = Wall.Follow(grain.Id, position, grain.Radius, out Vector3d foot);
            ref Grain ghost = ref ghosts[thread][k];
            if (double.IsPositiveInfinity(distance))
            {
                ghost.Place = new(place.X ^ int.MinValue, place.Y ^ int.MinValue, place.Z ^ int.MinValue);
                continue;
            }

            ghost.Place = Moved(place, foot - position);
            ghost.Velocity = new((float)velocity.X, (float)velocity.Y, (float)velocity.Z);
            if (curved)
            {
                table.Radius[k] = (float)Wall.Stand(grain.Id, grain.Radius).Load.ReducedRadius;
            }
        }
    }

    /// <summary>How many particles of a table overlap the wall.</summary>
    public long Touching(ContactTable table, GrainStore store)
    {
        long touching = 0;
        for (int k = 0; k < table.Count; k++)
        {
            ref Grain grain = ref store.Pointer[table.First[k]];
            touching += Wall.Distance(grain.Id, Position(store, table.First[k]), grain.Radius) < grain.Radius ? 1 : 0;
        }

        return touching;
    }

    public int Number(int next, int group)
    {
        for (int t = 0; t < Tables.Length; t++)
        {
            Base[t] = next;
            next += Tables[t].PaddedCount(group);
        }

        return next;
    }

    public void Dispose()
    {
        foreach (ContactTable table in Tables)
        {
            table.Dispose();
        }

        foreach (RawColumn<Grain> column in ghosts)
        {
            column.Dispose();
        }
    }

    private double Height(GrainStore store, int i, double gap) =>
        Wall.Seek(store.Pointer[i].Id, box.Position(store.Pointer[i].Place), store.Pointer[i].Radius, gap);

    private Vector3d Position(GrainStore store, int i) => box.Position(store.Pointer[i].Place) + (isFine ? box.Position(store.Rest[i].Place) : Vector3d.Zero);

    /// <summary>A place at an offset from another. The offset is rounded, not the sum: along the wall ghost and particle agree to the last bit.</summary>
    private Int4 Moved(Int4 place, Vector3d offset)
    {
        double x = offset.X / box.Length[0] * FlowingBox.Turns, y = offset.Y / box.Length[1] * FlowingBox.Turns, z = offset.Z / box.Length[2] * FlowingBox.Turns;
        double wholeX = Math.Round(x), wholeY = Math.Round(y), wholeZ = Math.Round(z);
        int fraction = isFine ? PlaceFraction.Pack((float)(x - wholeX), (float)(y - wholeY), (float)(z - wholeZ)) : 0;
        return new(place.X + (int)wholeX, place.Y + (int)wholeY, place.Z + (int)wholeZ, place.W + fraction);
    }

    /// <summary>A sphere of no size; the fourth entry of its spin is divided by and must not be zero.</summary>
    private static Grain Ghost(int place) => new() { Place = new(place, place, place), Spin = new(0f, 0f, 0f, 1e-20f) };
}
