using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>One thread, one contact: evaluates the laws and leaves force, lever and moment for the particles to gather.</summary>
/// <remarks>The formulas are those of the host's sweep over many contacts at once; see <see cref="ContactModel{TReal,TElastic,TDamping,TTangential,TRolling,TTwisting}"/>.</remarks>
/// <param name="model">Laws.</param>
/// <param name="lever">Share of the overlap by which levers are shorter than the radius: a half for pairs, 0 at walls.</param>
/// <param name="from">Number of the first contact that these laws hold for.</param>
public readonly struct EvaluateContacts<TWorld, TModel>(TModel model, float lever, int from) : IGrainKernel<TWorld>
    where TWorld : struct, IGrainWorld
    where TModel : struct, IContactModel<Scalar>
{
    private readonly TModel model = model;
    private readonly float lever = lever;
    private readonly int from = from;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run(int i, in TWorld world, in GrainStep step)
    {
        int c = from + i;
        ContactState<Scalar> state = Describe(c, in world, in step);
        ContactHistory<Scalar> history = Recall(c, in world);
        model.Evaluate(in state, new(step.TimeStep), ref history, out ContactAnswer<Scalar> answer);
        Remember(c, in world, in history);
        world.Force(c) = Vector(answer.Force, state.Overlap.Value * lever);
        world.Lever(c) = Vector(answer.Lever, 0f);
        if (TModel.Rolls || TModel.Twists)
        {
            world.Moment(c) = Vector(answer.Moment, 0f);
        }
    }

    /// <summary>Where the two particles stand to each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ContactState<Scalar> Describe(int c, in TWorld world, in GrainStep step)
    {
        int i = world.First(c), j = world.Second(c);
        Float4 u = world.Velocity(i), v = world.Velocity(j), w = world.Spin(i), q = world.Spin(j);
        Int4 a = world.Place(i), b = world.Place(j);
        Triple<Scalar> d = GrainGeometry.Between(a, b, in step) + GrainGeometry.Fraction(unchecked(a.W - b.W), in step);
        Triple<Scalar> flow = GrainGeometry.FlowAcross(d, in step);
        Scalar square = Triple<Scalar>.Dot(d, d);
        ContactState<Scalar> state = default;
        state.Normal = d * Scalar.InverseSqrt(square);
        state.Overlap = new(FineGap.Overlap(a, b, w.W, q.W, state.Normal, MathF.Sqrt(square.Value), in step));
        state.ReducedRadius = new(world.ReducedRadius(c));
        state.ReducedMass = new(world.ReducedMass(c));
        state.Velocity = Numbers(u.X - v.X, u.Y - v.Y, u.Z - v.Z) + flow;
        state.SurfaceSpin = Numbers(w.X + q.X, w.Y + q.Y, w.Z + q.Z);
        if (TModel.Rolls || TModel.Twists)
        {
            state.Spin = Numbers((w.X / w.W) - (q.X / q.W), (w.Y / w.W) - (q.Y / q.W), (w.Z / w.W) - (q.Z / q.W));
        }

        return state;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ContactHistory<Scalar> Recall(int c, in TWorld world)
    {
        ContactHistory<Scalar> history = default;
        if (TModel.Slides)
        {
            Float4 slide = world.Slide(c);
            history.Slide = Numbers(slide.X, slide.Y, slide.Z);
            history.Spot = new(slide.W);
        }

        if (TModel.Rolls || TModel.Twists)
        {
            Float4 roll = world.Roll(c);
            history.Roll = Numbers(roll.X, roll.Y, roll.Z);
            history.Twist = new(roll.W);
        }

        if (TModel.Remembers)
        {
            history.Memory = new(world.Memory(c));
        }

        return history;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Remember(int c, in TWorld world, in ContactHistory<Scalar> history)
    {
        if (TModel.Slides)
        {
            world.Slide(c) = Vector(history.Slide, history.Spot.Value);
        }

        if (TModel.Rolls || TModel.Twists)
        {
            world.Roll(c) = Vector(history.Roll, history.Twist.Value);
        }

        if (TModel.Remembers)
        {
            world.Memory(c) = history.Memory.Value;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Triple<Scalar> Numbers(float x, float y, float z) => new(new(x), new(y), new(z));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Float4 Vector(Triple<Scalar> a, float w) => new(a.X.Value, a.Y.Value, a.Z.Value, w);
}
