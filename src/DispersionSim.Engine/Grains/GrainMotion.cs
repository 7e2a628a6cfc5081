using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Gathers the forces of a particle's contacts and moves it by the leapfrog form of velocity Verlet.</summary>
/// <remarks>
/// Velocities stand half a step behind places: u ← u + Δt (F/m + g) − Δt γ̇ u_β e_α, x ← x + Δt u, with u the velocity relative to the flow, so
/// that a sheared box needs neither images nor remapping. The flow is that of the middle of the step: u_β in the fall is the mean of before and
/// after, and of the box's shear half comes before the motion. The flow's drag −6πμr u on the centre, and −8πμr³ ω′ on
/// the spin, is that of the mean of before and after too (Crank and Nicolson): of second order, and no step makes it grow. What rounding leaves of the sums is kept.
/// </remarks>
internal static unsafe class GrainMotion<TLanes, TShear>
    where TLanes : struct, ILanes<TLanes>
    where TShear : struct, IShear
{
    private const float Turns = (float)FlowingBox.Turns;

    /// <summary>What a step does to every particle.</summary>
    public readonly ref struct Kick
    {
        /// <summary>Time by which velocities advance.</summary>
        public required float Time { get; init; }

        /// <summary>Time by which places advance.</summary>
        public required float Drift { get; init; }

        /// <summary>Acceleration of gravity and other forces proportional to mass.</summary>
        public required Float4 Gravity { get; init; }

        /// <summary>Whether contacts have moments of rolling or twisting.</summary>
        public required bool HasMoments { get; init; }

        /// <summary>Force and torque beside those of contacts, two vectors a particle, or null.</summary>
        public required Float4* Extras { get; init; }

        /// <summary>Whether a fluid drags on the centres.</summary>
        public required bool Drags { get; init; }

        /// <summary>Drag of the fluid on spins over r³, 8πμ; 0 for none.</summary>
        public required float SpinDrag { get; init; }

        /// <summary>Box lengths.</summary>
        public required Float4 Lengths { get; init; }
    }

    /// <summary>Sum of contact forces and torques on a particle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Gather(in RowView rows, int i, float radius, bool hasMoments, out Vector128<float> force, out Vector128<float> torque)
    {
        Vector128<float> f = Vector128<float>.Zero, t = Vector128<float>.Zero, r = Vector128.Create(radius);
        float* slots = rows.Slots, moments = rows.Moments;
        int* row = rows.Row;
        for (int k = rows.Start[i], end = rows.End[i]; k < end; k++)
        {
            int code = row[k];
            float* slot = slots + (code & ~3);
            Vector128<float> push = Vector128.Load(slot), lever = Vector128.Load(slot + TLanes.LeverOffset);
            Vector128<float> sign = Vector128.Create(code << 31).AsSingle();
            f += push ^ sign;
            t = Vector128.FusedMultiplyAdd(r - Vector128.Shuffle(push, Vector128.Create(3, 3, 3, 3)), lever, t);
            if (hasMoments)
            {
                t += Vector128.Load(moments + rows.MomentRow[k]) ^ sign;
            }
        }

        Vector128<float> three = Vector128.Create(-1, -1, -1, 0).AsSingle();
        force = f & three;
        torque = t & three;
    }

    /// <summary>Kicks and moves particles [from, to); returns the range of velocities relative to the flow, and that of the changes that forces made of them.</summary>
    [SkipLocalsInit]
    public static MotionRange Run<TOverlap>(GrainStore store, in RowView rows, GrainFrame frame, in Kick kick, int from, int to) where TOverlap : struct, IOverlap
    {
        Grain* grains = store.Pointer;
        GrainRest* rests = store.Rest;
        Vector128<float> scale = Vector128.Create(kick.Drift / kick.Lengths.X * Turns, kick.Drift / kick.Lengths.Y * Turns, kick.Drift / kick.Lengths.Z * Turns, 0f);
        Vector128<float> shear = Unit(TShear.Flow) * (frame.Rate * kick.Time), tilt = Unit(TShear.Flow) * (frame.Slant + (frame.Rate * kick.Drift / 2f));
        Vector128<float> gravity = Vector128.Create(kick.Gravity.X, kick.Gravity.Y, kick.Gravity.Z, 0f) * kick.Time;
        Vector128<int> greatest = Vector128<int>.Zero;
        Vector128<float> low = Vector128.Create(float.MaxValue), high = Vector128.Create(float.MinValue), three = Vector128.Create(-1, -1, -1, 0).AsSingle();
        Vector128<float> least = low, most = high;
        bool hasMoments = kick.HasMoments;
        bool drags = kick.Drags;
        float time = kick.Time, spinDrag = kick.SpinDrag * kick.Time;
        float* extras = (float*)kick.Extras;
        for (int i = from; i < to; i++)
        {
            float* g = (float*)(grains + i);
            Gather(in rows, i, g[7], hasMoments, out Vector128<float> force, out Vector128<float> torque);
            Vector128<float> u = Vector128.Load(g + 4), w = Vector128.Load(g + 8);
            if (extras is not null)
            {
                force += Vector128.Load(extras + (8L * i));
                torque += Vector128.Load(extras + (8L * i) + 4);
            }

            force -= (u & three) * g[14];
            float slowing = drags ? MeanDrag.Slowing(time * g[12] * g[14]) : 1f, spinSlowing = drags ? MeanDrag.Slowing(spinDrag * g[13] * g[7] * g[7]) : 1f;
            Vector128<float> change = ((force * (time * g[12])) + gravity) * slowing;
            least = Vector128.MinNative(least, change);
            most = Vector128.MaxNative(most, change);
            if (TShear.Flow >= 0)
            {
                change -= shear * (Along(u + (change * 0.5f)) * slowing);
            }

            float* left = (float*)(rests + i);
            u = Add(u, change, left + 4);
            w = Add(w, torque * (time * g[13] * spinSlowing), left + 8);
            u.Store(g + 4);
            w.Store(g + 8);
            low = Vector128.MinNative(low, u);
            high = Vector128.MaxNative(high, u);

            // Without their sign the bits of floats compare as integers do, and a NaN is above all numbers.
            greatest = Vector128.Max(greatest, Vector128.Abs(u).AsInt32());
            if (TShear.Flow >= 0)
            {
                u -= tilt * Along(u);
            }

            Vector128<float> motion = (u * scale) + Vector128.Load(left);
            Vector128<int> whole = Nearest(motion);
            Vector128<float> fraction = motion - Vector128.ConvertToSingle(whole);
            fraction.Store(left);
            whole += Vector128.Load((int*)g);
            (TOverlap.IsFine ? Vector128.ConditionalSelect(three.AsInt32(), whole, Packed(fraction)) : whole).Store((int*)g);
        }

        return new(new(low, high, greatest.AsSingle()), new(least, most, most));
    }

    /// <summary>A sum with what rounding left of the last one; what it leaves now is kept (Knuth's two-sum, exact whichever is larger).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Add(Vector128<float> sum, Vector128<float> change, float* left)
    {
        change += Vector128.Load(left);
        Vector128<float> next = sum + change, taken = next - sum;
        (sum - (next - taken) + (change - taken)).Store(left);
        return next;
    }

    /// <summary>Fractions of a unit, packed into the fourth entry (<see cref="PlaceFraction"/>).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Packed(Vector128<float> fraction)
    {
        Vector128<int> steps = Nearest(fraction * PlaceFraction.Steps) * Vector128.Create(1, 1 << PlaceFraction.Bits, 1 << (2 * PlaceFraction.Bits), 0);
        steps += Vector128.Shuffle(steps, Vector128.Create(1, 0, 3, 2));
        return steps + Vector128.Shuffle(steps, Vector128.Create(2, 3, 0, 1));
    }

    /// <summary>Nearest integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Nearest(Vector128<float> a) =>
        Sse2.IsSupported ? Sse2.ConvertToVector128Int32(a) : Vector128.ConvertToInt32(Vector128.Round(a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Along(Vector128<float> u) => TShear.Gradient == 1
        ? Vector128.Shuffle(u, Vector128.Create(1, 1, 1, 1))
        : Vector128.Shuffle(u, Vector128.Create(2, 2, 2, 2));

    private static Vector128<float> Unit(int axis) => Vector128.Create(axis == 0 ? 1f : 0f, axis == 1 ? 1f : 0f, 0f, 0f);
}
