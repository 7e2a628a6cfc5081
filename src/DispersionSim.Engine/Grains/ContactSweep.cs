using System.Runtime.CompilerServices;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>The pair loop of the host: a group of contacts at a time, forces into slots that particles gather afterwards.</summary>
internal static unsafe class ContactSweep<TLanes, TModel, TShear>
    where TLanes : struct, ILanes<TLanes>
    where TModel : struct, IContactModel<TLanes>
    where TShear : struct, IShear
{
    private const int VelocityAt = 16;
    private const int SpinAt = 32;

    /// <summary>Evaluates a table.</summary>
    /// <param name="frame">Geometry.</param>
    /// <param name="model">Laws.</param>
    /// <param name="table">Contacts, padded to whole groups.</param>
    /// <param name="grains">Records that the table's first indices point into.</param>
    /// <param name="partners">Records that its second indices point into.</param>
    /// <param name="slots">Forces and levers, in the layout of the lanes.</param>
    /// <param name="moments">Moments of rolling and twisting; unused where the model has none.</param>
    /// <param name="timeStep">Time by which histories advance.</param>
    /// <param name="lever">Share of the overlap by which levers are shorter than the radius: a half for pairs, 0 at walls.</param>
    [SkipLocalsInit]
    public static void Run(GrainFrame frame, in TModel model, ContactTable table, Grain* grains, Grain* partners, float* slots, float* moments, float timeStep, float lever)
    {
        int end = table.PaddedCount(TLanes.Count);
        var columns = new HistoryColumns<TLanes, TModel>(table);
        TLanes step = TLanes.Of(timeStep);
        Unsafe.SkipInit(out ContactState<TLanes> state);
        Unsafe.SkipInit(out ContactHistory<TLanes> history);
        for (int k = 0; k < end; k += TLanes.Count)
        {
            Describe(frame, table, k, (byte*)grains, (byte*)partners, ref state);
            if (!TModel.Remembers && TLanes.Count == 1 && AreApart(in model, in state))
            {
                history = default;
                columns.Store(k, in history);
                new Span<float>(slots + (k * 8L), 8).Clear();
                if (TModel.Rolls || TModel.Twists)
                {
                    new Span<float>(moments + (k * 4L), 4).Clear();
                }

                continue;
            }

            columns.Load(k, ref history);
            model.Evaluate(in state, step, ref history, out ContactAnswer<TLanes> answer);
            columns.Store(k, in history);
            TLanes.StoreForces(in answer.Force, HalfDepth(state.Overlap, lever), in answer.Lever, slots + (k * 8L));
            if (TModel.Rolls || TModel.Twists)
            {
                TLanes.StoreMoments(in answer.Moment, moments + (k * 4L));
            }
        }
    }

    /// <summary>Whether no contact of a group holds, which saves one that is evaluated alone its laws; of sixteen, some always hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreApart(in TModel model, in ContactState<TLanes> state) =>
        TLanes.Bits(TLanes.Greater(state.Overlap + model.Reach(state.ReducedRadius), TLanes.Of(0f))) == 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes HalfDepth(TLanes overlap, float lever) => TLanes.Max(overlap, TLanes.Of(0f)) * TLanes.Of(lever);

    /// <summary>Where the particles of a group stand to each other.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Describe(GrainFrame frame, ContactTable table, int k, byte* grains, byte* partners, ref ContactState<TLanes> state)
    {
        int* first = table.First + k, second = table.Second + k;
        TLanes.Places(grains, first, partners, second, out Triple<TLanes> places);
        TLanes.Differences(grains + VelocityAt, first, partners + VelocityAt, second, out state.Velocity, out _);
        TLanes.Sums(grains + SpinAt, first, partners + SpinAt, second, out state.SurfaceSpin, out TLanes radii);
        if (TModel.Rolls || TModel.Twists)
        {
            TLanes.Spins(grains + SpinAt, first, partners + SpinAt, second, out state.Spin);
        }

        Triple<TLanes> d = frame.Distance<TLanes, TShear>(places);
        TLanes square = Triple<TLanes>.Dot(d, d), distance = TLanes.Sqrt(square);
        state.Normal = d * TLanes.InverseSqrt(square);
        state.Overlap = radii - distance;
        state.ReducedRadius = TLanes.Load(table.Radius + k);
        state.ReducedMass = TLanes.Load(table.Mass + k);
        frame.AddFlow<TLanes, TShear>(ref state.Velocity, d);
    }
}
