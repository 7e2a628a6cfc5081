using System.Runtime.Intrinsics;
using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Particles with inertia: contacts, walls, gravity and a sheared fluid, moved by velocity Verlet.</summary>
internal sealed unsafe partial class GrainSystem<TLanes, TModel, TShear> : GranularSystem
    where TLanes : struct, ILanes<TLanes>
    where TModel : struct, IContactModel<TLanes>
    where TShear : struct, IShear
{
    private readonly GrainStore store;
    private readonly GrainLists<TLanes, TModel, TShear> lists;
    private readonly WallContacts[] walls;
    private readonly ThreadTeam team;
    private readonly TModel pairModel;
    private readonly TModel[] wallModels;
    private readonly RawColumn<Int4> origins;
    private readonly VelocityRange[] ranges;
    private readonly VelocityRange[] displacements;
    private readonly double hold;
    private readonly double leastWide;
    private readonly double leastNarrow;
    private double wideSkin;
    private readonly bool[] expired;
    private readonly double smallest;
    private double pathSinceTables;
    private double pathAllowed;
    private double strainSinceTables;
    private double strainSinceSearch;
    private double shearSpeed;
    private bool started;
    private bool halfStep = true;
    private bool search;

    public GrainSystem(GrainSetup setup, TModel pairModel, TModel[] wallModels, int threads)
        : base(setup)
    {
        (this.pairModel, this.wallModels) = (pairModel, wallModels);
        team = new(threads);
        store = Fill(setup);
        double largest = setup.Radii.Max() / setup.Scale.Length;
        hold = LargestReach(pairModel, wallModels, largest);
        double mean = setup.Radii.Average() / setup.Scale.Length;
        leastWide = wideSkin = setup.WideSkin * mean;
        leastNarrow = setup.NarrowSkin * mean;
        walls = [.. setup.Walls.Select((wall, index) => new WallContacts(wall, index, Box, store.Count, threads, HistoryLayout<TLanes, TModel>.Length))];
        lists = new(store, walls, team, Slowest(setup.Gravity));
        expired = new bool[threads];
        origins = new(store.Count);
        smallest = setup.Radii.Min() / setup.Scale.Length;
        ranges = new VelocityRange[threads];
        displacements = new VelocityRange[threads];
        TakeExtras(setup);
    }

    public override void Advance(long steps)
    {
        if (steps > 0)
        {
            team.Run(thread => Loop(thread, steps));
        }
    }

    public override void Prepare()
    {
        if (!started)
        {
            team.Run(Start);
        }
    }

    public override void Dispose()
    {
        store.Dispose();
        lists.Dispose();
        origins.Dispose();
        extras.Dispose();
        foreach (WallContacts wall in walls)
        {
            wall.Dispose();
        }
    }

    private static double LargestReach(TModel pair, TModel[] wallModels, double largest)
    {
        float* lanes = stackalloc float[16];
        double reach = 0;
        foreach ((TModel model, double radius) in wallModels.Select(m => (m, largest)).Append((pair, largest / 2)))
        {
            TLanes.Store(model.Reach(TLanes.Of((float)radius)), lanes);
            reach = Math.Max(reach, lanes[0]);
        }

        return reach;
    }

    private static GrainStore Fill(GrainSetup setup)
    {
        var filled = new GrainStore(setup.Count);
        for (int i = 0; i < setup.Count; i++)
        {
            filled.Pointer[i] = setup.Grain(i);
        }

        return filled;
    }

    private void Start(int thread)
    {
        lists.Refresh(thread, true, Box, wideSkin, hold, ChooseSkins);
        MarkOrigins(thread);
        Forces(thread, 0f);
        team.Meet();
        if (thread == 0)
        {
            started = true;
            pathAllowed = wideSkin;
        }
    }

    private void Loop(int thread, long steps)
    {
        if (!started)
        {
            Start(thread);
            team.Meet();
        }

        MoveAll(thread, Kick, TimeStep);
        for (long s = 1; s <= steps; s++)
        {
            team.Meet();
            if (thread == 0)
            {
                Account();
            }

            team.Meet();
            RenewTables(thread);
            if (s < steps)
            {
                ForcesAndMotion(thread, (float)TimeStep);
            }
        }

        Forces(thread, (float)TimeStep);
        team.Meet();
    }

    private VelocityRange Move(int from, int to, double kick, double drift) =>
        GrainMotion<TLanes, TShear>.Run(
            store,
            lists.Rows.View,
            new(Box),
            new()
            {
                Time = (float)kick,
                Drift = (float)drift,
                Gravity = Gravity,
                HasMoments = TModel.Rolls || TModel.Twists,
                Extras = ExtraPointer,
                Lengths = new((float)Box.Length[0], (float)Box.Length[1], (float)Box.Length[2]),
            },
            from,
            to);

    /// <summary>What one thread does between motion and forces: time, box, walls, and whether the lists still hold.</summary>
    private void Account()
    {
        halfStep = false;
        WatchLists(TimeStep);
        strainSinceTables += shearSpeed * TimeStep;
        strainSinceSearch += shearSpeed * TimeStep;
        Turn(Box.Advance(TimeStep));
        foreach (WallContacts contacts in walls)
        {
            contacts.Wall.Advance(TimeStep);
        }

        Steps++;
    }

    /// <summary>Notes how far a motion may have brought particles nearer to each other.</summary>
    private void WatchLists(double time)
    {
        VelocityRange range = ranges.Aggregate(VelocityRange.Union);
        shearSpeed = Math.Abs(Box.ShearRate) * lists.Search.Reach / 2;
        double approach = range.Relative + shearSpeed;
        foreach (WallContacts contacts in walls)
        {
            approach = Math.Max(approach, range.Against(contacts.Wall.Velocity));
        }

        if (!(range.Fastest * time < smallest))
        {
            throw Diverged();
        }

        pathSinceTables += approach * time;
    }

    /// <summary>Follows a box whose tilt was taken back by whole boxes.</summary>
    private void Turn(int turns)
    {
        if (turns == 0)
        {
            return;
        }

        for (int i = 0; i < store.Count; i++)
        {
            store.Pointer[i].Place = Box.Turned(store.Pointer[i].Place, turns);
            origins[i] = Box.Turned(origins[i], turns);
        }
    }

    private void MarkOrigins(int thread)
    {
        for (int i = lists.From(thread); i < lists.From(thread + 1); i++)
        {
            origins[i] = store.Pointer[i].Place;
        }
    }

    private SimulationException Diverged()
    {
        int worst = 0;
        float most = -1f;
        for (int i = 0; i < store.Count; i++)
        {
            Float4 u = store.Pointer[i].Velocity;
            float speed = Float4.Dot(u, u);
            if (!(speed <= most))
            {
                (worst, most) = (i, speed);
            }
        }

        double metresPerSecond = Math.Sqrt(most) * Scale.Length / Scale.Time;
        return new($"step {Steps}: particle {store.Pointer[worst].Id + 1} moves at {metresPerSecond:G4} m/s, farther in one step than contacts are looked for; likely cause: particles that overlap at the start, or a time step beyond the stable one");
    }
}
