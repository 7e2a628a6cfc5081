using System.Runtime.Intrinsics;
using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Particles with inertia: contacts, walls, gravity and a sheared fluid, moved by velocity Verlet.</summary>
internal sealed unsafe class GrainSystem<TLanes, TModel, TShear> : GranularSystem
    where TLanes : struct, ILanes<TLanes>
    where TModel : struct, IContactModel<TLanes>
    where TShear : struct, IShear
{
    private const double StepsPerTable = 10;
    private const double TablesPerSearch = 3;

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
    private double narrowSkin;
    private readonly double smallest;
    private double pathSinceTables;
    private double pathOfStep;
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
        hold = LargestReach(pairModel, wallModels, largest);
        double mean = setup.Radii.Average() / setup.Scale.Length;
        leastWide = wideSkin = setup.WideSkin * mean;
        leastNarrow = narrowSkin = setup.NarrowSkin * mean;
        walls = [.. setup.Walls.Select((wall, index) => new WallContacts(wall, index, Box, threads, HistoryLayout<TLanes, TModel>.Length))];
        lists = new(store, walls, team);
        origins = new(store.Count);
        smallest = setup.Radii.Min() / setup.Scale.Length;
        ranges = new VelocityRange[threads];
        displacements = new VelocityRange[threads];
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
        lists.Refresh(thread, true, Box, wideSkin + hold, narrowSkin + hold);
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
        ranges[thread] = GrainMotion<TLanes, TShear>.Run(
            store,
            lists.Rows.View,
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
        VelocityRange range = ranges.Aggregate(VelocityRange.Union);
        double shear = Math.Abs(Box.ShearRate) * lists.Search.Reach / 2;
        double approach = range.Relative + shear;
        foreach (WallContacts contacts in walls)
        {
            approach = Math.Max(approach, range.Against(contacts.Wall.Velocity));
        }

        if (!(range.Fastest * TimeStep < smallest))
        {
            throw Diverged();
        }

        pathSinceTables += approach * TimeStep;
        pathOfStep = approach * TimeStep;
        strainSinceSearch += shear * TimeStep;
        Turn(Box.Advance(TimeStep));
        foreach (WallContacts contacts in walls)
        {
            contacts.Wall.Advance(TimeStep);
        }

        Steps++;
        makeTables = pathSinceTables > narrowSkin;
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

    private void MakeTables(int thread, int from, int to)
    {
        displacements[thread] = Displacement(from, to);
        team.Meet();
        if (thread == 0)
        {
            ChooseSkins();
        }

        team.Meet();
        lists.Refresh(thread, search, Box, wideSkin + hold, narrowSkin + hold);
        if (search)
        {
            MarkOrigins(thread);
        }
    }

    /// <summary>Takes the narrow skin that lasts a good number of steps, and decides whether the wide one still covers it.</summary>
    /// <remarks>
    /// Slow systems keep their least skins. Fast ones pay either for packing tables often or for testing pairs that do not touch: tables that last
    /// about ten steps, and searches that last three tables, were cheapest on falling and on sheared grains.
    /// </remarks>
    private void ChooseSkins()
    {
        narrowSkin = Math.Max(leastNarrow, StepsPerTable * pathOfStep);
        double moved = displacements.Aggregate(VelocityRange.Union).Relative + strainSinceSearch;
        search = moved + narrowSkin > wideSkin;
        if (search)
        {
            wideSkin = Math.Max(leastWide, TablesPerSearch * narrowSkin);
            strainSinceSearch = 0;
            Searches++;
        }

        pathSinceTables = 0;
        Tables++;
    }

    private void MarkOrigins(int thread)
    {
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

    private void Forces(int thread, float timeStep)
    {
        var frame = new GrainFrame(Box);
        float* slots = lists.Rows.Slots.Pointer, moments = lists.Rows.Moments.Pointer;
        int at = lists.PairBase[thread];
        ContactSweep<TLanes, TModel, TShear>.Run(frame, in pairModel, lists.Pairs[thread], store.Pointer, store.Pointer, slots + (8L * at), moments + (4L * at), timeStep, 0.5f);
        foreach (WallContacts wall in walls)
        {
            wall.Follow(thread, store);
            at = wall.Base[thread];
            ContactSweep<TLanes, TModel, TShear>.Run(frame, in wallModels[wall.Index], wall.Tables[thread], store.Pointer, wall.Ghosts(thread), slots + (8L * at), moments + (4L * at), timeStep, 0f);
        }
    }

    public override GrainMeasures Measure()
    {
        Prepare();
        double energy = Scale.Force * Scale.Length, volume = Box.Length[0] * Box.Length[1] * Box.Length[2];
        (double kinetic, double rotational) = KineticEnergies();
        (double virial, long touching) = PairSums();
        long atWalls = walls.Sum(wall => wall.Tables.Sum(table => wall.Touching(table, store)));
        double pressure = ((2 * kinetic) + virial) / (3 * volume);
        return new(
            Steps * SecondsPerStep,
            kinetic * energy,
            rotational * energy,
            pressure * Scale.Force / (Scale.Length * Scale.Length),
            2.0 * touching / store.Count,
            atWalls);
    }

    private (double Kinetic, double Rotational) KineticEnergies()
    {
        double kinetic = 0, rotational = 0;
        int flow = (int)Box.FlowAxis, gradient = (int)Box.GradientAxis;
        Span<double> v = stackalloc double[3];
        for (int i = 0; i < store.Count; i++)
        {
            ref Grain grain = ref store.Pointer[i];
            Vector3d place = Box.Position(grain.Place);
            Float4 u = grain.Velocity, w = grain.Spin;
            (v[0], v[1], v[2]) = (u.X, u.Y, u.Z);
            v[flow] += Box.ShearRate * ((gradient == 0 ? place.X : gradient == 1 ? place.Y : place.Z) - (Box.Length[gradient] / 2));
            kinetic += ((v[0] * v[0]) + (v[1] * v[1]) + (v[2] * v[2])) / grain.InverseMass / 2;

            // I ω² = (rω)² / (r · r/I).
            rotational += Float4.Dot(w, w) / (grain.Radius * grain.SpinPerTorque) / 2;
        }

        return (kinetic, rotational);
    }

    /// <summary>Virial Σ d·F of the pairs' contacts, and their number.</summary>
    private (double Virial, long Touching) PairSums()
    {
        double virial = 0;
        long touching = 0;
        var frame = new GrainFrame(Box);
        for (int t = 0; t < team.Threads; t++)
        {
            ContactTable table = lists.Pairs[t];
            for (int k = 0; k < table.Count; k++)
            {
                ref Grain a = ref store.Pointer[table.First[k]], b = ref store.Pointer[table.Second[k]];
                Triple<Scalar> d = frame.Distance<Scalar, TShear>(new(new(a.Place.X - b.Place.X), new(a.Place.Y - b.Place.Y), new(a.Place.Z - b.Place.Z)));
                float* f = lists.Rows.Slots.Pointer + GrainLists<TLanes, TModel, TShear>.Slot(lists.PairBase[t] + k);
                virial += (d.X.Value * f[0]) + (d.Y.Value * f[1]) + (d.Z.Value * f[2]);
                touching += Triple<Scalar>.Dot(d, d).Value < (a.Radius + b.Radius) * (a.Radius + b.Radius) ? 1 : 0;
            }
        }

        return (virial, touching);
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
