using System.Runtime.CompilerServices;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>The pair loop of the host: a group of contacts at a time, forces into slots that particles gather afterwards.</summary>
internal static unsafe class ContactSweep<TLanes, TModel, TShear, TOverlap>
    where TLanes : struct, ILanes<TLanes>
    where TModel : struct, IContactModel<TLanes>
    where TShear : struct, IShear
    where TOverlap : struct, IOverlap
{
    private const int VelocityAt = 16;
    private const int SpinAt = 32;

    /// <summary>Groups taken through each part of the laws together: their chains of dependent operations overlap.</summary>
    private const int Batch = 4;

    /// <summary>Evaluates a table.</summary>
    /// <param name="frame">Geometry.</param>
    /// <param name="fine">The same in double precision.</param>
    /// <param name="model">Laws.</param>
    /// <param name="table">Contacts, padded to whole groups.</param>
    /// <param name="grains">Records that the table's first indices point into.</param>
    /// <param name="partners">Records that its second indices point into.</param>
    /// <param name="slots">Forces and levers, in the layout of the lanes.</param>
    /// <param name="moments">Moments of rolling and twisting; unused where the model has none.</param>
    /// <param name="timeStep">Time by which histories advance.</param>
    /// <param name="lever">Share of the overlap by which levers are shorter than the radius: a half for pairs, 0 at walls.</param>
    [SkipLocalsInit]
    public static void Run(GrainFrame frame, in FineFrame fine, in TModel model, ContactTable table, Grain* grains, Grain* partners, float* slots, float* moments, float timeStep, float lever)
    {
        byte* room = stackalloc byte[(Batch * Unsafe.SizeOf<ContactGroup<TLanes>>()) + ContactGroup<TLanes>.Alignment];
        ref ContactGroup<TLanes> groups = ref Unsafe.AsRef<ContactGroup<TLanes>>((void*)(((nuint)room + ContactGroup<TLanes>.Alignment - 1) & ~(nuint)(ContactGroup<TLanes>.Alignment - 1)));
        int end = table.PaddedCount(TLanes.Count);
        var columns = new HistoryColumns<TLanes, TModel>(table);
        TLanes step = TLanes.Of(timeStep), levers = TLanes.Of(lever);
        for (int from = 0; from < end; from += Batch * TLanes.Count)
        {
            int count = Math.Min(Batch, (end - from) / TLanes.Count);
            uint apart = 0;
            for (int g = 0; g < count; g++)
            {
                ref ContactGroup<TLanes> group = ref Unsafe.Add(ref groups, g);
                int k = from + (g * TLanes.Count);
                Describe(frame, in fine, table, k, (byte*)grains, (byte*)partners, ref group.Places, ref group.State);
                columns.Load(k, ref group.History);
                if (!TModel.Remembers && TLanes.Count == 1 && AreApart(in model, in group.State))
                {
                    apart |= 1u << g;
                    group.History = default;
                    group.Answer = default;
                }
            }

            for (int g = 0; g < count; g++)
            {
                if ((apart & (1u << g)) == 0)
                {
                    Press(in model, ref Unsafe.Add(ref groups, g));
                }
            }

            for (int g = 0; g < count; g++)
            {
                if ((apart & (1u << g)) == 0)
                {
                    Resist(in model, step, ref Unsafe.Add(ref groups, g));
                }
            }

            for (int g = 0; g < count; g++)
            {
                ref ContactGroup<TLanes> group = ref Unsafe.Add(ref groups, g);
                int k = from + (g * TLanes.Count);
                if ((apart & (1u << g)) == 0)
                {
                    if (TModel.Rolls)
                    {
                        Roll(in model, step, ref group);
                    }

                    if (TModel.Rolls || TModel.Twists)
                    {
                        Turn(in model, step, ref group);
                    }

                    Answer(in model, ref group);
                }

                columns.Store(k, in group.History);
                TLanes.StoreForces(in group.Answer.Force, group.State.Overlap * levers, in group.Answer.Lever, slots + (k * 8L));
                if (TModel.Rolls || TModel.Twists)
                {
                    TLanes.StoreMoments(in group.Answer.Moment, moments + (k * 4L));
                }
            }
        }
    }

    // The parts of the laws are methods of their own, and name what they take one by one: the compiler inlines into a method in proportion to
    // its length, and beyond that calls operators on vectors one after the other through memory.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Press(in TModel model, ref ContactGroup<TLanes> group) => model.Press(
        group.State.Overlap,
        group.State.ReducedRadius,
        group.State.ReducedMass,
        in group.State.Normal,
        in group.State.Velocity,
        in group.State.SurfaceSpin,
        ref group.History.Memory,
        out group.Press);

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Resist(in TModel model, TLanes step, ref ContactGroup<TLanes> group) => model.Resist(
        in group.State.Normal,
        in group.Press.Slip,
        group.Press.Spot,
        group.Press.Viscous,
        group.Press.Load,
        step,
        ref group.History.Slide,
        ref group.History.Spot,
        out group.Resistance);

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Roll(in TModel model, TLanes step, ref ContactGroup<TLanes> group)
    {
        Triple<TLanes> speed = Triple<TLanes>.Cross(group.State.Spin, group.State.Normal) * group.State.ReducedRadius;
        model.Roll(in group.State.Normal, in speed, group.Press.Load, step, ref group.History.Roll, out group.Rolling);
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Turn(in TModel model, TLanes step, ref ContactGroup<TLanes> group) => model.Turn(
        in group.State.Normal,
        in group.State.Spin,
        group.State.ReducedRadius,
        in group.Press,
        in group.Rolling,
        step,
        ref group.History.Roll,
        ref group.History.Twist,
        out group.Answer.Moment);

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Answer(in TModel model, ref ContactGroup<TLanes> group) =>
        model.Answer(in group.State.Normal, in group.Press, in group.Resistance, ref group.History, ref group.Answer);

    /// <summary>Whether no contact of a group holds, which saves one that is evaluated alone its laws; of sixteen, some always hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreApart(in TModel model, in ContactState<TLanes> state) =>
        TLanes.Bits(TLanes.Greater(state.Overlap + model.Reach(state.ReducedRadius), TLanes.Of(0f))) == 0;

    /// <summary>Where the particles of a group stand to each other.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Describe(GrainFrame frame, in FineFrame fine, ContactTable table, int k, byte* grains, byte* partners, ref Triple<TLanes> places, ref ContactState<TLanes> state)
    {
        int* first = table.First + k, second = table.Second + k;
        TLanes.Differences(grains + VelocityAt, first, partners + VelocityAt, second, out state.Velocity, out _);
        TLanes.Sums(grains + SpinAt, first, partners + SpinAt, second, out state.SurfaceSpin, out state.Overlap);
        if (TModel.Rolls || TModel.Twists)
        {
            TLanes.Spins(grains + SpinAt, first, partners + SpinAt, second, out state.Spin);
        }

        Triple<TLanes> d;
        if (TOverlap.IsFine)
        {
            TLanes.FinePlaces(grains, first, partners, second, out places, out TLanes fractions);
            TLanes excess = TLanes.Excess<TShear>(in places, state.Overlap, in fine);
            Triple<TLanes> rest = frame.Distance<TLanes, TShear>(TLanes.Fractions(fractions)) * TLanes.Of(1f / PlaceFraction.Steps);
            d = frame.Distance<TLanes, TShear>(TLanes.Numbers(in places)) + rest;
            TLanes square = Triple<TLanes>.Dot(d, d), inverse = TLanes.InverseSqrt(square);
            state.Normal = d * inverse;
            state.Overlap = (excess * TLanes.Reciprocal(state.Overlap + (square * inverse))) - Triple<TLanes>.Dot(state.Normal, rest) + TLanes.Load(table.RadiiRest + k);
        }
        else
        {
            TLanes.Places(grains, first, partners, second, out places);
            d = frame.Distance<TLanes, TShear>(places);
            TLanes square = Triple<TLanes>.Dot(d, d);
            state.Normal = d * TLanes.InverseSqrt(square);
            state.Overlap = state.Overlap - TLanes.Sqrt(square);
        }

        state.ReducedRadius = TLanes.Load(table.Radius + k);
        state.ReducedMass = TLanes.Load(table.Mass + k);
        frame.AddFlow<TLanes, TShear>(ref state.Velocity, d);
    }
}
