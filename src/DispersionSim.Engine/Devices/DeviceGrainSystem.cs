using DispersionSim.Core;
using DispersionSim.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace DispersionSim.Engine;

/// <summary>Particles with inertia on a device, moved by velocity Verlet in batches of steps without waiting in between.</summary>
/// <remarks>
/// One list, whose skin lasts some twenty steps. Every particle keeps the length of its way since the list was made; a batch in which a way grows
/// beyond half of the skin (less what the flow takes of it) stops by itself before the forces of that step, so that no contact is ever missed.
/// </remarks>
internal sealed partial class DeviceGrainSystem<TModel> : DeviceGranularSystem where TModel : struct, IContactModel<Scalar>
{
    private const int StepsPerBatch = 32;
    private const double StepsPerList = 20;
    private const double LeastSkin = 0.1;
    private const int Shares = 256;
    private const int ContactsGuessed = 4;

    private readonly DeviceMemory memory;
    private readonly ComputeDevice device;
    private readonly DeviceGrainStore store;
    private readonly DeviceGrainLists lists;
    private readonly DeviceColumn<int> signals;
    private readonly DeviceColumn<Float4> least;
    private readonly DeviceColumn<Float4> most;
    private readonly DevicePlane[] planes;
    private readonly GrainWall[] walls;
    private readonly TModel[] models;
    private readonly double largest;
    private readonly double smallest;
    private readonly double leastSkin;
    private readonly double hold;
    private readonly Action<Index1D, DeviceGrainWorld, ArrayView<int>, GrainStep, MoveGrains<DeviceGrainWorld>, float> move;
    private readonly Action<Index1D, DeviceGrainWorld, ArrayView<int>, GrainStep, EvaluateContacts<DeviceGrainWorld, TModel>, int> evaluate;
    private readonly Action<Index1D, DeviceGrainWorld, ArrayView<int>, GrainStep, EvaluateContacts<DeviceGrainWorld, TModel>> evaluateWall;
    private readonly Action<int, RangeGrains<DeviceGrainWorld>, DeviceGrainWorld, GrainStep> range;
    private readonly Action<Index1D, ArrayView<int>, ArrayView<Int4>, ArrayView<Float4>, Int4, Int4> turn;
    private DeviceGrainWorld world;
    private double skin;
    private long stepsOfList;
    private bool started;
    private bool halfStep = true;

    public DeviceGrainSystem(ComputeDevice device, GrainSetup setup, TModel[] models, long limit, DeviceSorting sorting)
        : base(setup)
    {
        (this.device, this.models, memory) = (device, models, new(device, limit));
        int n = setup.Count, room = ContactsGuessed * n;
        long wanted = (n * (DeviceGrainStore.BytesPerParticle + DeviceGrainLists.BytesPerParticle + (8L * setup.Walls.Count))) + (room * DeviceContacts.BytesPerContact);
        memory.Require(wanted, $"{n} particles with {ContactsGuessed} contacts each");
        walls = [.. setup.Walls];
        planes = [.. walls.Select(wall => new DevicePlane(wall, Box, setup.Radii.Max() / setup.Scale.Length, device.Description.Selector))];
        store = new(memory, setup);
        lists = new(memory, store, walls.Length, room, sorting);
        (signals, least, most) = (new(memory, DeviceSignals.Count, "signals"), new(memory, Shares, "signals"), new(memory, Shares, "signals"));
        (largest, smallest) = (setup.Radii.Max() / setup.Scale.Length, setup.Radii.Min() / setup.Scale.Length);
        leastSkin = LeastSkin * setup.Radii.Average() / setup.Scale.Length;
        hold = models.Select((m, k) => (double)m.Reach(new((float)(k == 0 ? largest / 2 : largest))).Value).Max();
        Accelerator accelerator = device.Accelerator;
        move = accelerator.LoadAutoGroupedStreamKernel<Index1D, DeviceGrainWorld, ArrayView<int>, GrainStep, MoveGrains<DeviceGrainWorld>, float>(DeviceBatch.Move);
        evaluate = accelerator.LoadAutoGroupedStreamKernel<Index1D, DeviceGrainWorld, ArrayView<int>, GrainStep, EvaluateContacts<DeviceGrainWorld, TModel>, int>(DeviceBatch.Pairs);
        evaluateWall = accelerator.LoadAutoGroupedStreamKernel<Index1D, DeviceGrainWorld, ArrayView<int>, GrainStep, EvaluateContacts<DeviceGrainWorld, TModel>>(DeviceBatch.Wall);
        range = GrainEntry.Load<RangeGrains<DeviceGrainWorld>>(accelerator);
        turn = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, ArrayView<Int4>, ArrayView<Float4>, Int4, Int4>(CellKernels.Turn);
    }

    private static int HasMoments => TModel.Rolls || TModel.Twists ? 1 : 0;

    /// <summary>Greatest distance of listed centres.</summary>
    private double Reach => (2 * largest) + Gap;

    /// <summary>How much of the skin the flow takes in a step.</summary>
    private double FlowOfStep => Math.Abs(Box.ShearRate) * Reach / 2 * TimeStep;

    public override void Prepare()
    {
        if (!started)
        {
            started = true;
            MakeLists();
            Forces(Describe(0, 0), 0);
        }
    }

    public override void Advance(long steps)
    {
        Prepare();
        for (long left = steps; left > 0;)
        {
            left -= Batch((int)Math.Min(left, StepsPerBatch));
        }
    }

    public override void Dispose()
    {
        device.Finish();
        store.Dispose();
        lists.Dispose();
        signals.Dispose();
        least.Dispose();
        most.Dispose();
    }

    /// <summary>Takes up to a number of steps; returns how many.</summary>
    private int Batch(int steps)
    {
        signals.Fill(new int[DeviceSignals.Count]);
        var tilts = new double[steps];
        for (int s = 0; s < steps; s++)
        {
            GrainStep step = Describe(TimeStep, halfStep && s == 0 ? TimeStep / 2 : TimeStep);
            move(store.Count, world, signals.View, step, new(HasMoments), (float)Limit(s + 1));
            Turn(Box.Advance(TimeStep));
            tilts[s] = Box.Tilt;
            Forces(Describe(TimeStep, TimeStep), (s + 1) * TimeStep);
        }

        int[] told = signals.Read(DeviceSignals.Count);
        int taken = told[DeviceSignals.Taken];
        Box.RestoreTilt(tilts[taken - 1]);
        for (int s = 0; s < taken; s++)
        {
            Array.ForEach(walls, wall => wall.Advance(TimeStep));
        }

        halfStep = false;
        stepsOfList += taken;
        Steps += taken;
        if (told[DeviceSignals.Exceeded] == 1)
        {
            MakeLists();
            signals.Fill(new int[DeviceSignals.Count]);
            Forces(Describe(TimeStep, TimeStep), 0);
        }

        return taken;
    }

    /// <summary>How far a particle may have come some steps from now, so that neither a pair nor a particle and a wall meet unlisted.</summary>
    private double Limit(int steps)
    {
        double used = (stepsOfList + steps) * FlowOfStep;
        double towards = planes.Length == 0 ? 0 : planes.Max(plane => plane.Speed) * (stepsOfList + steps) * TimeStep;
        return Math.Min((skin - used) / 2, skin - towards);
    }

    private GrainStep Describe(double timeStep, double kick) => GrainEntry.Describe(Box, store.Count, Math.Min(Shares, store.Count), largest, timeStep, kick, Gravity);

    private void Turn(int turns)
    {
        if (turns != 0)
        {
            turn(store.Count, signals.View, store.Place.View, store.Rest.View, Along(Box.FlowAxis, turns), Along(Box.GradientAxis, 1));
        }
    }

    private static Int4 Along(Axis axis, int length) => new(axis == Axis.X ? length : 0, axis == Axis.Y ? length : 0, axis == Axis.Z ? length : 0);

    private void Forces(GrainStep step, double ahead)
    {
        evaluate(Math.Max(1, lists.Pairs), world, signals.View, step, new(models[0], 0.5f, 0), lists.Pairs);
        for (int w = 0; w < planes.Length; w++)
        {
            DeviceWallList list = lists.Walls[w];
            if (list.Count > 0)
            {
                list.Follow(store, lists.Contacts, signals.View, planes[w].After(ahead), step);
                evaluateWall(list.Count, world, signals.View, step, new(models[w + 1], 0f, list.From));
            }
        }
    }

    /// <summary>Chooses a skin that lasts, and makes the lists with it.</summary>
    /// <exception cref="SimulationException">A particle moves farther in a step than contacts are looked for.</exception>
    private void MakeLists()
    {
        View();
        GrainStep step = Describe(0, 0);
        range(step.Shares, default, world, step);
        double fastest = Fastest(least.Read(step.Shares), most.Read(step.Shares));
        if (!(fastest * TimeStep < smallest))
        {
            throw Diverged();
        }

        double wall = planes.Length == 0 ? 0 : planes.Max(plane => plane.Speed);
        skin = Math.Max(leastSkin, StepsPerList * TimeStep * ((2 * fastest) + wall + (Math.Abs(Box.ShearRate) * largest)));
        Gap = skin + hold;
        lists.Refresh(Box, step, Reach, Gap, Gap, [.. planes.Select(plane => plane.After(0))]);
        stepsOfList = 0;
        Searches++;
        Tables++;
        View();
    }

    /// <summary>A bound of the speeds; NaN where a velocity is.</summary>
    private static double Fastest(Float4[] low, Float4[] high)
    {
        double Greatest(Func<Float4, float> part) => low.Concat(high).Max(v => Math.Abs(part(v)) is var speed && float.IsNaN(speed) ? float.PositiveInfinity : speed);
        return new Vector3d(Greatest(v => v.X), Greatest(v => v.Y), Greatest(v => v.Z)).Length;
    }

    private SimulationException Diverged()
    {
        Float4[] velocities = store.Velocity.Read(store.Count);
        int worst = Enumerable.Range(0, velocities.Length).MaxBy(i => Float4.Dot(velocities[i], velocities[i]) is var square && float.IsNaN(square) ? float.PositiveInfinity : square);
        return DivergedAt(store.Numbers()[worst], Math.Sqrt(Float4.Dot(velocities[worst], velocities[worst])));
    }

    /// <summary>The columns as they lie now.</summary>
    private void View() => world = new()
    {
        PlaceView = store.Place.View,
        VelocityView = store.Velocity.View,
        SpinView = store.Spin.View,
        InertiaView = store.Inertia.View,
        RestView = store.Rest.View,
        VelocityRestView = store.VelocityRest.View,
        SpinRestView = store.SpinRest.View,
        RowStartView = lists.RowStart.View,
        RowView = lists.Contacts.Row.View,
        FirstView = lists.Contacts.First.View,
        SecondView = lists.Contacts.Second.View,
        ReducedRadiusView = lists.Contacts.ReducedRadius.View,
        ReducedMassView = lists.Contacts.ReducedMass.View,
        SlideView = lists.Contacts.Histories.Slide.View,
        RollView = lists.Contacts.Histories.Roll.View,
        MemoryView = lists.Contacts.Histories.Memory.View,
        ForceView = lists.Contacts.Force.View,
        LeverView = lists.Contacts.Lever.View,
        MomentView = lists.Contacts.Moment.View,
        LeastView = least.View,
        MostView = most.View,
    };
}
