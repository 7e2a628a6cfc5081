using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Contacts of all particles with one wall. The partner of each is a ghost: a sphere of radius 0 at the wall's nearest point.</summary>
internal sealed unsafe class WallContacts : IDisposable
{
    private readonly RawColumn<Grain>[] ghosts;
    private readonly FlowingBox box;
    private readonly List<int>[] candidates;
    private readonly bool[] nearBlocks;

    public WallContacts(GrainWall wall, int index, FlowingBox box, int particles, int threads, int historyLength)
    {
        nearBlocks = new bool[(particles / MotionBlocks.Length) + 1];
        (Wall, Index, this.box) = (wall, index, box);
        Tables = [.. Enumerable.Range(0, threads).Select(_ => new ContactTable(historyLength))];
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

    /// <summary>Whether a block has candidates.</summary>
    public bool IsNear(int block) => nearBlocks[block];

    /// <summary>Seeks candidates among the particles [from, to).</summary>
    /// <param name="thread">The calling thread.</param>
    /// <param name="from">Its first particle.</param>
    /// <param name="to">The one after its last.</param>
    /// <param name="wide">Gap up to which particles become candidates.</param>
    /// <param name="store">Grains.</param>
    public void Search(int thread, int from, int to, double wide, GrainStore store)
    {
        List<int> near = candidates[thread];
        near.Clear();
        for (int i = from; i < to; i++)
        {
            if (i % MotionBlocks.Length == 0)
            {
                nearBlocks[i / MotionBlocks.Length] = false;
            }

            if (Wall.IsNear(store.Pointer[i].Id, box.Position(store.Pointer[i].Place), store.Pointer[i].Radius, wide))
            {
                near.Add(i);
                nearBlocks[i / MotionBlocks.Length] = true;
            }
        }
    }

    /// <summary>Lists the candidates within their blocks' skins.</summary>
    /// <param name="thread">The calling thread.</param>
    /// <param name="wide">Gap up to which particles are candidates.</param>
    /// <param name="hold">Greatest gap across which the wall acts.</param>
    /// <param name="bounds">Skins.</param>
    /// <param name="store">Grains.</param>
    public void Find(int thread, double wide, double hold, BlockBounds bounds, GrainStore store)
    {
        ContactTable table = Tables[thread];
        foreach (int i in candidates[thread])
        {
            ref Grain grain = ref store.Pointer[i];
            if (Height(store, i, wide) < grain.Radius + hold + bounds.Skins[i / MotionBlocks.Length])
            {
                int k = table.Count;
                table.Reserve(k + 1);
                table.First[k] = i;
                table.Second[k] = k;
                table.Count++;
            }
        }
    }

    /// <summary>Reduced radii and masses of a thread's table, and its ghosts.</summary>
    public void Complete(int thread, GrainStore store, int lanes)
    {
        ContactTable table = Tables[thread];
        for (int k = 0; k < table.Count; k++)
        {
            ref Grain grain = ref store.Pointer[table.First[k]];
            (table.Radius[k], table.Mass[k]) = (grain.Radius, 1f / grain.InverseMass);
        }

        int padded = table.PaddedCount(lanes);
        table.Pad(lanes, store.Count, table.Count);
        ghosts[thread].Reserve(padded);
        for (int k = 0; k < padded; k++)
        {
            ghosts[thread][k] = Ghost(int.MinValue);
        }
    }

    /// <summary>Puts the ghosts where the wall is nearest to their particles.</summary>
    public void Follow(int thread, GrainStore store)
    {
        ContactTable table = Tables[thread];
        Vector3d velocity = Wall.Velocity;
        for (int k = 0; k < table.Count; k++)
        {
            ref Grain grain = ref store.Pointer[table.First[k]];
            Int4 place = grain.Place;
            Vector3d position = box.Position(place);
            double distance = Wall.Follow(grain.Id, position, grain.Radius, out Vector3d foot);
            ref Grain ghost = ref ghosts[thread][k];
            if (double.IsPositiveInfinity(distance))
            {
                ghost.Place = new(place.X ^ int.MinValue, place.Y ^ int.MinValue, place.Z ^ int.MinValue);
                continue;
            }

            // The offset is rounded, not the foot: along the wall ghost and particle agree to the last bit.
            ghost.Place = new(
                place.X + Units((foot.X - position.X) / box.Length[0]),
                place.Y + Units((foot.Y - position.Y) / box.Length[1]),
                place.Z + Units((foot.Z - position.Z) / box.Length[2]));
            ghost.Velocity = new((float)velocity.X, (float)velocity.Y, (float)velocity.Z);
        }
    }

    /// <summary>How many particles of a table overlap the wall.</summary>
    public long Touching(ContactTable table, GrainStore store)
    {
        long touching = 0;
        for (int k = 0; k < table.Count; k++)
        {
            ref Grain grain = ref store.Pointer[table.First[k]];
            touching += Wall.Follow(grain.Id, box.Position(grain.Place), grain.Radius, out _) < grain.Radius ? 1 : 0;
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

    private static int Units(double fraction) => (int)Math.Round(fraction * FlowingBox.Turns);

    /// <summary>A sphere of no size; the fourth entry of its spin is divided by and must not be zero.</summary>
    private static Grain Ghost(int place) => new() { Place = new(place, place, place), Spin = new(0f, 0f, 0f, 1e-20f) };
}
