using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Particles with inertia: contacts, walls, gravity and a sheared fluid, moved by velocity Verlet.</summary>
internal sealed unsafe class GrainSystem<TLanes, TModel, TShear> : GranularSystem
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
    private readonly float[] fastest;
    private readonly double[] displacement;
    private readonly double wideSkin;
    private readonly double narrowSkin;
    private double pathSinceTables;
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
        double hold = LargestReach(pairModel, wallModels, largest);
        double mean = setup.Radii.Average() / setup.Scale.Length;
        wideSkin = (setup.WideSkin * mean) + hold;
        narrowSkin = (setup.NarrowSkin * mean) + hold;
        walls = [.. setup.Walls.Select((wall, index) => new WallContacts(wall, index, threads, HistoryLayout<TLanes, TModel>.Length))];
        lists = new(store, walls, team, wideSkin, narrowSkin);
        origins = new(store.Count);
        fastest = new float[threads];
        displacement = new double[threads];
        MotionLimit = setup.NarrowSkin * mean;
        SearchLimit = (setup.WideSkin - setup.NarrowSkin) * mean;
    }

    /// <summary>Relative motion after which tables are made anew.</summary>
    private double MotionLimit { get; }

    /// <summary>Relative motion after which pairs are searched anew.</summary>
    private double SearchLimit { get; }

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

    public override IReadOnlyList<GrainReading> Read()
    {
        Prepare();
        return new GrainReader<TLanes, TShear>(Setup, Gravity, halfStep ? 0 : TimeStep / 2).Read(store, lists.Rows, TModel.Rolls || TModel.Twists);
    }

    public override void Dispose()
    {
        store.Dispose();
        lists.Dispose();
        origins.Dispose();
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
        lists.Refresh(thread, true, Box);
        MarkOrigins(thread);
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
            Move(thread, from, to);
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

    private void Move(int thread, int from, int to)
    {
        var frame = new GrainFrame(Box);
        fastest[thread] = GrainMotion<TLanes, TShear>.Run(
            store,
            lists.Rows,
            frame,
            (float)(Box.Tilt / Box.Length[(int)Box.GradientAxis]),
            new()
            {
                Time = (float)(halfStep ? TimeStep / 2 : TimeStep),
                Drift = (float)TimeStep,
                Gravity = Gravity,
                HasMoments = TModel.Rolls || TModel.Twists,
                Lengths = new((float)Box.Length[0], (float)Box.Length[1], (float)Box.Length[2]),
            },
            from,
            to);
    }

    /// <summary>What one thread does between motion and forces: time, box, walls, and whether the lists still hold.</summary>
    private void Account()
    {
        halfStep = false;
        float speed = fastest.Max();
        if (!(speed * TimeStep < MotionLimit * 4))
        {
            throw Diverged();
        }

        double shear = Math.Abs(Box.ShearRate) * lists.Search.Reach / 2;
        double wall = walls.Length == 0 ? 0 : walls.Max(w => Speed(w.Wall.Velocity));
        pathSinceTables += (Math.Max(2 * speed, speed + wall) + shear) * TimeStep;
        strainSinceSearch += shear * TimeStep;
        Turn(Box.Advance(TimeStep));
        foreach (WallContacts contacts in walls)
        {
            contacts.Wall.Advance(TimeStep);
        }

        Steps++;
        makeTables = pathSinceTables > MotionLimit;
    }

    private static double Speed(double[] v) => Math.Sqrt((v[0] * v[0]) + (v[1] * v[1]) + (v[2] * v[2]));

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

    private void MakeTables(int thread, int from, int to)
    {
        displacement[thread] = Displacement(from, to);
        team.Meet();
        if (thread == 0)
        {
            search = (2.05 * displacement.Max()) + strainSinceSearch > SearchLimit;
            pathSinceTables = 0;
            strainSinceSearch = search ? 0 : strainSinceSearch;
            Searches += search ? 1 : 0;
            Tables++;
        }

        team.Meet();
        lists.Refresh(thread, search, Box);
        if (search)
        {
            MarkOrigins(thread);
        }
    }

    private void MarkOrigins(int thread)
    {
        for (int i = lists.From(thread); i < lists.From(thread + 1); i++)
        {
            origins[i] = store.Pointer[i].Place;
        }
    }

    /// <summary>Greatest displacement since the search, relative to the flow.</summary>
    private double Displacement(int from, int to)
    {
        var frame = new GrainFrame(Box);
        float most = 0f;
        for (int i = from; i < to; i++)
        {
            Int4 a = store.Pointer[i].Place, b = origins[i];
            Triple<Scalar> d = frame.Distance<Scalar, TShear>(new(new(a.X - b.X), new(a.Y - b.Y), new(a.Z - b.Z)));
            most = MathF.Max(most, Triple<Scalar>.Dot(d, d).Value);
        }

        return Math.Sqrt(most);
    }

    private void Forces(int thread, float timeStep)
    {
        var frame = new GrainFrame(Box);
        float* slots = lists.Rows.Slots.Pointer, moments = lists.Rows.Moments.Pointer;
        int at = lists.PairBase[thread];
        ContactSweep<TLanes, TModel, TShear>.Run(frame, in pairModel, lists.Pairs[thread], store.Pointer, store.Pointer, slots + (8L * at), moments + (4L * at), timeStep, 0.5f);
        foreach (WallContacts wall in walls)
        {
            wall.Follow(thread, Box, store);
            at = wall.Base[thread];
            ContactSweep<TLanes, TModel, TShear>.Run(frame, in wallModels[wall.Index], wall.Tables[thread], store.Pointer, wall.Ghosts(thread), slots + (8L * at), moments + (4L * at), timeStep, 0f);
        }
    }

    public override string Report()
    {
        double k = 0, f = Box.Length[1];
        for (int i = 0; i < store.Count; i++)
        {
            Grain g = store.Pointer[i];
            double y = (((uint)g.Place.Y / 4294967296.0) - 0.5) * f, vx = g.Velocity.X + (Box.ShearRate * y);
            k += ((vx * vx) + (g.Velocity.Y * (double)g.Velocity.Y) + (g.Velocity.Z * (double)g.Velocity.Z)) / g.InverseMass / 2;
        }

        long pairs = lists.Pairs.Sum(p => (long)p.Count);
        return $"KE {k * Setup.Scale.Force * Setup.Scale.Length:E5} inner/N {(double)pairs / store.Count:F2} outer/N {lists.Search.Count.Sum() / (double)store.Count:F2}";
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

        double metresPerSecond = Math.Sqrt(most) * Setup.Scale.Length / Setup.Scale.Time;
        return new($"step {Steps}: particle {store.Pointer[worst].Id + 1} moves at {metresPerSecond:G4} m/s, farther in one step than contacts are looked for; likely cause: particles that overlap at the start, or a time step beyond the stable one");
    }
}
