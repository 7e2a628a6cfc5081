using System.Runtime.Intrinsics;
using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Particles with inertia: contacts, walls, gravity and a sheared fluid, moved by velocity Verlet.</summary>
internal sealed unsafe partial class GrainSystem<TLanes, TModel, TShear, TOverlap> : GranularSystem
    where TLanes : struct, ILanes<TLanes>
    where TModel : struct, IContactModel<TLanes>
    where TShear : struct, IShear
    where TOverlap : struct, IOverlap
{
    private readonly GrainStore store;
    private readonly GrainLists<TLanes, TModel, TShear> lists;
    private readonly WallContacts[] walls;
    private readonly ThreadTeam team;
    private readonly TModel pairModel;
    private readonly TModel[] wallModels;
    private readonly RawColumn<Int4> origins;
    private readonly MotionRange[] ranges;
    private readonly VelocityRange[] displacements;
    private readonly double hold;
    private readonly ListWatch watch;
    private readonly double smallest;
    private double strainSinceSearch;
    private bool started;
    private bool halfStep = true;
    private bool makeTables;
    private bool search;

    public GrainSystem(GrainSetup setup, TModel pairModel, TModel[] wallModels, int threads)
        : base(setup)
    {
        (this.pairModel, this.wallModels) = (pairModel, wallModels);
        team = new(threads);
        store = Fill(setup);
        double largest = setup.Radii.Max() / setup.Scale.Length;
        hold = LargestReach(pairModel, wallModels, setup.Walls, largest);
        double mean = setup.Radii.Average() / setup.Scale.Length;
        watch = new(mean, setup.WideSkin * mean, setup.NarrowSkin * mean);
        walls = [.. setup.Walls.Select((wall, index) => new WallContacts(wall, index, Box, threads, HistoryLayout<TLanes, TModel>.Length, TOverlap.IsFine))];
        foreach (GrainWall wall in setup.Walls)
        {
            wall.Hold(hold);
        }

        lists = new(store, walls, team, TOverlap.IsFine);
        origins = new(store.Count);
        smallest = setup.Radii.Min() / setup.Scale.Length;
        ranges = new MotionRange[threads];
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

    public override void FindForces(int times)
    {
        Prepare();
        team.Run(thread =>
        {
            for (int k = 0; k < times; k++)
            {
                Touch(thread, 0f);
                team.Meet();
            }
        });
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

    private static double LargestReach(TModel pair, TModel[] wallModels, IReadOnlyList<GrainWall> walls, double largest)
    {
        float* lanes = stackalloc float[16];
        double reach = 0;
        foreach ((TModel model, double radius) in wallModels.Select((m, k) => (m, walls[k].LargestReducedRadius(largest))).Append((pair, largest / 2)))
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
            filled.Rest[i] = TOverlap.IsFine ? setup.Rest(i) : default;
        }

        return filled;
    }

    private void Start(int thread)
    {
        MakeLists(thread, true);
        Forces(thread, 0f);
        team.Meet();
        if (thread == 0)
        {
            started = true;
        }
    }

    private void Loop(int thread, long steps)
    {
        if (!started)
        {
            Start(thread);
            team.Meet();
        }

        int from = lists.From(thread), to = lists.From(thread + 1);
        for (long s = 0; s < steps; s++)
        {
            Move(thread, from, to, halfStep ? TimeStep / 2 : TimeStep, TimeStep);
            team.Meet();
            if (thread == 0)
            {
                Account();
            }

            team.Meet();
            if (makeTables)
            {
                MakeTables(thread, from, to);
            }

            Forces(thread, (float)TimeStep);
            team.Meet();
        }
    }

    private void Move(int thread, int from, int to, double kick, double drift) =>
        ranges[thread] = GrainMotion<TLanes, TShear>.Run<TOverlap>(
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
                Drags = drags,
                SpinDrag = spinDrag,
                Lengths = new((float)Box.Length[0], (float)Box.Length[1], (float)Box.Length[2]),
            },
            from,
            to);

    /// <summary>What one thread does between motion and forces: time, box, walls, and whether the lists still hold.</summary>
    private void Account()
    {
        halfStep = false;
        WatchLists(TimeStep, false);
        Turn(Box.Advance(TimeStep));
        foreach (WallContacts contacts in walls)
        {
            contacts.Wall.Advance(TimeStep);
        }

        Steps++;
        makeTables |= keeps;
    }

    /// <summary>Tells whether the tables still hold after a motion.</summary>
    /// <param name="time">How long it took.</param>
    /// <param name="steered">Whether velocities were set otherwise than by forces.</param>
    private void WatchLists(double time, bool steered)
    {
        MotionRange range = ranges.Aggregate(MotionRange.Union);
        if (!(range.Velocities.Fastest * time < smallest))
        {
            throw Diverged();
        }

        double dilation = Box.Dilation.Max(Math.Abs) * lists.Search.Reach, shear = (Math.Abs(Box.ShearRate) / 2 * lists.Search.Reach) + dilation;
        double changes = range.Changes.Relative + (Math.Abs(Box.ShearRate) * dilation * time), against = 0;
        foreach (WallContacts contacts in walls)
        {
            against = Math.Max(against, range.Velocities.Against(contacts.Wall.Velocity));
        }

        ListWatch.Motion motion = new(time, range.Velocities.Relative + shear, changes, dilation, against);
        if (steered)
        {
            watch.NoteSteered(motion);
        }
        else
        {
            watch.Note(motion);
        }

        strainSinceSearch += shear * time;
        makeTables = watch.IsOver;
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
            ref Grain grain = ref store.Pointer[i];
            grain.Place = Box.Turned(grain.Place, turns);
            if (TOverlap.IsFine)
            {
                TurnFraction(ref grain.Place, ref store.Rest[i].Place, turns);
            }

            origins[i] = Box.Turned(origins[i], turns);
        }
    }

    /// <summary>Turns what a place leaves of a position as the place was turned.</summary>
    private static void TurnFraction(ref Int4 place, ref Float4 rest, int turns)
    {
        float along = turns * (TShear.Gradient == 1 ? rest.Y : rest.Z), moved = (TShear.Flow == 0 ? rest.X : rest.Y) + along, whole = MathF.Round(moved);
        if (TShear.Flow == 0)
        {
            (place.X, rest.X) = (unchecked(place.X + (int)whole), moved - whole);
        }
        else
        {
            (place.Y, rest.Y) = (unchecked(place.Y + (int)whole), moved - whole);
        }

        place.W = PlaceFraction.Pack(rest.X, rest.Y, rest.Z);
    }

    private void MakeTables(int thread, int from, int to)
    {
        displacements[thread] = Displacement(from, to);
        team.Meet();
        if (thread == 0)
        {
            ChooseLists();
        }

        team.Meet();
        MakeLists(thread, search);
    }

    /// <summary>Chooses how far the next tables reach, and whether the searched pairs still cover them.</summary>
    private void ChooseLists()
    {
        VelocityRange way = displacements.Aggregate(VelocityRange.Union);
        search = watch.Choose(walls.Select(w => way.Against(w.Wall.Way)).Append(way.Relative + strainSinceSearch).Max(), keeps);
        if (search)
        {
            foreach (WallContacts contacts in walls)
            {
                contacts.Wall.Way = default;
            }

            strainSinceSearch = 0;
            Searches++;
        }

        Tables++;
        Narrowings += watch.Narrows ? 1 : 0;
        kept = keeps ? Keep() : kept;
    }

    private void MakeLists(int thread, bool search)
    {
        lists.Refresh(thread, search, Box, watch.Reach(hold));
        if (!search)
        {
            return;
        }

        for (int i = lists.From(thread); i < lists.From(thread + 1); i++)
        {
            origins[i] = store.Pointer[i].Place;
        }
    }

    /// <summary>Range of displacements since the search, relative to the flow.</summary>
    private VelocityRange Displacement(int from, int to)
    {
        var frame = new GrainFrame(Box);
        Vector128<float> low = Vector128.Create(float.MaxValue), high = Vector128.Create(float.MinValue);
        for (int i = from; i < to; i++)
        {
            Int4 a = store.Pointer[i].Place, b = origins[i];
            Triple<Scalar> d = frame.Distance<Scalar, TShear>(new(new(a.X - b.X), new(a.Y - b.Y), new(a.Z - b.Z)));
            Vector128<float> v = Vector128.Create(d.X.Value, d.Y.Value, d.Z.Value, 0f);
            low = Vector128.MinNative(low, v);
            high = Vector128.MaxNative(high, v);
        }

        return new(low, high, high);
    }

    /// <summary>Forces of contacts and all else; the energy account is kept beside.</summary>
    private void Forces(int thread, float timeStep)
    {
        if (meter is not null)
        {
            team.Meet();
            if (thread == 0)
            {
                KeepHistories();
            }

            team.Meet();
        }

        Touch(thread, timeStep);
        if (hasExtras)
        {
            PushExtras(thread, timeStep);
        }

        if (meter is not null)
        {
            team.Meet();
            if (thread == 0)
            {
                Enter(timeStep == 0f);
            }
        }
    }

    private void Touch(int thread, float timeStep)
    {
        var frame = new GrainFrame(Box);
        var fine = new FineFrame(Box);
        float* slots = lists.Rows.Slots.Pointer, moments = lists.Rows.Moments.Pointer;
        int at = lists.PairBase[thread];
        ContactSweep<TLanes, TModel, TShear, TOverlap>.Run(frame, in fine, in pairModel, lists.Pairs[thread], store.Pointer, store.Pointer, slots + (8L * at), moments + (4L * at), timeStep, 0.5f);
        foreach (WallContacts wall in walls)
        {
            wall.Follow(thread, store);
            at = wall.Base[thread];
            ContactSweep<TLanes, TModel, TShear, TOverlap>.Run(frame, in fine, in wallModels[wall.Index], wall.Tables[thread], store.Pointer, wall.Ghosts(thread), slots + (8L * at), moments + (4L * at), timeStep, 0f);
        }
    }

    private SimulationException Diverged()
    {
        int worst = 0;
        float most = -1f;
        for (int i = 0; i < store.Count && !float.IsNaN(most); i++)
        {
            Float4 u = store.Pointer[i].Velocity;
            float speed = Float4.Dot(u, u);
            if (!(speed <= most))
            {
                (worst, most) = (i, speed);
            }
        }

        return DivergedAt(store.Pointer[worst].Id, Math.Sqrt(most));
    }
}
